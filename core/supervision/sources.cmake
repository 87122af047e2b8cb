target_sources(core PRIVATE
    supervision/grade.cpp supervision/grade.h
    supervision/gradeverbs.cpp supervision/gradeverbs.h
    supervision/inspection.cpp supervision/inspection.h
    supervision/penalty.cpp supervision/penalty.h
    supervision/supervisionfeature.cpp supervision/supervisionfeature.h
)
