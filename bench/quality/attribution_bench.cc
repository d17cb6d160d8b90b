// attribution: source, cue and content in whole articles, from their raw text.
#include <cstddef>
#include <filesystem>
#include <utility>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/brat.h"
#include "quality/readers/files.h"
#include "quality/readers/polnear.h"
#include "quality/scores/attributions.h"

namespace sitrep::quality {
namespace {

namespace fs = std::filesystem;

struct Expected {
    std::vector<Triple> triples;
    std::vector<Extent> more_contents;
};

std::optional<Extent> in_tokens(const std::optional<Extent>& bytes,
                                const std::vector<Extent>& tokens) {
    return bytes ? touched(tokens, *bytes) : std::nullopt;
}

Expected expected(const std::vector<BratAttribution>& attributions,
                  const std::vector<Extent>& tokens) {
    Expected result;
    for (const BratAttribution& one : attributions) {
        result.triples.push_back({in_tokens(one.source, tokens), in_tokens(one.cue, tokens),
                                  in_tokens(one.content, tokens)});
        if (const auto more = in_tokens(one.second_content, tokens)) {
            result.more_contents.push_back(*more);
        }
    }
    return result;
}

std::vector<Triple> predicted(const values::Marks& marks, const std::vector<Extent>& tokens) {
    const auto extent = [&](const std::optional<values::WordRange>& range) {
        if (!range) return std::optional<Extent>();
        const values::Span span = marks.span(*range);
        return touched(tokens, {span.begin(), span.end()});
    };
    std::vector<Triple> result;
    for (const values::Attribution& one : marks.attributions) {
        result.push_back({extent(one.source), extent(one.cue), extent(one.content)});
    }
    return result;
}

Json words(const std::optional<Extent>& part, const std::vector<Extent>& tokens,
           std::string_view text) {
    if (!part) return nullptr;
    const std::size_t begin = tokens[part->begin].begin;
    return text.substr(begin, tokens[part->end - 1].end - begin);
}

Json words(const Triple& triple, const std::vector<Extent>& tokens, std::string_view text) {
    return {{"source", words(triple.source, tokens, text)},
            {"cue", words(triple.cue, tokens, text)},
            {"content", words(triple.content, tokens, text)}};
}

// A line for each expected attribution, beside the predicted one whose cue meets its cue; then a
// line for each predicted one that is left.
void keep(const std::string& document, const std::vector<Triple>& ours, const Expected& gold,
          const std::vector<Extent>& tokens, std::string_view text, Predictions& predictions) {
    std::vector<bool> used(ours.size(), false);
    for (const Triple& triple : gold.triples) {
        Json beside = nullptr;
        bool right = false;
        for (std::size_t i = 0; i < ours.size() && beside.is_null(); ++i) {
            if (used[i] || !triple.cue || !ours[i].cue || shared(*triple.cue, *ours[i].cue) == 0) {
                continue;
            }
            used[i] = true;
            right = ours[i] == triple;
            beside = words(ours[i], tokens, text);
        }
        predictions.add({{"document", document},
                         {"right", right},
                         {"expected", words(triple, tokens, text)},
                         {"predicted", std::move(beside)}});
    }
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (used[i]) continue;
        predictions.add({{"document", document},
                         {"right", false},
                         {"expected", nullptr},
                         {"predicted", words(ours[i], tokens, text)}});
    }
}

base::Result<AttributionScore> run(const std::string& text_path,
                                   const std::vector<std::string>& annotations, const Split& split,
                                   const Annotate& annotate, Predictions& predictions) {
    const auto text = text_of(text_path);
    if (!text) return text.error();
    const values::Report report = report_of(fs::path(text_path).stem().string(), *text);
    const Sentences sentences = split(report);
    const auto tokens = plain_tokens(*text);
    const auto ours = predicted(annotate(report, sentences), tokens);
    AttributionScore score;
    for (const std::string& path : annotations) {
        const auto rows = text_of(path);
        if (!rows) return rows.error();
        const auto attributions = brat(*rows, *text, path);
        if (!attributions) return attributions.error();
        const Expected gold = expected(*attributions, tokens);
        score += compare(ours, gold.triples, gold.more_contents);
        keep(fs::path(path).stem().string(), ours, gold, tokens, *text, predictions);
    }
    return score;
}

}  // namespace

base::Result<Outcome> attribution(const std::string& data, const Split& split,
                                  const Annotate& annotate, Predictions& predictions) {
    Outcome outcome("attribution");
    const auto folder = first_there(data, {"polnear/dev", "polnear/test"});
    if (!folder) {
        outcome.skip("polnear/dev is not there");
        return outcome;
    }
    const auto found = polnear_articles(*folder);
    if (!found) return found.error();
    AttributionScore score;
    for (const auto& [text, annotations] : *found) {
        const auto one = run(text, annotations, split, annotate, predictions);
        if (!one) return one.error();
        score += *one;
    }
    outcome.add("source_f1", score.source.exact);
    outcome.add("cue_f1", score.cue.exact);
    outcome.add("content_f1", score.content.exact);
    outcome.add("source_overlap_f1", score.source.overlap);
    outcome.add("cue_overlap_f1", score.cue.overlap);
    outcome.add("content_overlap_f1", score.content.overlap);
    outcome.add("triple_f1", score.triples);
    return outcome;
}

}  // namespace sitrep::quality
