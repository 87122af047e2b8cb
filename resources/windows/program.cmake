# What Windows shows of a program and how it treats it: version, icon, manifest.

# windows_program(TARGET DESCRIPTION)
function(windows_program name description)
    set(manifest ${PROJECT_BINARY_DIR}/resources/${name}.manifest)
    set(icon_line "// built without icons: rsvg-convert was missing")
    set(rc ${PROJECT_BINARY_DIR}/resources/${name}.rc)
    if(TARGET windows_icons)
        # Windows shows a program by its first icon, and .shanzhi files by the second.
        set(icon_line "1 ICON \"${SHANZHI_ICO_FOLDER}/shanzhi.ico\"\n2 ICON \"${SHANZHI_ICO_FOLDER}/shanzhi-file.ico\"")
        set_source_files_properties(${rc} TARGET_DIRECTORY ${name} PROPERTIES OBJECT_DEPENDS
            "${SHANZHI_ICO_FOLDER}/shanzhi.ico;${SHANZHI_ICO_FOLDER}/shanzhi-file.ico;${manifest}")
    endif()
    configure_file(${PROJECT_SOURCE_DIR}/resources/windows/shanzhi.manifest ${manifest} @ONLY)
    configure_file(${PROJECT_SOURCE_DIR}/resources/windows/program.rc.in ${rc} @ONLY)
    target_sources(${name} PRIVATE ${rc})
    if(MSVC)
        target_sources(${name} PRIVATE ${manifest})
    endif()
    if(TARGET windows_icons)
        add_dependencies(${name} windows_icons)
    endif()
endfunction()
