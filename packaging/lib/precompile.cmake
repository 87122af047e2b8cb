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
if(SHANZHI_CORE_ONLY)
    return()
endif()
target_precompile_headers(ui PRIVATE ${widget_headers})
if(SHANZHI_TESTS)
    # One for all test binaries; the smallest owns it.
    target_precompile_headers(layering_test PRIVATE
        ${widget_headers} <QSignalSpy> <QTemporaryDir> ${PROJECT_SOURCE_DIR}/tests/support/catch.h)
    get_property(tests GLOBAL PROPERTY SHANZHI_TEST_BINARIES)
    list(REMOVE_ITEM tests layering_test)
    foreach(test IN LISTS tests)
        target_precompile_headers(${test} REUSE_FROM layering_test)
    endforeach()
endif()
