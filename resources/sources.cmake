# Data compiled into core; a file resources/A/B is read as ":/A/B".
qt_add_resources(core core_data PREFIX "/" BASE ${PROJECT_SOURCE_DIR}/resources FILES
    ${PROJECT_SOURCE_DIR}/resources/calendar/holidays.json
    ${PROJECT_SOURCE_DIR}/resources/rules/rules.json
    ${PROJECT_SOURCE_DIR}/resources/schema/0001_initial.sql
    ${PROJECT_SOURCE_DIR}/resources/schema/0002_journal.sql
    ${PROJECT_SOURCE_DIR}/resources/divisions/regions.csv
    ${PROJECT_SOURCE_DIR}/resources/divisions/towns.csv
    ${PROJECT_SOURCE_DIR}/resources/pinyin/readings.txt
    ${PROJECT_SOURCE_DIR}/resources/schemes/demo-county.json
    ${PROJECT_SOURCE_DIR}/resources/schemes/huaining-2022.json
    ${PROJECT_SOURCE_DIR}/resources/notices/components.json
)

# The licences, each under its SPDX name: ":/notices/licences/MIT.txt".
set(licences ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/resources/fonts/OFL.txt)
set_source_files_properties(${PROJECT_SOURCE_DIR}/LICENSE PROPERTIES QT_RESOURCE_ALIAS GPL-3.0.txt)
set_source_files_properties(${PROJECT_SOURCE_DIR}/resources/fonts/OFL.txt PROPERTIES QT_RESOURCE_ALIAS OFL-1.1.txt)
foreach(name Apache-2.0 BSD-2-Clause BSD-3-Clause FTL GCC-exception-3.1 IJG LGPL-3.0-only MIT MIT-Modern-Variant Unicode-DFS-2016 ZPL-2.1 Zlib blessing libpng-2.0)
    set(licence ${PROJECT_SOURCE_DIR}/resources/notices/licences/${name}.txt)
    set_source_files_properties(${licence} PROPERTIES QT_RESOURCE_ALIAS ${name}.txt)
    list(APPEND licences ${licence})
endforeach()
qt_add_resources(core core_licences PREFIX "/notices/licences" FILES ${licences})
