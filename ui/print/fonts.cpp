// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/fonts.h"

#include "core/base/tr.h"
#include "ui/style/ownfonts.h"

#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What stands in: serif or sans, bold or not.
struct Role
{
    QStringView wanted;
    QStringList families; ///< Names the font goes by on Windows, Linux and in office packages.
    bool serif;
    bool boldSubstitute;
};

const std::array<Role, 6> &roles()
{
    static const QStringList hei{u"黑体"_s, u"SimHei"_s, u"方正黑体_GBK"_s};
    static const std::array<Role, 6> table{{
        {u"小标宋",
         {u"方正小标宋简体"_s, u"方正小标宋_GBK"_s, u"FZXiaoBiaoSong-B05S"_s, u"FZXiaoBiaoSong-B05"_s,
          u"小标宋体"_s, u"华文中宋"_s, u"STZhongsong"_s},
         true,
         true},
        {u"仿宋",
         {u"仿宋_GB2312"_s, u"FangSong_GB2312"_s, u"仿宋"_s, u"FangSong"_s, u"方正仿宋_GBK"_s, u"华文仿宋"_s,
          u"STFangsong"_s},
         true,
         false},
        {u"黑体", hei, false, true},
        {u"楷体",
         {u"楷体_GB2312"_s, u"KaiTi_GB2312"_s, u"楷体"_s, u"KaiTi"_s, u"方正楷体_GBK"_s, u"华文楷体"_s,
          u"STKaiti"_s},
         true,
         false},
        {u"黑体", hei, false, false},
        {u"小标宋", {u"方正小标宋简体"_s, u"FZXiaoBiaoSong-B05S"_s}, true, true},
    }};
    return table;
}

} // namespace

PaperFonts::PaperFonts(Choice choice)
{
    const bool own = loadOwnFont(OwnFont::Sans) && loadOwnFont(OwnFont::Serif);
    const QString serif = own ? familyOf(OwnFont::Serif) : u"Noto Serif CJK SC"_s;
    const QString sans = own ? familyOf(OwnFont::Sans) : u"Noto Sans CJK SC"_s;
    for (size_t i = 0; i < m_faces.size(); ++i) {
        const Role &role = roles()[i];
        for (const QString &family : role.families) {
            if (choice == Choice::SystemFirst && m_faces[i].family.isEmpty() &&
                QFontDatabase::hasFamily(family))
                m_faces[i] = {family, false};
        }
        if (!m_faces[i].family.isEmpty())
            continue;
        m_faces[i] = {role.serif ? serif : sans, role.boldSubstitute};
        m_copiesExactly = own;
        const QString sentence = core::tr("%1以%2代替").arg(role.wanted.toString(), m_faces[i].family);
        if (!m_substitutions.contains(sentence))
            m_substitutions.append(sentence);
    }
}

QFont PaperFonts::font(FontRole role) const
{
    const Face &face = m_faces[static_cast<size_t>(role)];
    QFont font(face.family);
    font.setPixelSize(height);
    font.setBold(face.bold);
    // Widths must not depend on the resolution of the screen: preview, PDF and paper break lines alike.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferOutline | QFont::NoSubpixelAntialias));
    font.setKerning(false);
    return font;
}

QString PaperFonts::report() const
{
    if (m_substitutions.isEmpty())
        return {};
    const QString list = m_substitutions.join(u"，"_s);
    if (m_copiesExactly)
        return core::tr("本机没有公文字体：%1。").arg(list);
    return core::tr("本机没有公文字体，也没有随程序安装的字体：%1。从 PDF 复制文字可能出错，请重新安装程序。")
        .arg(list);
}

} // namespace ui
