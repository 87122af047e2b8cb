# The icons of the program and of its data files, made from our own drawings in every size of the hicolor theme.
# Without rsvg-convert (librsvg2-bin) the program is built without them.
find_program(SHANZHI_RSVG_CONVERT rsvg-convert)
if(NOT SHANZHI_RSVG_CONVERT)
    message(WARNING "rsvg-convert is missing: the program has no icon.")
    return()
endif()

set(icon_sizes 16 22 24 32 36 48 64 72 96 128 192 256 512)
set(ico_sizes 16 24 32 48 64 128 256)
set(drawings ${CMAKE_CURRENT_LIST_DIR})
set(icon_folder ${PROJECT_BINARY_DIR}/share/icons/hicolor)
set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)

# draw_icon(SVG SIZE CONTEXT NAME): one PNG, installed where the icon theme looks.
function(draw_icon svg size context name)
    set(folder ${icon_folder}/${size}x${size}/${context})
    add_custom_command(OUTPUT ${folder}/${name}.png
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND ${SHANZHI_RSVG_CONVERT} -w ${size} -h ${size} -o ${folder}/${name}.png ${drawings}/${svg}
        DEPENDS ${drawings}/${svg} VERBATIM)
    if(UNIX)
        install(FILES ${folder}/${name}.png DESTINATION ${hicolor}/${size}x${size}/${context})
    endif()
    set(drawn ${folder}/${name}.png PARENT_SCOPE)
endfunction()

set(icons)
foreach(size IN LISTS icon_sizes)
    if(size LESS 32)
        draw_icon(shanzhi-small.svg ${size} apps shanzhi)
    else()
        draw_icon(shanzhi.svg ${size} apps shanzhi)
    endif()
    list(APPEND icons ${drawn})
    if(size IN_LIST ico_sizes)
        list(APPEND program_pngs ${drawn})
        # Read by ui::programIcon() as ":/icons/shanzhi-SIZE.png".
        set_source_files_properties(${drawn} PROPERTIES GENERATED ON QT_RESOURCE_ALIAS shanzhi-${size}.png)
    endif()
    draw_icon(shanzhi-file.svg ${size} mimetypes application-x-shanzhi)
    list(APPEND icons ${drawn})
    if(size IN_LIST ico_sizes)
        list(APPEND file_pngs ${drawn})
    endif()
endforeach()
qt_add_resources(ui program_icon PREFIX "/icons" FILES ${program_pngs})

if(UNIX)
    install(FILES ${drawings}/shanzhi.svg DESTINATION ${hicolor}/scalable/apps)
    install(FILES ${drawings}/shanzhi-file.svg DESTINATION ${hicolor}/scalable/mimetypes
        RENAME application-x-shanzhi.svg)
endif()
add_custom_target(icons ALL DEPENDS ${icons})

# For Windows: shanzhi.ico and shanzhi-file.ico, by the target windows_icons.
find_program(SHANZHI_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(SHANZHI_PYTHON NAMES python3)
set(SHANZHI_ICO_FOLDER ${PROJECT_BINARY_DIR}/share/icons CACHE INTERNAL "Where the .ico files are made")
set(make_ico ${PROJECT_SOURCE_DIR}/packaging/tools/make-ico.py)
foreach(name shanzhi shanzhi-file)
    set(pngs ${program_pngs})
    if(name STREQUAL "shanzhi-file")
        set(pngs ${file_pngs})
    endif()
    add_custom_command(OUTPUT ${SHANZHI_ICO_FOLDER}/${name}.ico
        COMMAND ${SHANZHI_PYTHON} ${make_ico} ${SHANZHI_ICO_FOLDER}/${name}.ico ${pngs}
        DEPENDS ${make_ico} ${pngs} VERBATIM)
endforeach()
add_custom_target(windows_icons DEPENDS ${SHANZHI_ICO_FOLDER}/shanzhi.ico ${SHANZHI_ICO_FOLDER}/shanzhi-file.ico)
