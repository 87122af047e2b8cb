// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/task.h"
#include "core/sample/samplecounty.h"

#include <QString>

#include <vector>

namespace core {

/// A workbook of the sample county.
struct SampleFile
{
    QString name;    ///< 社会团体登记台账.xlsx
    QString type;    ///< Key of the record type it is imported as.
    qint64 rows = 0; ///< Rows of records in it; 0 when only listed.
};

/// The workbooks of a sample of this size, in the order in which they must be imported: what is referred
/// to first. A sample so large that a workbook would overflow has more; writeSample() tells which.
Result<std::vector<SampleFile>> sampleFiles(const SampleOptions &options = {});

/// Writes the workbooks into \a folder (made when missing) and answers them in the order of their import.
/// The same options give the same cells, byte for byte. Memory does not grow with the size.
/// A workbook of more than a million rows is continued in 名称-2.xlsx.
Result<std::vector<SampleFile>> writeSample(const Output &folder, const SampleOptions &options,
                                            Progress *progress = nullptr);

} // namespace core
