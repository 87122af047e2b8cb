target_sources(core PRIVATE
    agenda/due.cpp agenda/due.h
    agenda/findings.cpp agenda/findings.h
)
