# Data compiled into core; a file resources/A/B is read as ":/A/B".
qt_add_resources(core core_data PREFIX "/" BASE ${PROJECT_SOURCE_DIR}/resources FILES
    ${PROJECT_SOURCE_DIR}/resources/calendar/holidays.json
    ${PROJECT_SOURCE_DIR}/resources/rules/rules.json
    ${PROJECT_SOURCE_DIR}/resources/schema/0001_initial.sql
    ${PROJECT_SOURCE_DIR}/resources/divisions/regions.csv
    ${PROJECT_SOURCE_DIR}/resources/divisions/towns.csv
    ${PROJECT_SOURCE_DIR}/resources/pinyin/readings.txt
    ${PROJECT_SOURCE_DIR}/resources/names/names.json
    ${PROJECT_SOURCE_DIR}/resources/names/sample.json
    ${PROJECT_SOURCE_DIR}/resources/schemes/demo-county.json
    ${PROJECT_SOURCE_DIR}/resources/schemes/huaining-2022.json
)
