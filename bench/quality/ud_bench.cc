// ud: parts of speech, lemmas and trees on given tokens, EWT and GUM.
#include <cstddef>
#include <string_view>
#include <utility>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/conllu.h"
#include "quality/readers/files.h"
#include "quality/scores/trees.h"

namespace sitrep::quality {
namespace {

std::vector<TreeWord> words(const values::MarkedSentence& sentence) {
    std::vector<TreeWord> found;
    for (const values::Word& word : sentence.words) {
        found.push_back({word.lemma, word.part, word.head, word.relation});
    }
    return found;
}

std::vector<TreeWord> words(const ConlluSentence& sentence) {
    std::vector<TreeWord> found;
    for (const ConlluWord& word : sentence.words) found.push_back(word.tree);
    return found;
}

// Part, lemma, head counted from 1 (0 the root), relation.
Json row(const TreeWord& word) { return {word.part, word.lemma, word.head + 1, word.relation}; }

Json line(const std::string& set, std::string_view text, const ConlluSentence& sentence,
          const std::vector<TreeWord>& predicted) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        rows.push_back({{"form", sentence.words[i].span.of(text)},
                        {"expected", row(sentence.words[i].tree)},
                        {"predicted", row(predicted[i])}});
    }
    return {{"set", set}, {"sentence", sentence.id}, {"words", std::move(rows)}};
}

TreeScore run(const std::string& set, const std::vector<ConlluDocument>& documents,
              const Annotate& annotate, Predictions& predictions) {
    TreeScore score;
    for (const ConlluDocument& document : documents) {
        const Given input = given(document);
        const values::Marks marks = annotate(input.report, input.sentences);
        must_fit(marks, input.sentences);
        for (std::size_t i = 0; i < document.sentences.size(); ++i) {
            const ConlluSentence& sentence = document.sentences[i];
            const auto predicted = words(marks.sentences[i]);
            score += compare(predicted, words(sentence));
            predictions.add(line(set, document.text, sentence, predicted));
        }
    }
    return score;
}

}  // namespace

base::Result<Outcome> ud(const std::string& data, const Annotate& annotate,
                         Predictions& predictions) {
    Outcome outcome("ud");
    for (const std::string set : {"ewt", "gum"}) {
        const auto path = dev_or_test(data, "ud/en_" + set + "-", ".conllu");
        if (!path) {
            outcome.skip("ud/en_" + set + "-dev.conllu.xz is not there");
            continue;
        }
        const auto documents = conllu_file(*path);
        if (!documents) return documents.error();
        const TreeScore score = run(set, *documents, annotate, predictions);
        const auto share = [&](std::size_t right) {
            return Counts{right, score.words, score.words};
        };
        outcome.add(set + "_upos", share(score.upos));
        outcome.add(set + "_lemma", share(score.lemma));
        outcome.add(set + "_uas", share(score.uas));
        outcome.add(set + "_las", share(score.las));
        outcome.add(set + "_las_full", share(score.las_full));
    }
    return outcome;
}

}  // namespace sitrep::quality
