target_sources(core PRIVATE
    record/codec.h
    record/describe.h
    record/field.h
    record/recordtype.cpp record/recordtype.h
)
