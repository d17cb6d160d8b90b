// conllu: the annotated sentences of a report in the form of the treebanks.
//
// Sentences without words (lines that are not read) are left out; their numbers are not given to
// others. MISC holds SpaceAfter, Span (bytes of the report), Entity, Attribution; docs/commands.md
// says what stands where.
// Source  universaldependencies.org/format.html
#pragma once

#include <string>

#include "values/marks.h"
#include "values/report.h"

namespace sitrep::publish {

std::string conllu(const values::Report& report, const values::Marks& marks);

}  // namespace sitrep::publish
