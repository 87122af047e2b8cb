target_sources(core PRIVATE
    party/partyactivity.cpp party/partyactivity.h
    party/partyinstructor.cpp party/partyinstructor.h
    party/partyorganization.cpp party/partyorganization.h
)
