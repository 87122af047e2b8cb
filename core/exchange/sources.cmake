target_sources(core PRIVATE
    exchange/exportquery.cpp exchange/exportquery.h
    exchange/importcolumns.cpp exchange/importcolumns.h
    exchange/importpreview.cpp exchange/importpreview.h
    exchange/importrows.cpp exchange/importrows.h
    exchange/importtable.cpp exchange/importtable.h
    exchange/recordlookup.cpp exchange/recordlookup.h
)
