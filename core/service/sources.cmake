target_sources(core PRIVATE
    service/project.cpp service/project.h
    service/serviceactivity.cpp service/serviceactivity.h
)
