// coreference: pronouns, nouns and speakers linked to the right chain, on GUM's tokens.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "quality/benches.h"
#include "quality/coreference_cases.h"
#include "quality/given.h"
#include "quality/readers/chained.h"
#include "quality/readers/conllu.h"
#include "quality/readers/files.h"
#include "quality/scores/chains.h"

namespace sitrep::quality {
namespace {

// Written of public matters in the third person, as a report is.
constexpr std::array<std::string_view, 5> news_like = {"news", "bio", "court", "interview",
                                                       "speech"};

// "GUM_news_flood" is of genre "news".
std::string genre(const std::string& document) {
    const auto pieces = cut(document, '_');
    return pieces.size() < 2 ? "" : std::string(pieces[1]);
}

Parts parts(const ConlluDocument& document) {
    Parts found;
    for (const ConlluSentence& sentence : document.sentences) {
        auto& row = found.emplace_back();
        for (const ConlluWord& word : sentence.words) row.push_back(word.tree.part);
    }
    return found;
}

// The same marks with the trees that people drew.
values::Marks with_gold_trees(values::Marks marks, const ConlluDocument& document) {
    for (std::size_t s = 0; s < marks.sentences.size(); ++s) {
        for (std::size_t w = 0; w < marks.sentences[s].words.size(); ++w) {
            const ConlluWord& gold = document.sentences[s].words[w];
            values::Word& word = marks.sentences[s].words[w];
            word.part = gold.tree.part;
            word.lemma = gold.tree.lemma;
            word.head = gold.tree.head;
            word.relation = gold.tree.relation;
            word.features = gold.features == "_" ? "" : gold.features;
        }
    }
    return marks;
}

std::string_view name(LinkKind kind) {
    switch (kind) {
        case LinkKind::Pronoun:
            return "pronoun";
        case LinkKind::Noun:
            return "noun";
        case LinkKind::Quoted:
            return "quoted";
        case LinkKind::None:
            break;
    }
    return "";
}

void keep(const ConlluDocument& document, const values::Marks& marks, const values::Chains& ours,
          const std::vector<GoldMention>& gold, const JudgedChains& judged,
          Predictions& predictions) {
    const auto words = [&](const values::WordRange& range) {
        return marks.span(range).of(document.text);
    };
    for (const JudgedLink& link : judged.links) {
        Json beside = nullptr;
        Json rule = nullptr;
        if (link.ours >= 0) {
            const auto& antecedent = ours.mentions[static_cast<std::size_t>(link.ours)].antecedent;
            rule = antecedent.reason.rule;
            if (antecedent.choice) beside = words(ours.mentions[*antecedent.choice].words);
        }
        Json expected = nullptr;
        if (link.gold >= 0) expected = words(gold[static_cast<std::size_t>(link.gold)].words);
        const values::WordRange here{link.mention, link.mention};
        predictions.add(
            {{"document", document.id},
             {"sentence", document.sentences[link.mention.sentence].id},
             {"kind", name(link.kind)},
             {"mention", link.ours >= 0
                             ? words(ours.mentions[static_cast<std::size_t>(link.ours)].words)
                             : words(here)},
             {"is_expected", link.expected},
             {"is_told", link.told},
             {"to_speaker", link.to_speaker},
             {"is_predicted", link.predicted},
             {"right", link.right},
             {"expected", std::move(expected)},
             {"predicted", std::move(beside)},
             {"rule", std::move(rule)}});
    }
}

void add(const std::string& set, const ChainScore& score, Outcome& outcome) {
    outcome.add(set + "_pronouns_f1", score.pronouns);
    outcome.figure(set + "_nouns_precision", score.nouns.precision());
    outcome.figure(set + "_nouns_recall", score.nouns.recall());
    outcome.show(set + "_nouns", score.nouns);
    outcome.add(set + "_quoted_f1", score.quoted);
    outcome.figure(set + "_quoted_precision", score.quoted.precision());
    outcome.add(set + "_quoted_to_speaker_f1", score.quoted_to_speaker);
    outcome.add(set + "_quoted_told_f1", score.quoted_told);
    outcome.add(set + "_pronouns_to_name_f1", score.pronouns_to_name);
}

struct Scores {
    ChainScore all;
    ChainScore gold_trees;
    std::map<std::string, ChainScore> genres;
};

base::Result<base::Done> run(const ConlluDocument& document, const Annotate& annotate,
                             const Corefer& corefer, Predictions& predictions, Scores& scores) {
    const auto gold = gold_mentions(document);
    if (!gold) return gold.error();
    const Given input = given(document);
    const values::Marks marks = annotate(input.report, input.sentences);
    must_fit(marks, input.sentences);
    const values::Chains ours = corefer(input.report, marks);
    const JudgedChains found = judged(document.text, marks, ours, *gold, parts(document));
    scores.all += found.score;
    scores.genres[genre(document.id)] += found.score;
    keep(document, marks, ours, *gold, found, predictions);

    const values::Marks drawn = with_gold_trees(marks, document);
    const values::Chains theirs = corefer(input.report, drawn);
    scores.gold_trees += judged(document.text, drawn, theirs, *gold, parts(document)).score;
    return base::Done{};
}

// The files that are there. Where the development part is absent and the test part there, that is
// measured alone; the train part's trees were seen by the parser, its chains by nobody.
std::vector<std::string> files(const std::string& data) {
    std::vector<std::string> found;
    const auto take = [&](const std::string& part) {
        const std::string file = "ud/en_gum-" + part + ".conllu";
        const auto path = first_there(data, {file + ".xz", file});
        if (path) found.push_back(*path);
        return path.has_value();
    };
    if (!take("dev") && take("test")) return found;
    take("train");
    return found;
}

}  // namespace

base::Result<Outcome> coreference(const std::string& data, const std::string& cases,
                                  const Split& split, const Annotate& annotate,
                                  const Corefer& corefer, Predictions& predictions) {
    Outcome outcome("coreference");
    if (auto done = coreference_cases(cases, split, annotate, corefer, predictions, outcome);
        !done) {
        return std::move(done).error();
    }
    Scores scores;
    const auto paths = files(data);
    if (paths.empty()) {
        outcome.skip("ud/en_gum-dev.conllu.xz is not there");
        return outcome;
    }
    ChainScore unseen;
    for (const std::string& path : paths) {
        const auto documents = conllu_file(path);
        if (!documents) return documents.error();
        for (const ConlluDocument& document : *documents) {
            if (auto done = run(document, annotate, corefer, predictions, scores); !done) {
                return std::move(done).error().at(path);
            }
        }
        if (path == paths.front()) unseen = scores.all;
    }
    add("all", scores.all, outcome);
    ChainScore like_news;
    for (const auto& [name, score] : scores.genres) {
        if (std::find(news_like.begin(), news_like.end(), name) != news_like.end()) {
            like_news += score;
        }
        outcome.show(name + "_pronouns", score.pronouns);
        outcome.show(name + "_nouns", score.nouns);
        outcome.show(name + "_quoted", score.quoted);
    }
    add("news", scores.genres["news"], outcome);
    add("news_like", like_news, outcome);
    add("gold_trees", scores.gold_trees, outcome);
    if (paths.size() > 1) add("dev", unseen, outcome);
    return outcome;
}

}  // namespace sitrep::quality
