target_sources(ui PRIVATE
    dialogs/aboutdialog.cpp dialogs/aboutdialog.h
    dialogs/newcountydialog.cpp dialogs/newcountydialog.h
    dialogs/restoredialog.cpp dialogs/restoredialog.h
    dialogs/verbdialog.cpp dialogs/verbdialog.h
    dialogs/workdialog.cpp dialogs/workdialog.h
    featurepages.cpp featurepages.h
    features/evaluationpages.cpp features/evaluationpages.h
    features/partypages.cpp features/partypages.h
    features/programpages.cpp features/programpages.h
    features/registrypages.cpp features/registrypages.h
    features/servicepages.cpp features/servicepages.h
    features/supervisionpages.cpp features/supervisionpages.h
    fields/attachmenteditor.cpp fields/attachmenteditor.h
    fields/choiceeditors.cpp fields/choiceeditors.h
    fields/dateeditor.cpp fields/dateeditor.h
    fields/fieldeditor.cpp fields/fieldeditor.h
    fields/lineeditors.cpp fields/lineeditors.h
    fields/longtexteditor.cpp fields/longtexteditor.h
    fields/maskcover.cpp fields/maskcover.h
    fields/monthpopup.cpp fields/monthpopup.h
    fields/referenceeditor.cpp fields/referenceeditor.h
    models/duemodel.cpp models/duemodel.h
    models/linelist.h
    models/recordlistmodel.cpp models/recordlistmodel.h
    models/relatedmodel.cpp models/relatedmodel.h
    models/rowwindows.cpp models/rowwindows.h
    models/scorecolumns.cpp models/scorecolumns.h
    pages/childrows.cpp pages/childrows.h
    pages/duepage.cpp pages/duepage.h
    pages/homepage.cpp pages/homepage.h
    pages/journalpage.cpp pages/journalpage.h
    pages/page.cpp pages/page.h
    pages/recordfieldservices.cpp pages/recordfieldservices.h
    pages/recordform.cpp pages/recordform.h
    pages/recordformverbs.cpp
    pages/verbmenu.cpp pages/verbmenu.h
    pages/recordpage.cpp pages/recordpage.h
    pages/recyclebinpage.cpp pages/recyclebinpage.h
    storequestions.cpp storequestions.h
    session.h
    settings.cpp settings.h
    style/icons.cpp style/icons.h
    style/ownfonts.cpp style/ownfonts.h
    style/style.cpp style/style.h
    style/styledrawing.cpp
    style/theme.cpp style/theme.h
    style/tokens.cpp style/tokens.h
    taskrunner.cpp taskrunner.h
    widgets/barmeter.cpp widgets/barmeter.h
    widgets/button.cpp widgets/button.h
    widgets/card.cpp widgets/card.h
    widgets/celldelegate.cpp widgets/celldelegate.h
    widgets/columnchooser.cpp widgets/columnchooser.h
    widgets/datatable.cpp widgets/datatable.h
    widgets/dialogbox.cpp widgets/dialogbox.h
    widgets/emptystate.cpp widgets/emptystate.h
    widgets/filterheader.cpp widgets/filterheader.h
    widgets/flowlayout.cpp widgets/flowlayout.h
    widgets/hitpopup.cpp widgets/hitpopup.h
    widgets/navigationbar.cpp widgets/navigationbar.h
    widgets/progresspanel.cpp widgets/progresspanel.h
    widgets/prompt.cpp widgets/prompt.h
    widgets/searchfield.cpp widgets/searchfield.h
    widgets/splitview.cpp widgets/splitview.h
    widgets/stattile.cpp widgets/stattile.h
    widgets/statusline.cpp widgets/statusline.h
    widgets/tabletext.cpp widgets/tabletext.h
    widgets/tabs.cpp widgets/tabs.h
    widgets/tag.cpp widgets/tag.h
    widgets/textlabel.cpp widgets/textlabel.h
    widgets/toast.cpp widgets/toast.h
    widgets/topbar.cpp widgets/topbar.h
    window/mainwindow.cpp window/mainwindow.h
    window/startpage.cpp window/startpage.h
    window/workspace.cpp window/workspace.h
    window/workspacefile.cpp
    window/workspacesteps.cpp
)

# Pages with work of their own.
target_sources(ui PRIVATE
    charts/barchart.cpp charts/barchart.h
    dialogs/importchanges.cpp dialogs/importchanges.h
    dialogs/importcolumns.cpp dialogs/importcolumns.h
    dialogs/importdialog.cpp dialogs/importdialog.h
    dialogs/importdialogreport.cpp
    dialogs/schemedialog.cpp dialogs/schemedialog.h
    dialogs/scoredialog.cpp dialogs/scoredialog.h
    pages/evaluationmodel.cpp pages/evaluationmodel.h
    pages/evaluationpage.cpp pages/evaluationpage.h
    pages/evaluationpageacts.cpp pages/evaluationpageshown.cpp
    pages/evaluationscope.cpp pages/evaluationscope.h
    pages/explanation.cpp pages/explanation.h
    pages/explanationview.cpp pages/explanationview.h
    pages/rankingpanel.cpp pages/rankingpanel.h
    papers/noticepaper.cpp papers/noticepaper.h
    papers/paper.h
    papers/paperoptions.h
    papers/paperyear.cpp papers/paperyear.h
    papers/summarypaper.cpp papers/summarypaper.h
    papers/yearendpaper.cpp papers/yearendpaper.h
    pages/reportlistmodel.cpp pages/reportlistmodel.h
    pages/reportsoutput.cpp
    pages/reportspage.cpp pages/reportspage.h
)
