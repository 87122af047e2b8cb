target_sources(core PRIVATE
    tabular/badfile.cpp tabular/badfile.h
    tabular/biffcipher.cpp tabular/biffcipher.h
    tabular/biffrecords.cpp tabular/biffrecords.h
    tabular/cell.cpp tabular/cell.h
    tabular/compoundfile.cpp tabular/compoundfile.h
    tabular/csvreader.cpp tabular/csvreader.h
    tabular/csvwriter.cpp tabular/csvwriter.h
    tabular/datarows.cpp tabular/datarows.h
    tabular/duration.cpp tabular/duration.h
    tabular/encoding.cpp tabular/encoding.h
    tabular/header.cpp tabular/header.h
    tabular/heading.cpp tabular/heading.h
    tabular/limits.h
    tabular/numberformat.cpp tabular/numberformat.h
    tabular/readremarks.h
    tabular/roworder.cpp tabular/roworder.h
    tabular/sharedstrings.cpp tabular/sharedstrings.h
    tabular/sheeterrors.cpp tabular/sheeterrors.h
    tabular/sheetparser.cpp tabular/sheetparser.h
    tabular/spilledtexts.cpp tabular/spilledtexts.h
    tabular/tablereader.cpp tabular/tablereader.h
    tabular/tablewriter.cpp tabular/tablewriter.h
    tabular/workfolder.cpp tabular/workfolder.h
    tabular/xlsreader.cpp tabular/xlsreader.h
    tabular/xlssheet.cpp tabular/xlssheet.h
    tabular/xlsworkbook.cpp tabular/xlsworkbook.h
    tabular/xlsxparts.cpp tabular/xlsxparts.h
    tabular/xlsxreader.cpp tabular/xlsxreader.h
    tabular/xlsxwriter.cpp tabular/xlsxwriter.h
    tabular/xmlelements.cpp tabular/xmlelements.h
    tabular/zipfile.cpp tabular/zipfile.h
)
