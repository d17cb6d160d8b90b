// brief: reports into a brief, several at a time.
//
// The same bytes at any number of threads. A text given twice is digested once; both reports stand
// in the brief.
#pragma once

#include <cstddef>
#include <functional>

#include "pipeline/knowledge.h"
#include "values/brief.h"
#include "values/digest.h"

namespace sitrep::pipeline {

// Called once a report is done, never by two threads at once.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

values::Brief brief(read::Input input, const Knowledge& know, unsigned threads,
                    const Progress& progress = {});

// The same with any digesting; tests need no model. threads is what one digest may use.
using Digesting = std::function<values::Digest(const values::Report& report, unsigned threads)>;
values::Brief brief(read::Input input, const Digesting& digesting, unsigned threads,
                    const Progress& progress = {});

}  // namespace sitrep::pipeline
