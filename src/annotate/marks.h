// marks: a report's sentences to words with parts, features, lemmas and tree, entities and
// attributions.
//
// Lines that are no news (values::is_news) keep no words. Attributions run across the sentences of
// one window; an attribution's score is the probability of its cue times that of where it points.
// Source  docs/decisions/0003-annotator.md
#pragma once

#include <vector>

#include "nn/encoder.h"
#include "values/marks.h"
#include "values/report.h"
#include "values/sentence.h"

namespace sitrep::annotate {

// threads: handed to the encoder; the answer is the same at any number.
// vectors: where asked for, the encoder's vectors of each sentence's words [words, hidden]; what
// the event head is trained on (training/vectors.cc).
values::Marks marks(const values::Report& report, const std::vector<values::Sentence>& sentences,
                    const nn::Encoder& encoder, unsigned threads = 1,
                    std::vector<nn::OwnedMatrix>* vectors = nullptr);

}  // namespace sitrep::annotate
