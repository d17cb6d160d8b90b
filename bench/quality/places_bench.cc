// places: names of places in news and where they lie, of the names given and of those found.
//
// A given name that is not placed counts as the maximum error; one that the data gives no point is
// in no distance. Found names are right by their exact span.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/files.h"
#include "quality/readers/toponyms.h"
#include "quality/scores/distances.h"

namespace sitrep::quality {
namespace {

constexpr std::size_t unseen_every = 5;  // articles whose errors nobody reads

struct Scores {
    Distances given;
    Counts found;
    Counts with_names;      // and names of places inside other names: LGL marks many of them
    Counts found_and_near;  // the span is right, and the place at most 161 km off
    std::size_t moved = 0;
};

struct Both {
    Scores all;
    Scores unseen;
};

std::optional<double> error(const values::PlaceMention& mention, const Toponym& gold) {
    const auto& choice = mention.place.choice;
    if (!choice || !choice->point || !gold.point) return std::nullopt;
    return values::kilometres(*choice->point, *gold.point);
}

std::vector<values::Span> spans(const ToponymArticle& article) {
    std::vector<values::Span> found;
    for (const auto& one : article.toponyms) {
        found.push_back(values::Span::in(article.text, one.begin, one.end));
    }
    return found;
}

Json shown(const ToponymArticle& article, std::size_t begin, std::size_t end) {
    constexpr std::size_t around = 40;
    const std::size_t from = begin > around ? begin - around : 0;
    return article.text.substr(from, std::min(end + around, article.text.size()) - from);
}

Json line(const std::string& what, const ToponymArticle& article, bool unseen, std::size_t begin,
          std::size_t end) {
    return {{"what", what},
            {"article", article.id},
            {"unseen", unseen},
            {"words", article.text.substr(begin, end - begin)},
            {"around", shown(article, begin, end)}};
}

void given_names(const ToponymArticle& article, const values::Places& placed, bool unseen,
                 Scores& scores, Predictions& predictions) {
    for (std::size_t i = 0; i < article.toponyms.size(); ++i) {
        const Toponym& gold = article.toponyms[i];
        if (!gold.point) continue;
        const auto& mention = placed.mentions[i];
        const auto off = error(mention, gold);
        scores.given.add(off);
        Json row = line("given", article, unseen, gold.begin, gold.end);
        row["expected"] = {gold.point->latitude, gold.point->longitude};
        row["kilometres"] = off ? Json(*off) : Json();
        row["predicted"] = values::print(article.text, mention);
        row["rule"] = mention.place.reason.rule;
        predictions.add(row);
    }
}

void found_names(const ToponymArticle& article, const values::Places& places, bool unseen,
                 Scores& scores, Predictions& predictions) {
    std::vector<bool> met(article.toponyms.size(), false);
    scores.found.expected += article.toponyms.size();
    scores.with_names.expected += article.toponyms.size();
    for (const auto& mention : places.mentions) {
        scores.with_names.predicted += 1;
        if (mention.use == values::PlaceUse::InName) {
            const auto same = [&](const Toponym& gold) {
                return gold.begin == mention.span.begin() && gold.end == mention.span.end();
            };
            const auto& gold = article.toponyms;
            scores.with_names.right += std::any_of(gold.begin(), gold.end(), same) ? 1 : 0;
            continue;
        }
        scores.found.predicted += 1;
        bool right = false;
        for (std::size_t i = 0; i < article.toponyms.size() && !right; ++i) {
            const Toponym& gold = article.toponyms[i];
            right = !met[i] && gold.begin == mention.span.begin() && gold.end == mention.span.end();
            if (!right) continue;
            met[i] = true;
            scores.found.right += 1;
            scores.with_names.right += 1;
            const auto off = error(mention, gold);
            if (off && *off <= near_kilometres) scores.found_and_near.right += 1;
        }
        if (!right) {
            Json row = line("too much", article, unseen, mention.span.begin(), mention.span.end());
            row["predicted"] = values::print(article.text, mention);
            predictions.add(row);
        }
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
        const Toponym& gold = article.toponyms[i];
        if (!met[i]) predictions.add(line("missed", article, unseen, gold.begin, gold.end));
    }
}

Both run(const std::vector<ToponymArticle>& articles, const Split& split, const Annotate& annotate,
         const FindToponyms& find, Predictions& predictions) {
    Both both;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& article = articles[i];
        auto report = report_of(article.id, article.text);
        report.outlet = {article.domain, values::Known::Given, "", {}};
        const auto marks = annotate(report, split(report));
        const bool unseen = i % unseen_every == unseen_every - 1;
        Scores scores;
        scores.moved = article.moved;
        given_names(article, find(report, marks, spans(article)), unseen, scores, predictions);
        found_names(article, find(report, marks, std::nullopt), unseen, scores, predictions);
        for (Scores* const into : {&both.all, unseen ? &both.unseen : nullptr}) {
            if (into == nullptr) continue;
            into->given += scores.given;
            into->found += scores.found;
            into->with_names += scores.with_names;
            into->found_and_near += scores.found_and_near;
            into->moved += scores.moved;
        }
    }
    return both;
}

void report(const std::string& set, const Scores& scores, Outcome& outcome) {
    outcome.add(set + "_recognition_f1", scores.found);
    outcome.add(set + "_recognition_with_names_f1", scores.with_names);
    Counts near = scores.found_and_near;
    near.predicted = scores.found.predicted;
    near.expected = scores.found.expected;
    outcome.add(set + "_found_and_near_f1", near);
    outcome.figure(set + "_near_161", scores.given.near());
    outcome.figure(set + "_auc", scores.given.area());
    outcome.amount(set + "_mean_kilometres", scores.given.mean());
    outcome.amount(set + "_median_kilometres", scores.given.median());
}

}  // namespace

base::Result<Outcome> places(const std::string& data, const Split& split, const Annotate& annotate,
                             const FindToponyms& find, Predictions& predictions) {
    Outcome outcome("places");
    const std::pair<std::string, std::string> sets[] = {{"lgl", "lgl"}, {"tr_news", "TR-News"}};
    for (const auto& [set, file] : sets) {
        const auto path =
            first_there(data, {"places/" + file + ".xml", "places/" + file + "-test.xml"});
        if (!path) {
            outcome.skip("places/" + file + ".xml is not there");
            continue;
        }
        const auto articles = toponym_articles(*path);
        if (!articles) return articles.error();
        const Both both = run(*articles, split, annotate, find, predictions);
        report(set, both.all, outcome);
        report("not_read_" + set, both.unseen, outcome);
        outcome.amount(set + "_offsets_mended", static_cast<double>(both.all.moved));
    }
    return outcome;
}

}  // namespace sitrep::quality
