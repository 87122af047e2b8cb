// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Entry
{
    quint16 order = 0;              ///< Place in the Chinese order, from 1; 0: no reading known.
    std::array<char, 4> initials{}; ///< Different initials, the usual one first; 0: no more.
};

constexpr char32_t firstDense = 0x3000;
constexpr char32_t lastDense = 0x9FFF;
constexpr char32_t firstKey = 0x3400;  // keys of Chinese characters: behind Latin, kana and punctuation
constexpr char32_t noReading = 0xF8FF; // stands before characters without a reading: behind all keys

class Readings
{
public:
    Readings();
    Entry find(char32_t c) const
    {
        return c >= firstDense && c <= lastDense ? m_dense[c - firstDense] : m_rare.value(c);
    }

private:
    Entry &at(char32_t c) { return c >= firstDense && c <= lastDense ? m_dense[c - firstDense] : m_rare[c]; }

    std::vector<Entry> m_dense;
    QHash<char32_t, Entry> m_rare; // a few names are written with characters beyond the BMP
};

void addInitial(Entry &entry, char initial)
{
    for (char &slot : entry.initials) {
        if (slot == initial)
            return;
        if (slot == 0) {
            slot = initial;
            return;
        }
    }
}

/// The layout of the file is described in packaging/tools/make-pinyin-table.py.
Readings::Readings()
    : m_dense(lastDense - firstDense + 1)
{
    QFile file(u":/pinyin/readings.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resources/pinyin/readings.txt is not in this program");
    const QString text = QString::fromUtf8(file.readAll());
    quint16 order = 0;
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const bool usual = line.startsWith(u"1 ");
        const char initial = line[2].toLatin1();
        for (const char32_t c : line.sliced(line.lastIndexOf(u' ') + 1).toUcs4()) {
            Entry &entry = at(c);
            if (usual)
                entry.order = ++order;
            addInitial(entry, initial);
        }
    }
}

const Readings &readings()
{
    static const Readings table;
    return table;
}

/// With full-width letters, compatibility ideographs and radicals (as copied from a PDF) replaced by the
/// characters they stand for.
QString folded(QStringView text)
{
    const auto isCompatible = [](QChar c) {
        return (c >= QChar(0x2E80) && c <= QChar(0x2FDF)) || (c >= QChar(0xF900));
    };
    QString result = text.toString();
    return std::any_of(text.begin(), text.end(), isCompatible)
               ? result.normalized(QString::NormalizationForm_KC)
               : result;
}

/// The next code point of \a text at \a i, which moves on. A lone surrogate is itself.
char32_t nextCodePoint(QStringView text, qsizetype &i)
{
    const QChar c = text[i++];
    if (c.isHighSurrogate() && i < text.size() && text[i].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[i++]);
    return c.unicode();
}

bool isLatinOrDigit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

} // namespace

QString pinyinSortKey(QStringView text)
{
    const Readings &table = readings();
    const QString plain = folded(text);
    QString key;
    key.reserve(plain.size());
    for (qsizetype i = 0; i < plain.size();) {
        const char32_t c = nextCodePoint(plain, i);
        if (const quint16 order = c < firstDense ? quint16(0) : table.find(c).order)
            key += QChar(char16_t(firstKey + order));
        else if (QChar::isSpace(c) || QChar::category(c) == QChar::Other_Format)
            continue;
        else if (c < firstKey)
            key += QChar(char16_t(QChar::toCaseFolded(c)));
        else
            key += QChar(char16_t(noReading)) + QString::number(c, 16).rightJustified(6, u'0');
    }
    return key;
}

QByteArray pinyinInitials(QStringView text)
{
    const Readings &table = readings();
    const QString plain = folded(text);
    QByteArray result;
    for (qsizetype i = 0; i < plain.size();) {
        const char32_t c = QChar::toLower(nextCodePoint(plain, i));
        const Entry entry = isLatinOrDigit(c) ? Entry{0, {char(c)}} : table.find(c);
        if (entry.initials[0] == 0)
            continue;
        result += entry.initials[0];
        for (size_t n = 1; n < entry.initials.size() && entry.initials[n] != 0; ++n)
            result += asFurtherReading(entry.initials[n]);
    }
    return result;
}

qsizetype initialsMatch(QByteArrayView text, qsizetype at, QByteArrayView typed)
{
    for (const char c : typed) {
        if (at >= text.size())
            return -1;
        bool isRead = text[at++] == c;
        for (; at < text.size() && isFurtherReading(text[at]); ++at)
            isRead = isRead || text[at] == asFurtherReading(c);
        if (!isRead)
            return -1;
    }
    return at;
}

} // namespace core
