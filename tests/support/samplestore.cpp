// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplestore.h"

#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/exchange/importtable.h"
#include "core/newcounty.h"
#include "core/sample/samplefiles.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

/// What the copies are made from; lives as long as the test binary.
class Originals
{
public:
    static Originals &instance()
    {
        static Originals originals;
        return originals;
    }

    QString workbooks()
    {
        const QString folder = m_folder.filePath(u"台账"_s);
        if (m_files.empty()) {
            auto written = core::writeSample(folder, {.organizations = 120});
            requireOk(written);
            m_files = *std::move(written);
        }
        return folder;
    }

    QString file(SampleStore::State state)
    {
        const QString path = m_folder.filePath(QString::number(int(state)) + u".shanzhi"_s);
        if (QFile::exists(path))
            return path;
        switch (state) {
        case SampleStore::State::Empty: {
            const auto store = core::createCounty(path, u"330421"_s, u"示范县民政局"_s);
            requireOk(store);
            break;
        }
        case SampleStore::State::Imported: {
            const std::unique_ptr<core::Store> store = copy(SampleStore::State::Empty, path);
            const QDir folder(workbooks());
            for (const core::SampleFile &file : m_files) {
                core::Progress progress;
                core::ImportOptions options;
                options.type = core::findRecordType(file.type);
                requireOk(core::importTable(*store, folder.filePath(file.name), options, progress));
            }
            break;
        }
        case SampleStore::State::Evaluated: {
            const std::unique_ptr<core::Store> store = copy(SampleStore::State::Imported, path);
            const auto json = core::shippedScheme(u"demo-county"_s);
            requireOk(json);
            const auto scheme = core::readScheme(*json);
            requireOk(scheme);
            for (const int year : {2024, 2025}) {
                core::Progress progress;
                auto outcome = core::evaluateYear(*store, year, *scheme, progress, SampleStore::today());
                requireOk(outcome);
                requireOk(core::storeEvaluation(*store, *outcome, progress));
            }
            break;
        }
        }
        return path;
    }

private:
    std::unique_ptr<core::Store> copy(SampleStore::State state, const QString &path)
    {
        REQUIRE(QFile::copy(file(state), path));
        auto store = core::Store::open(path);
        requireOk(store);
        return *std::move(store);
    }

    QTemporaryDir m_folder;
    std::vector<core::SampleFile> m_files;
};

} // namespace

SampleStore::SampleStore(State state)
{
    const QString path = m_folder.filePath(u"示范县.shanzhi"_s);
    REQUIRE(QFile::copy(Originals::instance().file(state), path));
    auto store = core::Store::open(path);
    requireOk(store);
    m_store = *std::move(store);
    m_store->setActor(u"王科员"_s);
}

QString SampleStore::workbooks()
{
    return Originals::instance().workbooks();
}

core::Id<core::Evaluation> evaluationOf(const core::Store &store, int year)
{
    const auto found = core::evaluationThatCounts(store, year);
    requireOk(found);
    return found->id;
}
