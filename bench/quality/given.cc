#include "quality/given.h"

#include <utility>

#include "base/check.h"

namespace sitrep::quality {

values::Report report_of(std::string id, std::string text) {
    values::Report report;
    report.id = std::move(id);
    report.text = std::move(text);
    report.encoding = "UTF-8";
    report.language = "en";
    return report;
}

Given given(const ConlluDocument& document) {
    Given result{report_of(document.id, document.text), {}};
    for (const ConlluSentence& sentence : document.sentences) {
        values::Sentence cut;
        cut.span = sentence.words.front().span.joined(sentence.words.back().span);
        cut.ends_paragraph = sentence.ends_paragraph;
        for (const ConlluWord& word : sentence.words) cut.tokens.push_back(word.span);
        result.sentences.push_back(std::move(cut));
    }
    return result;
}

Given given(const TaggedDocument& document) {
    std::string text;
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> ends;
    for (const TaggedSentence& sentence : document.sentences) {
        auto& places = ends.emplace_back();
        for (const std::string& token : sentence.tokens) {
            if (!text.empty()) text += places.empty() ? '\n' : ' ';
            places.emplace_back(text.size(), text.size() + token.size());
            text += token;
        }
    }
    Given result{report_of(document.id, std::move(text)), {}};
    for (const auto& places : ends) {
        values::Sentence cut;
        for (const auto& [begin, end] : places) {
            cut.tokens.push_back(values::Span::in(result.report.text, begin, end));
        }
        cut.span = cut.tokens.front().joined(cut.tokens.back());
        result.sentences.push_back(std::move(cut));
    }
    if (!result.sentences.empty()) result.sentences.back().ends_paragraph = true;
    return result;
}

void must_fit(const values::Marks& marks, const Sentences& sentences) {
    CHECK(marks.sentences.size() == sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        CHECK(marks.sentences[i].words.size() == sentences[i].tokens.size());
    }
}

}  // namespace sitrep::quality
