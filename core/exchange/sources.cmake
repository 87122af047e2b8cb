target_sources(core PRIVATE
    exchange/columnmapping.cpp exchange/columnmapping.h
    exchange/columnunits.cpp exchange/columnunits.h
    exchange/decidedfields.cpp exchange/decidedfields.h
    exchange/distinctname.cpp exchange/distinctname.h
    exchange/doubtfulvalue.cpp exchange/doubtfulvalue.h
    exchange/exportquery.cpp exchange/exportquery.h
    exchange/importchanges.cpp exchange/importchanges.h
    exchange/importpreview.cpp exchange/importpreview.h
    exchange/importreport.cpp exchange/importreport.h
    exchange/importrows.cpp exchange/importrows.h
    exchange/importtable.cpp exchange/importtable.h
    exchange/keydigest.cpp exchange/keydigest.h
    exchange/layoutmemory.cpp exchange/layoutmemory.h
    exchange/mentions.cpp exchange/mentions.h
    exchange/mergedcells.cpp exchange/mergedcells.h
    exchange/namekey.cpp exchange/namekey.h
    exchange/namingindex.cpp exchange/namingindex.h
    exchange/nearnames.cpp exchange/nearnames.h
    exchange/ownregions.cpp exchange/ownregions.h
    exchange/recordlookup.cpp exchange/recordlookup.h exchange/recordlookupformer.cpp
    exchange/recordlookupforms.cpp
    exchange/references.cpp exchange/references.h
    exchange/refusedsheet.cpp exchange/refusedsheet.h
    exchange/rowwriter.cpp exchange/rowwriter.h exchange/rowwritermeaning.cpp
    exchange/rowwriternamesakes.cpp exchange/rowwritersections.cpp
    exchange/sheetkind.cpp exchange/sheetkind.h
    exchange/sheettable.cpp exchange/sheettable.h
    exchange/titlewords.cpp exchange/titlewords.h
)
