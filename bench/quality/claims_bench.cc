// claims: who says what in whole articles, and at whom the chains of our own cases end.
#include <filesystem>
#include <utility>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/brat.h"
#include "quality/readers/files.h"
#include "quality/readers/labels.h"
#include "quality/readers/polnear.h"
#include "quality/scores/attributions.h"
#include "quality/scores/sourced.h"
#include "quality/scores/tellers.h"

namespace sitrep::quality {
namespace {

namespace fs = std::filesystem;

struct Article {
    std::string name;
    std::string text;
    std::vector<Extent> tokens;

    std::optional<Extent> in_tokens(const std::optional<Extent>& bytes) const {
        return bytes ? touched(tokens, *bytes) : std::nullopt;
    }
    Json words(Extent part) const {
        const std::size_t begin = tokens[part.begin].begin;
        return text.substr(begin, tokens[part.end - 1].end - begin);
    }
    Json words(const Sourced& pair) const {
        Json contents = Json::array();
        for (const Extent content : pair.contents) contents.push_back(words(content));
        return {{"source", pair.source ? words(*pair.source) : Json(nullptr)},
                {"contents", std::move(contents)}};
    }
};

std::optional<Extent> bytes(const std::optional<values::Span>& span) {
    return span ? std::optional(Extent{span->begin(), span->end()}) : std::nullopt;
}

std::vector<Sourced> predicted(const values::Digest& digest, const Article& article) {
    std::vector<Sourced> pairs;
    for (const values::Claim& claim : digest.claims) {
        const auto content = article.in_tokens(bytes(claim.content));
        if (content) pairs.push_back({article.in_tokens(bytes(claim.source)), {*content}});
    }
    return pairs;
}

std::vector<Sourced> expected(const std::vector<BratAttribution>& attributions,
                              const Article& article) {
    std::vector<Sourced> pairs;
    for (const BratAttribution& one : attributions) {
        Sourced pair{article.in_tokens(one.source), {}};
        for (const auto& content : {one.content, one.second_content}) {
            if (const auto part = article.in_tokens(content)) pair.contents.push_back(*part);
        }
        if (!pair.contents.empty()) pairs.push_back(std::move(pair));
    }
    return pairs;
}

// A line for each expected pair beside the first predicted one that it is like; then a line for
// each predicted one that is like none.
void keep(const std::string& document, const std::vector<Sourced>& ours,
          const std::vector<Sourced>& gold, const Article& article, Predictions& predictions) {
    std::vector<bool> used(ours.size(), false);
    for (const Sourced& pair : gold) {
        Json beside = nullptr;
        for (std::size_t i = 0; i < ours.size() && beside.is_null(); ++i) {
            if (used[i] || !alike(ours[i], pair)) continue;
            used[i] = true;
            beside = article.words(ours[i]);
        }
        predictions.add({{"document", document},
                         {"expected", article.words(pair)},
                         {"predicted", std::move(beside)}});
    }
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (used[i]) continue;
        predictions.add(
            {{"document", document}, {"expected", nullptr}, {"predicted", article.words(ours[i])}});
    }
}

base::Result<Counts> pairs_of(const std::string& path, const std::vector<std::string>& annotations,
                              const Digest& digest, Predictions& predictions) {
    const auto text = text_of(path);
    if (!text) return text.error();
    const Article article{fs::path(path).stem().string(), *text, plain_tokens(*text)};
    const auto ours = predicted(digest(report_of(article.name, article.text)), article);
    Counts counts;
    for (const std::string& annotation : annotations) {
        const auto rows = text_of(annotation);
        if (!rows) return rows.error();
        const auto attributions = brat(*rows, article.text, annotation);
        if (!attributions) return attributions.error();
        const auto gold = expected(*attributions, article);
        counts += compare(ours, gold);
        keep(fs::path(annotation).stem().string(), ours, gold, article, predictions);
    }
    return counts;
}

base::Result<base::Done> measure_pairs(const std::string& folder, const Digest& digest,
                                       Predictions& predictions, Outcome& outcome) {
    const auto found = polnear_articles(folder);
    if (!found) return found.error();
    Counts counts;
    for (const auto& [text, annotations] : *found) {
        const auto one = pairs_of(text, annotations, digest, predictions);
        if (!one) return one.error();
        counts += *one;
    }
    outcome.add("pair_f1", counts);
    outcome.figure("pair_precision", counts.precision());
    outcome.figure("pair_recall", counts.recall());
    return base::Done{};
}

Json line(const values::Claim& claim, std::string_view text) {
    const auto words = [&](const std::optional<values::Span>& span) {
        return span ? Json(span->of(text)) : Json(nullptr);
    };
    Json via = Json::array();
    for (const values::Span& one : claim.via) via.push_back(one.of(text));
    return {{"source", words(claim.source)},
            {"via", std::move(via)},
            {"cue", claim.cue.of(text)},
            {"content", words(claim.content)}};
}

base::Result<base::Done> measure_chains(const std::string& path, const Digest& digest,
                                        Predictions& predictions, Outcome& outcome) {
    const auto cases = label_file(path);
    if (!cases) return cases.error();
    TellerScore score;
    for (const LabelledSentence& sentence : *cases) {
        values::Report report = report_of(sentence.name, sentence.text);
        report.published = sentence.published;
        const auto claims = digest(report).claims;
        const TellerScore here = compare(claims, sentence);
        score += here;
        Json ours = Json::array();
        for (const auto& claim : claims) ours.push_back(line(claim, sentence.text));
        predictions.add({{"case", sentence.name},
                         {"text", sentence.text},
                         {"chains", here.chains},
                         {"ends_right", here.ends_right},
                         {"whole_right", here.whole_right},
                         {"expected", sentence.print()},
                         {"predicted", std::move(ours)}});
    }
    outcome.show("chain end", {score.ends_right, score.chains, score.chains});
    outcome.figure("chain_end", score.end());
    outcome.show("chain whole", {score.whole_right, score.chains, score.chains});
    outcome.figure("chain_whole", score.whole());
    return base::Done{};
}

}  // namespace

base::Result<Outcome> claims(const std::string& data, const std::string& chains,
                             const Digest& digest, Predictions& predictions) {
    Outcome outcome("claims");
    if (const auto folder = first_there(data, {"polnear/dev", "polnear/test"})) {
        auto measured = measure_pairs(*folder, digest, predictions, outcome);
        if (!measured) return std::move(measured).error();
    } else {
        outcome.skip("polnear/dev is not there");
    }
    std::error_code unseen;
    if (fs::exists(chains, unseen)) {
        auto measured = measure_chains(chains, digest, predictions, outcome);
        if (!measured) return std::move(measured).error();
    } else {
        outcome.skip("the cases of chains are not there");
    }
    return outcome;
}

}  // namespace sitrep::quality
