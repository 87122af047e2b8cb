target_sources(core PRIVATE
    base/decimal.cpp base/decimal.h
    base/id.cpp base/id.h
    base/money.cpp base/money.h
    base/result.h
    base/task.cpp base/task.h
    base/tr.h
)
