// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importreport.h"

#include "core/base/tr.h"

#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t mostListed = 1'000;

/// Rows in ascending order as “3、5–9”.
QString rowRanges(const std::vector<int> &rows)
{
    constexpr qsizetype mostRanges = 12;
    QStringList ranges;
    for (size_t i = 0; i < rows.size();) {
        size_t last = i;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        if (ranges.size() == mostRanges)
            return ranges.join(u'、') + tr("等");
        ranges.append(last == i ? QString::number(rows[i]) : u"%1–%2"_s.arg(rows[i]).arg(rows[last]));
        i = last + 1;
    }
    return ranges.join(u'、');
}

/// The rows of each text.
std::map<QString, std::vector<int>> byText(const RowRemarks &remarks)
{
    std::map<QString, std::vector<int>> rows;
    for (const RowRemark &remark : remarks.listed)
        rows[remark.text].push_back(remark.row);
    return rows;
}

/// The faults that were let in, the most frequent ones by their rows.
void addFaults(const RowRemarks &faults, QStringList &sentences)
{
    constexpr size_t mostTold = 5;
    if (faults.count == 0)
        return;
    sentences.append(tr("有 %1 行带着问题导入，都记在问题清单里：").arg(faults.count));
    std::multimap<size_t, QString, std::greater<>> byCount;
    for (const auto &[text, rows] : byText(faults))
        byCount.emplace(rows.size(), tr("第 %1 行：%2").arg(rowRanges(rows), text));
    size_t told = 0;
    for (const auto &[count, sentence] : byCount) {
        if (++told > mostTold)
            return sentences.append(tr("其余 %1 种问题从略。").arg(byCount.size() - mostTold));
        sentences.append(sentence);
    }
}

} // namespace

QString rowRanges(const RowRemarks &remarks)
{
    std::vector<int> rows;
    for (const RowRemark &remark : remarks.listed)
        rows.push_back(remark.row);
    return rowRanges(rows);
}

void RowRemarks::add(int row, const QString &text)
{
    ++count;
    if (listed.size() < mostListed)
        listed.push_back({row, text});
}

QStringList importSentences(const ImportReport &report)
{
    QStringList sentences;
    if (!report.otherSheets.isEmpty()) {
        sentences.append(tr("只读了“%1”表，这个文件里还有 %2 张表没有读：%3。要导入它们，请逐张选择。")
                             .arg(report.sheet)
                             .arg(report.otherSheets.size())
                             .arg(report.otherSheets.join(u'、')));
    }
    for (const auto &[reason, rows] : byText(report.skipped))
        sentences.append(tr("没有读第 %1 行：%2。").arg(rowRanges(rows), reason));
    if (report.skipped.count > qint64(report.skipped.listed.size()))
        sentences.append(tr("没有读的行一共 %1 行，只列出前面的。").arg(report.skipped.count));
    if (report.hidden.count > 0) {
        sentences.append(
            tr("其中 %1 行在表里是隐藏的或被筛选掉的，也读了：第 %2 行。不想要的，请先在表里删去。")
                .arg(report.hidden.count)
                .arg(rowRanges(report.hidden)));
    }
    if (!report.ignored.isEmpty())
        sentences.append(tr("没有读的列：%1。").arg(report.ignored.join(u'、')));
    for (const QString &note : report.notes)
        sentences.append(note.endsWith(u'。') ? note : note + u'。');
    if (report.namesakes.count > ImportReport::mostNamesakes) {
        sentences.append(
            tr("有 %1 行和另外一条同名或名称相近，都按新的一条导入：第 %2 行。请核对有没有重复。")
                .arg(report.namesakes.count)
                .arg(rowRanges(report.namesakes)));
    }
    addFaults(report.faults, sentences);
    return sentences;
}

} // namespace core
