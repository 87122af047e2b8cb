# Precompiled headers (SHANZHI_PCH): only headers of others, so that none of ours is included by accident.
# Builds for writing code leave it off: then every file must include what it uses.
set(core_headers
    <QCoreApplication> <QDate> <QDateTime> <QDir> <QFile> <QFutureWatcher> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QObject> <QRegularExpression> <QString> <QStringList> <QVariant> <QVariantList>
    <QtConcurrentRun>
    <algorithm> <array> <atomic> <functional> <limits> <memory> <mutex> <optional> <span> <utility> <variant>
    <vector>)
set(widget_headers
    ${core_headers}
    <QAbstractItemModel> <QAction> <QBoxLayout> <QLabel> <QLineEdit> <QMenu> <QPainter> <QPushButton>
    <QStyledItemDelegate> <QTableView> <QWidget>)

target_precompile_headers(core PRIVATE ${core_headers})
target_precompile_headers(sample REUSE_FROM core)
if(SHANZHI_CORE_ONLY)
    return()
endif()
target_precompile_headers(ui PRIVATE ${widget_headers})
foreach(program shanzhi shanzhi-cli)
    target_precompile_headers(${program} REUSE_FROM ui)
endforeach()
if(SHANZHI_TESTS)
    # One for all that belongs to the tests. Catch2 itself, which main.cpp compiles, must see its header first.
    target_precompile_headers(test_support PRIVATE
        ${widget_headers} <QSignalSpy> <QTemporaryDir> ${PROJECT_SOURCE_DIR}/tests/support/catch.h)
    set_source_files_properties(${PROJECT_SOURCE_DIR}/tests/support/main.cpp
        TARGET_DIRECTORY test_support PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    get_property(tests GLOBAL PROPERTY SHANZHI_TEST_BINARIES)
    foreach(test IN LISTS tests)
        target_precompile_headers(${test} REUSE_FROM test_support)
    endforeach()
endif()
