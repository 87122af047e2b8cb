// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordfieldservices.h"

#include "core/base/outputfile.h"
#include "core/base/tr.h"
#include "ui/storequestions.h"
#include "ui/style/theme.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

FieldServices recordFieldServices(Session &session, StoreQuestions &questions)
{
    FieldServices services;
    services.lookUp = [&questions](const core::RecordType &type, const QString &text,
                                   std::function<void(const QList<SearchHit> &)> take) {
        using Hits = std::vector<core::SearchHit>;
        constexpr int subject = 0;
        constexpr int most = 50;
        questions.ask<Hits>(
            subject, [type = &type, text](const core::Store &own) { return own.search(text, most, type); },
            [take = std::move(take)](const core::Result<Hits> &found) {
                QList<SearchHit> hits;
                for (const core::SearchHit &hit : found ? *found : Hits())
                    hits.append({core::tr(hit.type->title), hit.title, hit.hint, hit.id});
                take(hits);
            },
            StoreQuestions::Wait::Briefly);
    };
    services.titleOf = [&session](const core::RecordType &type, const QString &id) {
        return session.store.display(type, id);
    };
    services.chooseAttachment = [&session](std::function<void(const core::Attachment &)> take) {
        session.prompt.openFile(
            Prompt::FileKind::Attachment, core::tr("选择附件"), core::tr("所有文件 (*)"),
            [&session, take](const std::optional<QString> &path) {
                if (!path)
                    return;
                QFile file(*path);
                if (!file.open(QIODevice::ReadOnly)) {
                    session.prompt.error({core::Error::Code::NotFound,
                                          core::tr("打不开“%1”，请检查文件是否还在。").arg(*path),
                                          {}});
                    return;
                }
                const QByteArray content = file.readAll();
                const auto kept = session.store.keepAttachment(QFileInfo(*path).fileName(), content);
                if (kept)
                    take(*kept);
                else
                    session.prompt.error(kept.error());
            });
    };
    const auto writeTo = [&session](const core::Attachment &attachment, const QString &path) {
        const auto content = session.store.attachment(attachment.hash);
        if (!content) {
            session.prompt.error(content.error());
            return false;
        }
        const core::Status written = [&]() -> core::Status {
            const core::Output output(path, core::Existing::Replace, session.store.ownFiles());
            CORE_ASSIGN(const std::unique_ptr<core::OutputFile> file, core::OutputFile::create(output));
            CORE_TRY(file->write(*content));
            return file->commit();
        }();
        if (!written)
            session.prompt.error(written.error());
        return bool(written);
    };
    services.openAttachment = [writeTo](const core::Attachment &attachment) {
        const QString folder = QDir::tempPath() + u"/shanzhi-"_s + attachment.hash.left(12);
        // Where everybody may write, a folder of one's own.
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QString path = folder + u'/' + QFileInfo(attachment.name).fileName();
        if (writeTo(attachment, path))
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    };
    services.saveAttachment = [&session, writeTo](const core::Attachment &attachment) {
        session.prompt.saveFile(Prompt::FileKind::Attachment, core::tr("另存附件"), attachment.name,
                                core::tr("所有文件 (*)"),
                                [writeTo, attachment](const std::optional<QString> &path) {
                                    if (path)
                                        (void)writeTo(attachment, *path);
                                });
    };
    return services;
}

QWidget *fieldLabel(const core::Field &field, FieldEditor &editor)
{
    constexpr int labelWidth = 116;
    auto *label = new TextLabel(TextRole::Secondary, core::tr(field.label));
    label->setFixedWidth(labelWidth);
    label->setWordWrap(true);
    label->setMinimumHeight(size::input);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setBuddy(&editor);
    return label;
}

void noteRevealed(Session &session, const core::RecordType &type, const core::Field &field,
                  const QVariantList &values)
{
    const QString id = values.value(0).toString();
    if (field.traits.privacy != core::Privacy::Sensitive || id.isEmpty() || session.store.isReadOnly())
        return;
    const QString name = session.store.display(type, values, core::Audience::History);
    const core::Status done = session.store.note(
        core::tr("查看了%1“%2”的%3").arg(core::tr(type.title), name, core::tr(field.label)));
    if (!done)
        session.prompt.error(done.error());
}

} // namespace ui
