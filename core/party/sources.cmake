target_sources(core PRIVATE
    party/partyactivity.cpp party/partyactivity.h
    party/partyfeature.cpp party/partyfeature.h
    party/partyinstructor.cpp party/partyinstructor.h
    party/partyorganization.cpp party/partyorganization.h
)
