// digest: one report read from its text to its claims and acts.
//
// A report in another language than English, or without text, is kept and not read.
#pragma once

#include "pipeline/knowledge.h"
#include "values/digest.h"
#include "values/marks.h"
#include "values/report.h"

namespace sitrep::pipeline {

// Why a report is not read: "language: ru"; empty where it is.
std::string unread_because(const values::Report& report);

values::Marks marks(const values::Report& report, const Annotating& know, unsigned threads = 1);

// The same digest at any number of threads.
values::Digest digest(const values::Report& report, const Knowledge& know, unsigned threads = 1);

}  // namespace sitrep::pipeline
