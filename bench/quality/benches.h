// The quality benches that stand, one door each.
//
// data    a folder laid out like shared/data; a set that is absent is skipped. Where its
//         development part is absent and its test part ("-test") there, that is measured.
// Errors  a data file that is there and cannot be read: path, line and next step
// Source  bench/README.md says what each measures
#pragma once

#include <string>

#include "base/result.h"
#include "quality/outcome.h"
#include "quality/predictions.h"
#include "quality/system.h"

namespace sitrep::quality {

base::Result<Outcome> sentences(const std::string& data, const Split& split,
                                Predictions& predictions);
base::Result<Outcome> ud(const std::string& data, const Annotate& annotate,
                         Predictions& predictions);
base::Result<Outcome> entities(const std::string& data, const Annotate& annotate,
                               Predictions& predictions);
base::Result<Outcome> attribution(const std::string& data, const Split& split,
                                  const Annotate& annotate, Predictions& predictions);
// cases: bench/quality/cases/coreference.tsv.
base::Result<Outcome> coreference(const std::string& data, const std::string& cases,
                                  const Split& split, const Annotate& annotate,
                                  const Corefer& corefer, Predictions& predictions);

// Of the repository: weekdays in sentences of our own, Duckling's cases that are out, and the
// folder of the words that tell time.
struct MomentCases {
    std::string weekdays;
    std::string scope;
    std::string words;
};
base::Result<Outcome> moments(const std::string& data, const Split& split, const Annotate& annotate,
                              const Moments& moments, const MomentCases& cases,
                              Predictions& predictions);
// cases: bench/quality/cases/actors.tsv; they are skipped where annotate is empty.
base::Result<Outcome> actors(const std::string& data, const std::string& cases, const Split& split,
                             const Annotate& annotate, const Affiliate& affiliate,
                             const FindActors& find, Predictions& predictions);
base::Result<Outcome> places(const std::string& data, const Split& split, const Annotate& annotate,
                             const FindToponyms& find, Predictions& predictions);
base::Result<Outcome> variants(const std::string& data, const IndexPlaces& index,
                               Predictions& predictions);
// scope: bench/quality/scope/numerals.tsv, the cases that are out, with why.
base::Result<Outcome> quantities(const std::string& data, const std::string& scope,
                                 const Split& split, const Annotate& annotate,
                                 const Quantify& quantify, Predictions& predictions);
// own: a folder of label files of our own, beside those of data; absent: they are left out.
base::Result<Outcome> events(const std::string& data, const std::string& own, const Digest& digest,
                             Predictions& predictions);
// chains: a label file of our own, whose chains of sources are scored; absent: they are left out.
base::Result<Outcome> claims(const std::string& data, const std::string& chains,
                             const Digest& digest, Predictions& predictions);

// The next read the tables of bench/quality/scope and the lexicon at `root`.
base::Result<Outcome> case2021(const std::string& data, const std::string& root,
                               const Digest& digest, Predictions& predictions);
base::Result<Outcome> plover(const std::string& data, const std::string& root, const Digest& digest,
                             Predictions& predictions);
base::Result<Outcome> stage(const std::string& data, const std::string& root,
                            const StagesAt& stages_at, Predictions& predictions);
base::Result<Outcome> control(const std::string& data, const std::string& root,
                              const Digest& digest, Predictions& predictions);
// set: dev, tst1, tst2 …; empty: dev or, where there is none, all test sets.
base::Result<Outcome> muc(const std::string& data, const std::string& set, const std::string& root,
                          const Digest& digest, Predictions& predictions);

}  // namespace sitrep::quality
