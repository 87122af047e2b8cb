target_sources(core PRIVATE
    registry/attention.cpp registry/attention.h
    registry/checks.cpp registry/checks.h
    registry/division.cpp registry/division.h
    registry/divisiondata.cpp registry/divisiondata.h
    registry/keptreason.cpp registry/keptreason.h
    registry/newcounty.cpp registry/newcounty.h
    registry/organization.cpp registry/organization.h
    registry/person.cpp registry/person.h
)
