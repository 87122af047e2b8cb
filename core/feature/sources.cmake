target_sources(core PRIVATE
    feature/duesource.h
    feature/feature.h
    feature/finding.h
    feature/paperfact.h
)
