// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/paper.h"

class QLineEdit;

namespace ui {

/// 排名公示: the public notice of the results, and the ranking as a workbook.
class NoticePaper : public Paper
{
    Q_OBJECT
public:
    explicit NoticePaper(Session &session);

    Source source() const override;
    QString baseName() const override;
    std::vector<Workbook> workbooks() const override;

private:
    core::NoticeRequest request() const;

    QLineEdit *m_number;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLineEdit *m_objections;
};

} // namespace ui
