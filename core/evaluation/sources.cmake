target_sources(core PRIVATE
    evaluation/evaluation.cpp evaluation/evaluation.h
    evaluation/evaluationresult.cpp evaluation/evaluationresult.h
    evaluation/manualscore.cpp evaluation/manualscore.h
    evaluation/schemerecord.cpp evaluation/schemerecord.h
)
