// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that cells refer to by number, in memory and, when they are too many, in a temporary file.
#include "tests/support/catch.h"

#include "core/tabular/sharedstrings.h"
#include "tests/support/fulldisk.h"
#include "tests/tabular/tablefiles.h"
#include "tests/tabular/xlsfiles.h"

#include <QDir>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

namespace {

constexpr size_t manyTexts = 20'000;

/// Of another length each, some empty, a few longer than what is read of the file at once.
QString textNumber(size_t i)
{
    const auto length = qsizetype(i % 5000 == 4999 ? 32'767 : i * 7919 % 97);
    return length < 6 ? QString(length, u'甲')
                      : QString::number(i) + QString(length, QChar(char16_t(0x4E00 + i % 5000)));
}

SharedStrings texts(const ReadLimits &limits)
{
    SharedStrings strings(limits);
    for (size_t i = 0; i < manyTexts; ++i)
        REQUIRE(strings.append(textNumber(i).toStdString()));
    return strings;
}

/// How many of the texts that \a step leads to are not what was put in.
size_t wrongTexts(const SharedStrings &strings, size_t first, size_t step)
{
    size_t wrong = 0;
    for (size_t i = 0, at = first; i < manyTexts; ++i, at = (at + step) % manyTexts) {
        const auto text = strings.at(at);
        wrong += text && *text == textNumber(at) ? 0 : 1;
    }
    return wrong;
}

/// A folder in which temporary files go while it lives.
class TemporaryFolder
{
public:
    explicit TemporaryFolder(const QString &path)
        : m_before(qgetenv("TMPDIR"))
    {
        qputenv("TMPDIR", path.toLocal8Bit());
    }
    ~TemporaryFolder() { qputenv("TMPDIR", m_before); }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

private:
    QByteArray m_before;
};

ReadLimits keptInMemory(qint64 bytes)
{
    ReadLimits limits;
    limits.sharedStringMemory = bytes;
    return limits;
}

} // namespace

TEST_CASE("Shared texts are what they were, kept in memory or in a temporary file, asked for in any order")
{
    for (const qint64 memory : {qint64(1) << 30, qint64(100'000), qint64(0)}) {
        const SharedStrings strings = texts(keptInMemory(memory));
        CHECK(strings.count() == manyTexts);
        CHECK(wrongTexts(strings, 0, 1) == 0);
        CHECK(wrongTexts(strings, manyTexts - 1, manyTexts - 1) == 0); // backwards
        CHECK(wrongTexts(strings, 7, 7919) == 0);
    }
}

#ifdef Q_OS_UNIX
TEST_CASE("The temporary file of shared texts has no name that a killed program could leave behind")
{
    const Folder folder;
    const TemporaryFolder temporary(folder.path(u"."_s));
    const SharedStrings strings = texts(keptInMemory(1000));
    CHECK(wrongTexts(strings, 0, 1) == 0);
    CHECK(QDir(folder.path(u"."_s))
              .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
              .isEmpty());
}

TEST_CASE("Shared texts for which there is no room among the temporary files are refused with a sentence")
{
    SharedStrings strings(keptInMemory(1000));
    Status done = ok();
    {
        const FullDisk full(1 << 20);
        for (size_t i = 0; done && i < manyTexts; ++i)
            done = strings.append(textNumber(i).toStdString());
    }
    REQUIRE_FALSE(done);
    CHECK(done.error().code == Error::Code::Storage);
    CHECK(done.error().text.contains(u"临时文件夹"_s));

    const Folder folder;
    const QString path = folder.path(u"表.xlsx"_s);
    writeZip(path, workbook("<row><c t=\"s\"><v>0</v></c></row>", {}, {},
                            "<sst>" + QByteArray("<si><t>名称</t></si>").repeated(100) + "</sst>"));
    {
        const FullDisk full(0);
        CHECK(refusal(path, keptInMemory(1000)).contains(u"临时文件夹"_s));
    }
    CHECK(refusal(path, keptInMemory(1000)).isEmpty());
    {
        const FullDisk full(0);
        CHECK(refusal(path).isEmpty());
    }
}
#endif

TEST_CASE("Cells of .xlsx and .xls say the same when their texts do not fit into memory")
{
    const Folder folder;
    const QString path = folder.path(u"表.xlsx"_s);
    QByteArray rows;
    QByteArray strings;
    constexpr int count = 300;
    for (int i = 0; i < count; ++i) {
        rows += "<row><c t=\"s\"><v>" + QByteArray::number(count - 1 - i) + "</v></c></row>";
        strings += "<si><t>第" + QByteArray::number(i) + "家</t></si>";
    }
    writeZip(path, workbook(rows, {}, {}, "<sst>" + strings + "</sst>"));
    const auto reader = openTable(path, keptInMemory(1000));
    REQUIRE(reader);
    Row row;
    for (int i = 0; i < count; ++i) {
        REQUIRE((*reader)->nextRow(row));
        CHECK(row.at(0).text == u"第%1家"_s.arg(count - 1 - i));
    }
    // BIFF keeps the same table in records.
    using namespace xlsfiles;
    const QByteArray table =
        record(0x00FC, four(2) + four(2) + two(1) + wide(u"甲"_s) + two(1) + wide(u"乙"_s));
    const auto cellOf = [](int at, quint32 index) { return record(0x00FD, cell(at, 0) + four(index)); };
    const auto old =
        openTable(folder.write(u"a.xls"_s, xlsFile(table, cellOf(0, 1) + cellOf(1, 0))), keptInMemory(0));
    REQUIRE(old);
    REQUIRE((*old)->nextRow(row));
    CHECK(row.at(0).text == u"乙");
    REQUIRE((*old)->nextRow(row));
    CHECK(row.at(0).text == u"甲");
}
