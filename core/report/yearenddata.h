// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/remarks.h"
#include "core/evaluation/storedevaluation.h"
#include "core/feature/paperfact.h"
#include "core/report/countysummary.h"
#include "core/report/rankingnotice.h"
#include "core/report/yearendreport.h"

namespace core {

/// What a clerk decides about a notice.
struct NoticeRequest
{
    QString number;
    QDate issuedOn;
    QDate publicFrom;
    QDate publicTo;
    QString objectionsTo;                ///< Office, its telephone and address.
    std::vector<OrganizationKind> kinds; ///< Kinds to publish, a table each; empty: all that have rated ones.
    qint64 rankingLength = 50;           ///< Entries of each of the three rankings; 0: all.
    QDate mendBy;                        ///< Date by which the warned must mend; may be invalid.
};

/// A stored evaluation with everything that its documents say, read at once with one query a register. A
/// value: documents may be made of it in any thread.
class YearEndData
{
public:
    /// NotFound when there is no such evaluation.
    static Result<YearEndData> load(const Store &store, const Id<Evaluation> &evaluation);

    const EvaluationOutcome &outcome() const { return m_outcome; }
    /// Positions of the candidates in the order they are printed: by kind, then rank, unrated ones last.
    std::vector<qsizetype> printOrder() const;
    /// Name and town of a candidate.
    QString name(qsizetype index) const;
    QString town(qsizetype index) const;

    /// \a index is a position in outcome().candidates.
    YearEndFigures report(qsizetype index, const QString &number = {}, QDate issuedOn = {}) const;
    NoticeFigures notice(const NoticeRequest &request) const;
    SummaryFigures summary() const;

private:
    /// What the registers say of an organization.
    struct Identity
    {
        QString name;
        QString creditCode;
        QDate registeredOn;
        QString town;
        QString supervisingUnit;
    };
    /// What a feature says of the organizations: 评估等级.
    struct Said
    {
        const PaperFact *fact;
        std::vector<QString> texts; ///< By the position of the candidate; few different ones.
    };
    struct Ranks
    {
        std::vector<Rank> inKind, inTown;
    };

    Status readRegisters(const Store &store);
    Status readFacts(const Store &store);
    Status readPrevious(const Store &store);
    void rankAll();
    const Identity &identity(qsizetype index) const;
    std::vector<Facts::Fact> facts(qsizetype index) const;
    Provenance provenance() const;
    YearEndFigures::Dimension dimension(qsizetype index, Ranking ranking) const;
    void addCategories(const Candidate &candidate, const Score &score, YearEndFigures &figures) const;
    NoticeFigures::Results results(OrganizationKind kind) const;
    NoticeFigures::RankingList list(OrganizationKind kind, Ranking ranking, qint64 length) const;
    QString tieRule() const;
    Remarks remarks(qsizetype index) const;

    EvaluationOutcome m_outcome;
    QString m_bureau;
    // By the position of the candidate, as are the places in the ranks.
    std::vector<Identity> m_identities; ///< Empty where it is gone from the register.
    std::vector<Said> m_said;
    std::vector<std::optional<ByRanking<Decimal>>> m_previous; ///< Last year's points of the rankings.
    ByRanking<Ranks> m_ranks;
    ByRanking<ByKind<Decimal>> m_averages; ///< Points of the rankings: every report shows them.
};

/// Chinese name of a kind: 社会团体.
QString kindName(OrganizationKind kind);

} // namespace core
