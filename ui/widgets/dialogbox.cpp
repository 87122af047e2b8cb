// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogbox.h"

#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr int signSide = 24;
constexpr int footer = 56;
constexpr int leastRoom = 96; ///< Of a part that scrolls by itself: its head and two rows.
/// What the frame of a window takes, where it is not known yet; as QDialog guesses it.
constexpr QSize usualFrame(10, 40);

} // namespace

/// The body of a dialog: as high as it is told, scrolling when there is less.
class BodyArea : public QScrollArea
{
public:
    /// A part that scrolls by itself, and the height it has where there is room.
    struct Room
    {
        QWidget *part;
        int wish;

        bool isShown() const { return !part->isHidden(); }
    };

    BodyArea()
    {
        auto *body = new Body(*this);
        setWidget(body);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        viewport()->setAutoFillBackground(false);
        body->setAutoFillBackground(false); // QScrollArea has it filled
    }
    QSize sizeHint() const override { return {widget()->sizeHint().width(), m_height}; }
    QSize minimumSizeHint() const override { return {leastRoom, std::min(m_height, leastRoom / 2)}; }

    void addRoom(QWidget *part, int wish)
    {
        part->setFixedHeight(wish); // its own idea of its height does not count
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        m_rooms.push_back({part, wish});
    }
    const std::vector<Room> &rooms() const { return m_rooms; }

    /// What the body needs in \a width, with the rooms as they are now.
    int heightFor(int width) const
    {
        const QLayout *inside = widget()->layout();
        const bool isWrapped = inside->hasHeightForWidth();
        const int wished = isWrapped ? inside->totalHeightForWidth(width) : inside->totalSizeHint().height();
        return std::max(wished, isWrapped ? inside->totalMinimumHeightForWidth(width)
                                          : inside->totalMinimumSize().height());
    }
    void setHeight(int height)
    {
        if (height == m_height)
            return;
        m_height = height;
        updateGeometry();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        // Reached by Tab only where there is something to scroll.
        setFocusPolicy(verticalScrollBar()->maximum() > 0 ? Qt::TabFocus : Qt::NoFocus);
    }

private:
    class Body : public QWidget
    {
    public:
        explicit Body(const BodyArea &area)
            : m_area(area)
        {}
        int heightForWidth(int width) const override { return m_area.heightFor(width); }

    private:
        const BodyArea &m_area;
    };

    std::vector<Room> m_rooms;
    int m_height = 0;
};

DialogBox::DialogBox(Icon sign, Tone tone, const QString &title, QWidget *window)
    : QDialog(window)
    , m_sign(sign)
    , m_tone(tone)
    , m_area(new BodyArea)
    , m_body(new QVBoxLayout(m_area->widget()))
    , m_all(new QVBoxLayout(this))
    , m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setMinimumWidth(420);
    m_all->setContentsMargins(20 + signSide + 12, 20, 24, 12);
    m_all->setSpacing(size::gap);
    auto *heading = new TextLabel(TextRole::Subject, title);
    heading->setWordWrap(true);
    m_all->addWidget(heading);
    m_body->setContentsMargins({});
    m_body->setSpacing(size::gap);
    m_all->addWidget(m_area);
    m_all->addStretch();
    m_all->addSpacing(20);
    m_buttons->setSpacing(size::gap);
    m_buttons->addStretch();
    m_all->addLayout(m_buttons);
    m_area->widget()->installEventFilter(this);
}

void DialogBox::giveRoom(QWidget *part, QSize wish)
{
    const QMargins around = m_all->contentsMargins();
    const int most = mostSize().width() - around.left() - around.right();
    part->setMinimumWidth(std::min(wish.width(), most));
    m_area->addRoom(part, wish.height());
    m_all->setStretchFactor(m_area, 1);
}

void DialogBox::addText(const QString &text)
{
    auto *label = new TextLabel(TextRole::Body, text);
    label->setWordWrap(true);
    label->setMaximumWidth(560);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->addWidget(label);
}

QPushButton *DialogBox::addRejectButton(const QString &text)
{
    QPushButton *button = makeButton(text, ButtonKind::Plain, {}, "reject", this);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    m_buttons->addWidget(button);
    m_reject = button;
    return button;
}

