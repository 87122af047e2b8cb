target_sources(core PRIVATE
    record/codec.h
    record/describe.h
    record/field.h
    record/format.cpp record/format.h
    record/misreadadvice.cpp record/misreadadvice.h
    record/parsevalue.cpp
    record/path.h
    record/recordname.cpp record/recordname.h
    record/recordtype.cpp record/recordtype.h
    record/verb.cpp record/verb.h
)
