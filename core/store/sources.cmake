target_sources(core PRIVATE
    store/act.cpp store/act.h
    store/attachment.cpp store/attachmentfolder.h
    store/backup.cpp
    store/change.cpp store/change.h
    store/coveredquestion.cpp store/coveredquestion.h
    store/database.cpp store/database.h
    store/filelock.cpp store/filelock.h
    store/filtertext.cpp store/filtertext.h
    store/findrecord.cpp store/findrecord.h
    store/history.cpp
    store/historytext.cpp store/historytext.h
    store/journal.cpp store/journal.h
    store/journalconversion.cpp store/journalconversion.h
    store/journalentry.h
    store/journalformat1.cpp store/journalformat1.h
    store/journalvalues.cpp store/journalvalues.h
    store/ownbackups.cpp store/ownbackups.h
    store/preparedrecord.cpp store/preparedrecord.h
    store/printedhead.cpp store/printedhead.h
    store/query.cpp store/query.h
    store/querygroup.cpp store/querygroup.h
    store/queryoperand.cpp store/queryoperand.h
    store/queryselect.cpp store/queryselect.h
    store/querysql.cpp store/querysql.h
    store/refresh.cpp
    store/restoration.cpp store/restoration.h
    store/runverb.cpp store/runverb.h
    store/schema.cpp store/schema.h
    store/search.cpp store/searchhit.h
    store/searchneedle.cpp store/searchneedle.h
    store/searchtext.cpp store/searchtext.h
    store/searchtextconversion.cpp store/searchtextconversion.h
    store/sidefiles.cpp store/sidefiles.h
    store/statement.cpp
    store/store.cpp store/store.h
    store/storeprivate.h
    store/storedname.cpp store/storedname.h
    store/undo.cpp
    store/undoedit.cpp
    store/uniquekeys.cpp store/uniquekeys.h
    store/verify.cpp store/verifyreport.h
    store/verifyderived.cpp
    store/verifyjournal.cpp
    store/verifyparts.h
    store/verifyrecords.cpp
    store/verifyschema.cpp
    store/where.cpp store/where.h
    store/writer.cpp store/writer.h
    store/writerremove.cpp
)
