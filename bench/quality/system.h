// The program under test, as the benches call it.
//
// An empty function: the room does not stand yet or its weights are not there, and benches that
// need it are skipped.
// Errors  words or weights that cannot be read: the file and the next step
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/actor.h"
#include "values/chain.h"
#include "values/decision.h"
#include "values/digest.h"
#include "values/marks.h"
#include "values/moment.h"
#include "values/place_mention.h"
#include "values/quantity.h"
#include "values/report.h"
#include "values/sentence.h"

namespace sitrep::quality {

using Sentences = std::vector<values::Sentence>;

// A report's text to sentences and tokens.
using Split = std::function<Sentences(const values::Report&)>;
// A report's sentences, ours or given, to marks: a word for each token, in order.
using Annotate = std::function<values::Marks(const values::Report&, const Sentences&)>;

// The times of an annotated report.
using Moments =
    std::function<std::vector<values::TimeExpression>(const values::Report&, const values::Marks&)>;

// A report's figures from its marks.
using Quantify = std::function<std::vector<values::Decision<values::Quantity>>(
    const values::Report&, const values::Marks&)>;

// From the lexicon at `root`, the folder of the repository.
base::Result<Split> splitter(const std::string& root);
base::Result<Moments> moment_finder(const std::string& root);
base::Result<Quantify> quantifier(const std::string& root);
// With the weights in models/english at `root`. plain: by the f32 twin, whatever the processor.
enum class By { FastestPath, PlainPath };
base::Result<Annotate> annotator(const std::string& root, By path = By::FastestPath);

// A report read whole, from its text.
using Digest = std::function<values::Digest(const values::Report&)>;
// By the lexicon and weights at `root`, and its world layer where that is there.
base::Result<Digest> digester(const std::string& root, By path = By::FastestPath);
// How real each of these words of a report is: the stage of the event whose trigger it is; a word
// that tells none is judged as an act there, by what negates or hedges it.
using StagesAt = std::function<std::vector<values::Stage>(const values::Report&,
                                                          const std::vector<values::Span>&)>;
base::Result<StagesAt> stager(const std::string& root, By path = By::FastestPath);

// A report's marks to its chains.
using Corefer = std::function<values::Chains(const values::Report&, const values::Marks&)>;
base::Result<Corefer> coreferrer(const std::string& root);
// A mention of an actor as plain words, to its country, sector and role; no day is known.
using Affiliate = std::function<values::Decision<values::Affiliation>(std::string_view phrase)>;
base::Result<Affiliate> affiliator(const std::string& root);
// The actors of an annotated report, one for each of its chains.
using FindActors =
    std::function<std::vector<values::ActorTold>(const values::Report&, const values::Marks&)>;
base::Result<FindActors> actor_finder(const std::string& root);
// The names of places in a report, those given or its own.
using FindToponyms = std::function<values::Places(const values::Report&, const values::Marks&,
                                                  const std::optional<std::vector<values::Span>>&)>;
// By the world layer alone, build/gazetteer/world.places at `root`; empty where it is not there.
base::Result<std::optional<FindToponyms>> toponym_finder(const std::string& root);

// A name, and the id of a place that it lies in or "", to ids of places, likeliest first.
using FindPlaces = std::function<std::vector<std::string>(const std::string&, const std::string&)>;
// A table of places, Who's On First's columns, to a gazetteer of nothing else.
using IndexPlaces = std::function<base::Result<FindPlaces>(const std::string&)>;

// With the tables of the lexicon at `root`.
base::Result<IndexPlaces> place_index(const std::string& root);

}  // namespace sitrep::quality
