target_sources(core PRIVATE
    report/countysummary.cpp report/countysummary.h
    report/document.cpp report/document.h
    report/rankingnotice.cpp report/rankingnotice.h
    report/rankingtable.cpp report/rankingtable.h
    report/yeardocuments.cpp
    report/yearenddata.cpp report/yearenddata.h
    report/yearendreport.cpp report/yearendreport.h
)
