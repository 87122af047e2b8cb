// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/prompt.h"

#include "core/base/runlog.h"
#include "core/base/tr.h"
#include "ui/settings.h"
#include "ui/widgets/dialogbox.h"

#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ui {

namespace {

QString keyOf(Prompt::FileKind kind)
{
    using Kind = Prompt::FileKind;
    switch (kind) {
    case Kind::County: return QStringLiteral("county");
    case Kind::Backup: return QStringLiteral("backup");
    case Kind::Table: return QStringLiteral("table");
    case Kind::Export: return QStringLiteral("export");
    case Kind::Report: return QStringLiteral("report");
    case Kind::Scheme: return QStringLiteral("scheme");
    case Kind::Attachment: return QStringLiteral("attachment");
    }
    return {};
}

/// Where people look first: where the last file of the kind was, beside the file that is open, where they
/// were last, in their documents; what is not there is not proposed.
QString startFolder(Prompt::FileKind kind, const QString &home)
{
    for (const QString &folder :
         {settings::folders.of(keyOf(kind)).value(), home, settings::lastFolder.value(),
          QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    }
    return QDir::homePath();
}

ButtonKind kindOf(Prompt::Stakes stakes)
{
    return stakes == Prompt::Stakes::Loss ? ButtonKind::Danger : ButtonKind::Primary;
}

/// Knows files by their names. The one of Qt reads each file of a folder for its type, and closing a file
/// drops all locks that this process has on it (POSIX, fcntl): those of SQLite on the county that is open,
/// and on its index.
class NamedFileIcons : public QFileIconProvider
{
public:
    using QFileIconProvider::icon;
    QIcon icon(const QFileInfo &info) const override
    {
        return QFileIconProvider::icon(info.isDir() ? Folder : File);
    }
    QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? core::tr("文件夹") : core::tr("%1 文件").arg(info.suffix().toUpper()).trimmed();
    }
};

/// A dialog of files or folders that looks into \a folder.
QFileDialog *makeFileDialog(QWidget *window, const QString &title, const QString &folder,
                            const QString &filters)
{
    static NamedFileIcons icons;
    // It begins to read its first folder at once: one in which no county lies.
    auto *dialog = new QFileDialog(window, title, QDir::rootPath(), filters);
    dialog->setIconProvider(&icons);
    dialog->setDirectory(folder);
    return dialog;
}

/// Opens \a dialog without waiting and hands on the file it ends with.
void askForFile(QFileDialog *dialog, Prompt::FileKind kind, const Prompt::Answer &answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, kind, answer](int result) {
        const QStringList files = dialog->selectedFiles();
        if (result != QDialog::Accepted || files.isEmpty())
            return answer({});
        const QString folder = dialog->directory().absolutePath();
        settings::lastFolder.keep(folder);
        settings::folders.of(keyOf(kind)).keep(folder);
        answer(files.first());
    });
    dialog->open();
}

/// Puts \a editor into \a box, and hands on what was written into it, without blanks around it, when that is
/// something.
template<typename Editor>
void askWith(DialogBox *box, Editor *editor, QString (Editor::*text)() const, Prompt::Answer answer)
{
    box->body()->addWidget(editor);
    box->addRejectButton(core::tr("取消"));
    QPushButton *accept = box->addAcceptButton(core::tr("确定"));
    accept->setEnabled(false);
    const auto written = [editor, text] { return (editor->*text)().trimmed(); };
    QObject::connect(editor, &Editor::textChanged, accept,
                     [written, accept] { accept->setEnabled(!written().isEmpty()); });
    QObject::connect(box, &QDialog::finished, box, [written, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? std::optional(written()) : std::nullopt);
    });
    box->open();
    editor->setFocus();
}

} // namespace

void Prompt::error(const core::Error &error)
{
    if (error.code == core::Error::Code::Cancelled)
        return;
    core::runlog::note(error);
    showError(error);
}

void Prompt::inform(const QString &title, const QString &text, Tone tone)
{
    showText(title, text, tone);
}

