target_sources(ui PRIVATE
    style/theme.cpp style/theme.h
)
