target_sources(sample PRIVATE
    sample/sampleclerk.cpp sample/sampleclerk.h
    sample/samplecounty.cpp sample/samplecounty.h
    sample/samplefiles.cpp sample/samplefiles.h
    sample/samplerandom.h
    sample/sampleregisters.cpp sample/samplesheet.h
    sample/samplewords.cpp sample/samplewords.h
    sample/sampleyear.cpp
    sample/sampleyearsheets.cpp
)
qt_add_resources(sample sample_data PREFIX "/" BASE ${PROJECT_SOURCE_DIR}/resources FILES
    ${PROJECT_SOURCE_DIR}/resources/names/names.json
    ${PROJECT_SOURCE_DIR}/resources/names/sample.json
)
