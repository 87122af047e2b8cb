target_sources(core PRIVATE
    base/byenum.h
    base/calendar.cpp base/calendar.h
    base/chinesenumber.cpp base/chinesenumber.h
    base/codetext.cpp base/codetext.h
    base/creditcode.cpp base/creditcode.h
    base/deadlinewords.cpp base/deadlinewords.h
    base/dateparse.cpp base/dateparse.h
    base/decimal.cpp base/decimal.h
    base/heap.cpp base/heap.h
    base/hours.cpp base/hours.h
    base/id.cpp base/id.h
    base/identitynumber.cpp base/identitynumber.h
    base/licences.cpp base/licences.h
    base/mask.cpp base/mask.h
    base/money.cpp base/money.h
    base/outputfile.cpp base/outputfile.h
    base/personalnumbers.cpp base/personalnumbers.h
    base/phone.cpp base/phone.h
    base/pinyin.cpp base/pinyin.h
    base/placeholder.cpp base/placeholder.h
    base/result.h
    base/rules.cpp base/rules.h
    base/runlog.cpp base/runlog.h
    base/sha256.cpp base/sha256.h
    base/task.cpp base/task.h
    base/text.cpp base/text.h
    base/tr.h
    base/writtennumber.cpp base/writtennumber.h
)
