target_sources(core PRIVATE
    service/project.cpp service/project.h
    service/serviceactivity.cpp service/serviceactivity.h
    service/servicefeature.cpp service/servicefeature.h
)
