target_sources(core PRIVATE
    service/payment.cpp service/payment.h
    service/project.cpp service/project.h
    service/serviceactivity.cpp service/serviceactivity.h
    service/servicefeature.cpp service/servicefeature.h
)
