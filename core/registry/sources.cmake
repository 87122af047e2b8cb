target_sources(core PRIVATE
    registry/checks.cpp registry/checks.h
    registry/division.cpp registry/division.h
    registry/divisiondata.cpp registry/divisiondata.h
    registry/importlayout.cpp registry/importlayout.h
    registry/keptreason.cpp registry/keptreason.h
    registry/organization.cpp registry/organization.h
    registry/person.cpp registry/person.h
    registry/registryfeature.cpp registry/registryfeature.h
    registry/selections.cpp registry/selections.h
)
