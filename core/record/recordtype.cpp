// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/recordtype.h"

#include "core/base/tr.h"
#include "core/record/path.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace core {

std::optional<Attachment> Attachment::fromText(const QString &text)
{
    const qsizetype first = text.indexOf(u' ');
    const qsizetype second = first < 0 ? -1 : text.indexOf(u' ', first + 1);
    if (first != 64 || second < 0)
        return {};
    bool isNumber = false;
    const qint64 size = QStringView(text).mid(first + 1, second - first - 1).toLongLong(&isNumber);
    if (!isNumber || size < 0)
        return {};
    return Attachment{text.left(first), size, text.mid(second + 1)};
}

int Description::indexOf(QAnyStringView fieldKey) const
{
    // Bytes with bytes: an import asks some times for each of its rows.
    return fieldKey.visit([this](auto view) {
        for (size_t i = 0; i < fields.size(); ++i) {
            bool isSame = false;
            if constexpr (sizeof(*view.data()) == 1)
                isSame = std::string_view(reinterpret_cast<const char *>(view.data()), size_t(view.size())) ==
                         fields[i].key;
            else
                isSame = view == QLatin1StringView(fields[i].key);
            if (isSame)
                return int(i);
        }
        return -1;
    });
}

const Field *Description::field(QAnyStringView fieldKey) const
{
    const int index = indexOf(fieldKey);
    return index < 0 ? nullptr : &fields[size_t(index)];
}

bool RecordType::isInName(const Field &one) const
{
    return std::any_of(traits.display.begin(), traits.display.end(), [&](const char *part) {
        return QLatin1StringView(part) == QLatin1StringView(one.key);
    });
}

QVariantList Description::values(const void *record) const
{
    QVariantList all;
    all.reserve(qsizetype(fields.size()));
    for (const Field &f : fields)
        all.append(f.read(record));
    return all;
}

std::vector<Problem> Description::assign(void *record, const QVariantList &values) const
{
    std::vector<Problem> found;
    for (size_t i = 0; i < fields.size(); ++i) {
        const Field &f = fields[i];
        static const QVariant missing;
        const QVariant &value = qsizetype(i) < values.size() ? values.at(qsizetype(i)) : missing;
        if (f.write(record, value))
            continue;
        const bool empty = !value.isValid();
        found.push_back(
            {f.key,
             empty ? tr("“%1”不能为空。").arg(tr(f.label)) : tr("“%1”的内容不是可用的值。").arg(tr(f.label)),
             Problem::Severity::Block});
    }
    return found;
}

std::vector<Problem> Description::problems(const QVariantList &values) const
{
    const std::shared_ptr<void> record = create();
    std::vector<Problem> found = assign(record.get(), values);
    const bool fits = found.empty();
    for (size_t i = 0; i < fields.size(); ++i) {
        const Field &f = fields[i];
        const QVariant &value = values.at(qsizetype(i));
        if (f.kind == Kind::Text || f.kind == Kind::LongText) {
            const qsizetype length = value.toString().size();
            if (f.traits.required && length == 0)
                found.push_back({f.key, tr("“%1”不能为空。").arg(tr(f.label)), Problem::Severity::Block});
            if (f.traits.maxLength > 0 && length > f.traits.maxLength) {
                found.push_back({f.key,
                                 tr("“%1”有 %2 个字，最多 %3 个字。")
                                     .arg(tr(f.label))
                                     .arg(length)
                                     .arg(f.traits.maxLength),
                                 Problem::Severity::Block});
            }
            if (length == 0)
                continue;
        } else if (!value.isValid()) {
            continue;
        }
        if (f.traits.check) {
            for (Problem &problem : f.traits.check(value)) {
                problem.field = f.key;
                problem.text.replace(u"“%1”"_s, u'“' + tr(f.label) + u'”');
                found.push_back(std::move(problem));
            }
        }
    }
    if (fits && check) {
        for (Problem &problem : check(record.get()))
            found.push_back(std::move(problem));
    }
    return found;
}

std::vector<Problem> RecordType::problems(const QVariantList &values) const
{
    std::vector<Problem> found = Description::problems(values);
    for (const auto &list : traits.exactlyOne) {
        QStringList labels;
        int set = 0;
        for (const char *which : list) {
            const int index = indexOf(QAnyStringView(which));
            labels.append(u'“' + tr(fields[size_t(index)].label) + u'”');
            set += values.at(index).isValid() ? 1 : 0;
        }
        if (set != 1) {
            found.push_back({list.front(), tr("%1里要填一项，也只能填一项。").arg(labels.join(u'、')),
                             Problem::Severity::Block});
        }
    }
    return found;
}

const Field &detail::fieldWithTag(const RecordType &type, const char *tag)
{
    const auto found =
        std::find_if(type.fields.begin(), type.fields.end(), [&](const Field &f) { return f.tag == tag; });
    Q_ASSERT(found != type.fields.end()); // record() counts the members: each is described
    return *found;
}

QString detail::joinedKeys(std::initializer_list<const Field *> fields)
{
    QStringList keys;
    for (const Field *field : fields)
        keys.append(QString::fromLatin1(field->key));
    return keys.join(u'.');
}

QString blockingText(const std::vector<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems) {
        if (problem.severity == Problem::Severity::Block)
            texts.append(problem.text);
    }
    return texts.join(QString());
}

std::vector<const RecordType *> childTypesOf(const RecordType &parent)
{
    std::vector<const RecordType *> children;
    for (const RecordType *type : allRecordTypes()) {
        if (type->traits.parent && &type->field(QAnyStringView(type->traits.parent))->target() == &parent)
            children.push_back(type);
    }
    return children;
}

const RecordType *findRecordType(QAnyStringView key)
{
    for (const RecordType *type : allRecordTypes()) {
        if (QAnyStringView::compare(key, QLatin1StringView(type->key)) == 0)
            return type;
    }
    return nullptr;
}

} // namespace core
