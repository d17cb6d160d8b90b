// sentences: tokens and sentences from raw text, on GUM's news documents and on EWT.
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/conllu.h"
#include "quality/readers/files.h"
#include "quality/scores/characters.h"

namespace sitrep::quality {
namespace {

constexpr std::string_view gum_news = "GUM_news";

struct CutScore {
    Counts tokens;
    Counts sentences;
};

std::vector<Extent> token_extents(const Sentences& sentences, const SolidCharacters& solid) {
    std::vector<Extent> found;
    for (const values::Sentence& sentence : sentences) {
        for (const Extent extent : extents(sentence.tokens, solid)) found.push_back(extent);
    }
    return found;
}

std::vector<Extent> sentence_extents(const Sentences& sentences, const SolidCharacters& solid) {
    std::vector<values::Span> spans;
    for (const values::Sentence& sentence : sentences) spans.push_back(sentence.span);
    return extents(spans, solid);
}

void add(CutScore& score, const Sentences& predicted, const Given& expected) {
    const SolidCharacters solid(expected.report.text);
    score.tokens +=
        exact(token_extents(predicted, solid), token_extents(expected.sentences, solid));
    score.sentences +=
        exact(sentence_extents(predicted, solid), sentence_extents(expected.sentences, solid));
}

Json words(const std::vector<values::Span>& tokens, std::string_view text) {
    Json list = Json::array();
    for (const values::Span token : tokens) list.push_back(token.of(text));
    return list;
}

// An expected sentence, beside the predicted ones that stand in it, each with its tokens there.
Json line(const std::string& set, const Given& document, std::size_t place,
          const Sentences& predicted) {
    const std::string_view text = document.report.text;
    const values::Sentence& expected = document.sentences[place];
    Json pieces = Json::array();
    bool right = true;
    for (const values::Sentence& sentence : predicted) {
        if (!sentence.span.overlaps(expected.span)) continue;
        std::vector<values::Span> inside;
        for (const values::Span token : sentence.tokens) {
            if (token.overlaps(expected.span)) inside.push_back(token);
        }
        right = right && sentence.span == expected.span && inside == expected.tokens;
        pieces.push_back(words(inside, text));
    }
    return {{"set", set},
            {"document", document.report.id},
            {"sentence", place + 1},
            {"right", right && pieces.size() == 1},
            {"expected", words(expected.tokens, text)},
            {"predicted", std::move(pieces)}};
}

void run(const std::string& set, const std::vector<ConlluDocument>& documents, const Split& split,
         CutScore& score, Predictions& predictions) {
    for (const ConlluDocument& document : documents) {
        const Given expected = given(document);
        const Sentences predicted = split(expected.report);
        add(score, predicted, expected);
        for (std::size_t i = 0; i < expected.sentences.size(); ++i) {
            predictions.add(line(set, expected, i, predicted));
        }
    }
}

base::Result<base::Done> gum(const std::string& data, const Split& split, Outcome& outcome,
                             Predictions& predictions) {
    CutScore score;
    for (const std::string_view part : {"train", "dev", "test"}) {
        const std::string name = "ud/en_gum-" + std::string(part) + ".conllu";
        const auto path = first_there(data, {name + ".xz", name});
        if (!path) continue;
        auto documents = conllu_file(*path);
        if (!documents) return std::move(documents).error();
        std::erase_if(*documents, [](const ConlluDocument& document) {
            return !document.id.starts_with(gum_news);
        });
        run("gum_news", *documents, split, score, predictions);
    }
    if (score.sentences.expected == 0) {
        outcome.skip("no news documents in ud/en_gum-*.conllu.xz");
        return base::Done{};
    }
    outcome.add("gum_news_token_f1", score.tokens);
    outcome.add("gum_news_sentence_f1", score.sentences);
    return base::Done{};
}

base::Result<base::Done> ewt(const std::string& data, const Split& split, Outcome& outcome,
                             Predictions& predictions) {
    const auto path = dev_or_test(data, "ud/en_ewt-", ".conllu");
    if (!path) {
        outcome.skip("ud/en_ewt-dev.conllu.xz is not there");
        return base::Done{};
    }
    const auto documents = conllu_file(*path);
    if (!documents) return documents.error();
    CutScore score;
    run("ewt", *documents, split, score, predictions);
    outcome.add("ewt_token_f1", score.tokens);
    outcome.add("ewt_sentence_f1", score.sentences);
    return base::Done{};
}

}  // namespace

base::Result<Outcome> sentences(const std::string& data, const Split& split,
                                Predictions& predictions) {
    Outcome outcome("sentences");
    if (auto done = gum(data, split, outcome, predictions); !done) return std::move(done).error();
    if (auto done = ewt(data, split, outcome, predictions); !done) return std::move(done).error();
    return outcome;
}

}  // namespace sitrep::quality
