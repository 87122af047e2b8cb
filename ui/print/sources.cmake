target_sources(ui PRIVATE
    print/charts.cpp
    print/filenames.cpp print/filenames.h
    print/fonts.cpp print/fonts.h
    print/layout.cpp print/layout.h
    print/page.cpp print/page.h
    print/pageset.cpp print/pageset.h
    print/pagestyle.cpp print/pagestyle.h
    print/pdf.cpp print/pdf.h
    print/pdfcharacters.cpp print/pdfcharacters.h
    print/previewview.cpp print/previewview.h
    print/printjob.cpp print/printjob.h
    print/reportsource.cpp print/reportsource.h
    print/strips.cpp print/strips.h
    print/tables.cpp
    print/typeset.cpp print/typeset.h
)
