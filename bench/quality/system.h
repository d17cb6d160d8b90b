// The program under test, as the benches call it.
//
// An empty function: the room does not stand yet or its weights are not there, and benches that
// need it are skipped.
// Errors  words or weights that cannot be read: the file and the next step
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "values/decision.h"
#include "values/marks.h"
#include "values/quantity.h"
#include "values/report.h"
#include "values/sentence.h"

namespace sitrep::quality {

using Sentences = std::vector<values::Sentence>;

// A report's text to sentences and tokens.
using Split = std::function<Sentences(const values::Report&)>;
// A report's sentences, ours or given, to marks: a word for each token, in order.
using Annotate = std::function<values::Marks(const values::Report&, const Sentences&)>;

// A report's figures from its marks.
using Quantify = std::function<std::vector<values::Decision<values::Quantity>>(
    const values::Report&, const values::Marks&)>;

// From the lexicon at `root`, the folder of the repository.
base::Result<Split> splitter(const std::string& root);
base::Result<Quantify> quantifier(const std::string& root);
// With the weights in models/english at `root`. plain: by the f32 twin, whatever the processor.
enum class By { FastestPath, PlainPath };
base::Result<Annotate> annotator(const std::string& root, By path = By::FastestPath);

}  // namespace sitrep::quality
