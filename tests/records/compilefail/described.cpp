// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles: shows that the two faults below fail, each for its own reason alone.
#include "core/record/describe.h"

namespace core {

struct Sample
{
    Id<Sample> id;
    QString name;
#ifdef WITH_UNDESCRIBED_MEMBER
    QString forgotten;
#endif
#ifdef WITH_UNCODED_MEMBER
    double points = 0;
#endif
};

template<>
const RecordType &recordType<Sample>()
{
    using R = Sample;
#ifdef WITH_UNCODED_MEMBER
    static const RecordType type =
        record<R, 3>("sample", "样例", {},
                     {idField<R>(), field<&R::name>("name", "名称"), field<&R::points>("points", "分")});
#else
    static const RecordType type =
        record<R, 2>("sample", "样例", {}, {idField<R>(), field<&R::name>("name", "名称")});
#endif
    return type;
}

} // namespace core
