target_sources(core PRIVATE
    evaluation/advice.cpp
    evaluation/award.cpp evaluation/award.h
    evaluation/evaluation.cpp evaluation/evaluation.h
    evaluation/evaluationfeature.cpp evaluation/evaluationfeature.h
    evaluation/evaluationresult.cpp evaluation/evaluationresult.h
    evaluation/evaluationverbs.cpp evaluation/evaluationverbs.h
    evaluation/explain.cpp evaluation/explain.h
    evaluation/figures.cpp evaluation/figures.h
    evaluation/jsonarchive.cpp evaluation/jsonarchive.h
    evaluation/manualscore.cpp evaluation/manualscore.h
    evaluation/plan.cpp evaluation/plan.h
    evaluation/progress.cpp evaluation/progress.h
    evaluation/rank.cpp
    evaluation/resultrecord.cpp evaluation/resultrecord.h
    evaluation/rule.h
    evaluation/rulecheck.cpp evaluation/rulecheck.h
    evaluation/schemecheck.cpp evaluation/scheme.h
    evaluation/schemejson.cpp
    evaluation/schemerecord.cpp evaluation/schemerecord.h
    evaluation/score.cpp evaluation/score.h
    evaluation/shippedschemes.cpp evaluation/shippedschemes.h
    evaluation/tryout.cpp evaluation/tryout.h
    evaluation/yearjob.cpp evaluation/yearjob.h
)