void WindowPrompt::showError(const core::Error &error)
{
    auto *box = new DialogBox(Icon::Warning, Tone::Late, core::tr("没有完成"), m_window);
    box->setObjectName(QStringLiteral("errorBox"));
    box->addText(error.text);
    box->addAcceptButton(core::tr("知道了"));
    box->openAtDefault();
}

void WindowPrompt::showText(const QString &title, const QString &text, Tone tone)
{
    const bool isBad = tone == Tone::Late || tone == Tone::Soon;
    auto *box = new DialogBox(isBad ? Icon::Warning : Icon::Check, tone, title, m_window);
    box->setObjectName(QStringLiteral("informBox"));
    box->addText(text);
    box->addAcceptButton(core::tr("知道了"));
    box->openAtDefault();
}

void WindowPrompt::confirm(const QString &text, const QString &verb, Stakes stakes, std::function<void()> yes)
{
    auto *box = new DialogBox(Icon::Warning, Tone::Soon, core::tr("要%1吗？").arg(verb), m_window);
    box->setObjectName(QStringLiteral("confirmBox"));
    box->addText(text);
    box->addRejectButton(core::tr("取消"));
    box->addAcceptButton(verb, kindOf(stakes));
    QObject::connect(box, &QDialog::accepted, box, std::move(yes));
    box->openAtDefault();
}

void WindowPrompt::choose(const QString &title, const QString &text, const std::vector<Choice> &choices)
{
    auto *box = new DialogBox(Icon::Warning, Tone::Soon, title, m_window);
    box->setObjectName(QStringLiteral("choiceBox"));
    box->addText(text);
    box->addRejectButton(core::tr("取消"));
    for (const Choice &choice : choices) {
        QPushButton *button = box->addAcceptButton(choice.verb, kindOf(choice.stakes));
        QObject::connect(button, &QPushButton::clicked, box, choice.run);
    }
    box->openAtDefault();
}

void WindowPrompt::askReason(const QString &text, Answer answer)
{
    auto *box = new DialogBox(Icon::Edit, Tone::Soon, core::tr("请写理由"), m_window);
    box->setObjectName(QStringLiteral("reasonBox"));
    box->addText(text);
    auto *reason = new QPlainTextEdit;
    reason->setObjectName(QStringLiteral("reason"));
    reason->setAccessibleName(core::tr("理由"));
    reason->setPlaceholderText(core::tr("理由会记入日志"));
    reason->setTabChangesFocus(true);
    reason->setFixedHeight(76);
    askWith(box, reason, &QPlainTextEdit::toPlainText, std::move(answer));
}

void WindowPrompt::askText(const QString &title, const QString &text, const QString &label, Answer answer)
{
    auto *box = new DialogBox(Icon::Edit, Tone::Accent, title, m_window);
    box->setObjectName(QStringLiteral("textBox"));
    box->addText(text);
    auto *line = new QLineEdit;
    line->setObjectName(QStringLiteral("text"));
    line->setAccessibleName(label);
    line->setPlaceholderText(label);
    askWith(box, line, &QLineEdit::text, std::move(answer));
}

void WindowPrompt::openFile(FileKind kind, const QString &title, const QString &filters, Answer answer)
{
    auto *dialog = makeFileDialog(m_window, title, startFolder(kind, home()), filters);
    dialog->setFileMode(QFileDialog::ExistingFile);
    askForFile(dialog, kind, answer);
}

void WindowPrompt::saveFile(FileKind kind, const QString &title, const QString &suggested,
                            const QString &filters, Answer answer)
{
    auto *dialog = makeFileDialog(m_window, title, startFolder(kind, home()), filters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const qsizetype dot = suggested.lastIndexOf(u'.');
    if (dot >= 0)
        dialog->setDefaultSuffix(suggested.mid(dot + 1));
    dialog->selectFile(suggested);
    askForFile(dialog, kind, answer);
}

void WindowPrompt::chooseFolder(FileKind kind, const QString &title, Answer answer)
{
    auto *dialog = makeFileDialog(m_window, title, startFolder(kind, home()), {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    askForFile(dialog, kind, answer);
}

} // namespace ui
