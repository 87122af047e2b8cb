target_sources(core PRIVATE
    sample/sampleclerk.cpp sample/sampleclerk.h
    sample/samplecounty.cpp sample/samplecounty.h
    sample/samplefiles.cpp sample/samplefiles.h
    sample/samplerandom.h
    sample/sampleregisters.cpp sample/samplesheet.h
    sample/samplewords.cpp sample/samplewords.h
    sample/sampleyear.cpp
    sample/sampleyearsheets.cpp
)