QPushButton *DialogBox::addAcceptButton(const QString &text, ButtonKind kind)
{
    QPushButton *button = makeButton(text, kind, {}, "accept", this);
    connect(button, &QPushButton::clicked, this, &QDialog::accept);
    m_buttons->addWidget(button);
    const bool isDangerous = kind == ButtonKind::Danger;
    // Without a default QDialog takes the first button it finds, whatever that does.
    if (QPushButton *entered = isDangerous ? m_reject : button; entered && !m_defaultActs) {
        m_default = entered;
        m_default->setDefault(true);
    }
    m_defaultActs = m_defaultActs || !isDangerous;
    return button;
}

void DialogBox::openAtDefault()
{
    // A button that has the keyboard is what Enter presses, whichever is the default.
    m_default->setFocus();
    open();
}

QSize DialogBox::mostSize() const
{
    const QWidget *beside = parentWidget() ? parentWidget() : this;
    const QWidget *window = beside->window();
    const QSize frame = (window->frameSize() - window->size()).expandedTo(usualFrame);
    return beside->screen()->availableSize() - frame;
}

int DialogBox::wishedHeight(int width) const
{
    const QMargins around = m_all->contentsMargins();
    int body = m_area->heightFor(width - around.left() - around.right());
    for (const BodyArea::Room &room : m_area->rooms())
        body += room.isShown() ? room.wish - room.part->minimumHeight() : 0;
    m_area->setHeight(body);
    return m_all->totalHeightForWidth(width);
}

/// Wrapped text knows its height only once its width is known, so this happens when the dialog is shown, and
/// again when its body changes: then the dialog grows by what came in, and never shrinks under the clerk's
/// hands.
void DialogBox::fit()
{
    const QSize most = mostSize();
    const QSize before = isVisible() ? size() : QSize();
    int spare = 0; // what the rooms can give back
    for (const BodyArea::Room &room : m_area->rooms())
        spare += room.isShown() ? std::max(0, room.wish - leastRoom) : 0;
    int width = std::max({minimumWidth(), m_all->totalSizeHint().width(), before.width()});
    if (wishedHeight(std::min(width, most.width())) - spare > most.height()) // the body will scroll
        width += m_area->verticalScrollBar()->sizeHint().width();
    width = std::min(width, most.width());
    const int wished = wishedHeight(width);
    const int grown = isVisible() ? before.height() + std::max(0, wished - m_wished) : wished;
    m_wished = wished;
    resize(QSize(width, std::max(grown, wished - spare)).boundedTo(most));
    shareHeight();
}

/// What is missing of the height the rooms give back, down to their least; what is left the first one takes.
void DialogBox::shareHeight()
{
    int tooHigh = wishedHeight(width()) - height();
    for (const BodyArea::Room &room : m_area->rooms()) {
        if (!room.isShown())
            continue;
        const int given = std::min(tooHigh, std::max(0, room.wish - leastRoom));
        room.part->setFixedHeight(room.wish - given);
        tooHigh = std::max(0, tooHigh - given);
    }
}

void DialogBox::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (isVisible())
        shareHeight();
}

void DialogBox::stayOnScreen()
{
    const QRect room = screen()->availableGeometry();
    QRect frame = frameGeometry();
    frame.moveRight(std::min(frame.right(), room.right()));
    frame.moveBottom(std::min(frame.bottom(), room.bottom()));
    frame.moveLeft(std::max(frame.left(), room.left()));
    frame.moveTop(std::max(frame.top(), room.top()));
    if (frame != frameGeometry())
        move(frame.topLeft());
}

void DialogBox::showEvent(QShowEvent *event)
{
    ensurePolished();
    fit();
    QDialog::showEvent(event);
}

bool DialogBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area->widget() && event->type() == QEvent::LayoutRequest && isVisible()) {
        fit();
        stayOnScreen();
    }
    return QDialog::eventFilter(watched, event);
}

void DialogBox::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const bool hasButtons = m_buttons->count() > 1; // besides what pushes them to the right
    if (hasButtons) {
        painter.fillRect(QRect(0, height() - footer, width(), footer), t.header);
        painter.fillRect(QRect(0, height() - footer, width(), 1), t.line);
    }
    paintIcon(painter, QRectF(20, 20, signSide, signSide), m_sign, t.text(m_tone));
}

} // namespace ui
