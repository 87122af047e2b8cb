// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/division.h"
#include "core/registry/organization.h"
#include "core/store/act.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <memory>

/// Fails the test with the sentence of the error when \a result has one.
template<typename R>
void requireOk(const R &result)
{
    if (!result) {
        INFO(result.error().text.toStdString() << " | " << result.error().detail.toStdString());
        REQUIRE(bool(result));
    }
}

/// Changes as an act of the program does that may write every read-only field there is.
inline core::Status changeAsProgram(core::Store &store, const QString &what,
                                    const std::function<core::Status(core::Change &)> &body)
{
    const auto types = core::allRecordTypes();
    return core::runAct(store, {"test", "测试", {types.begin(), types.end()}}, what, body);
}

/// A store in a temporary folder, removed with it.
class TestStore
{
public:
    TestStore()
    {
        auto created =
            core::Store::create(path(), {QStringLiteral("示范县民政局"), QStringLiteral("330421"), {}, 0});
        requireOk(created);
        m_store = *std::move(created);
        m_store->setActor(QStringLiteral("王科员"));
    }

    QString path() const { return m_folder.filePath(QStringLiteral("示范县 测试.shanzhi")); }
    QString folder() const { return m_folder.path(); }
    core::Store &operator*() { return *m_store; }
    core::Store *operator->() { return m_store.get(); }

    /// Closes the file and opens it again, as after a restart.
    void reopen()
    {
        m_store.reset();
        auto opened = core::Store::open(path());
        requireOk(opened);
        m_store = *std::move(opened);
    }
    void close() { m_store.reset(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<core::Store> m_store;
};

/// An organization that breaks no rule.
inline core::Organization someOrganization(const QString &name, const QString &code = {})
{
    core::Organization organization;
    organization.name = name;
    organization.creditCode = code;
    organization.kind = core::OrganizationKind::ServiceInstitution;
    return organization;
}

template<typename Record>
core::Status insertOne(core::Store &store, Record &record)
{
    return store.change(QStringLiteral("新增%1").arg(record.name),
                        [&](core::Change &change) { return change.insert(record); });
}

/// Gives the organization another address, which \a what tells in the journal.
inline core::Status moveOne(core::Store &store, core::Organization &organization, const QString &address,
                            const QString &what = QStringLiteral("迁址"))
{
    organization.address = address;
    return store.change(what, [&](core::Change &change) { return change.update(organization); });
}
