# shanzhi_moc(TARGET): the meta objects of every header of the target; no class of ours with signals stands in a .cpp file.
#
# Not AUTOMOC: it gives moc the folders of all of Qt's headers, which moc then reads again for each of ours, 0.4 s each
# time, and before anything of the target is compiled. Our headers need none of them: 0.02 s. A header without signals
# gives an empty file.
function(shanzhi_moc target)
    get_target_property(headers ${target} SOURCES)
    list(FILTER headers INCLUDE REGEX "\\.h$")
    qt_wrap_cpp(mocs ${headers} OPTIONS --no-notes)
    target_sources(${target} PRIVATE ${mocs})
    set_source_files_properties(${mocs} PROPERTIES UNITY_GROUP ${target}_moc)
endfunction()
