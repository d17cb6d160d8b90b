#include "quality/coreference_cases.h"

#include <vector>

#include "lookup/table.h"
#include "quality/given.h"
#include "quality/readers/bracketed.h"

namespace sitrep::quality {
namespace {

constexpr std::int32_t none = -1;

// The first of the bracket's words whose head lies outside of it.
values::WordAt head_of(const Extent& bracket, const values::Marks& marks) {
    for (std::uint32_t s = 0; s < marks.sentences.size(); ++s) {
        const auto& words = marks.sentences[s].words;
        const auto inside = [&](std::size_t word) {
            const auto span = words[word].span;
            return bracket.begin <= span.begin() && span.end() <= bracket.end;
        };
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            const auto head = words[w].head;
            if (inside(w) && (head < 0 || !inside(static_cast<std::size_t>(head)))) return {s, w};
        }
    }
    return {};
}

// The mention with the bracket's head; else the one that shares most of its characters.
std::int32_t mention_on(const Extent& bracket, const values::Marks& marks,
                        const values::Chains& chains) {
    const values::WordAt head = head_of(bracket, marks);
    std::int32_t best = none;
    double most = 0;
    for (std::size_t i = 0; i < chains.mentions.size(); ++i) {
        const auto span = marks.span(chains.mentions[i].words);
        const Extent ours{span.begin(), span.end()};
        const auto both = static_cast<double>(shared(ours, bracket));
        const double share = both / (static_cast<double>(ours.size() + bracket.size()) - both) +
                             (chains.mentions[i].head == head ? 1.0 : 0.0);
        if (both > 0 && share > most) {
            most = share;
            best = static_cast<std::int32_t>(i);
        }
    }
    return best;
}

struct Read {
    BracketedText told;
    values::Marks marks;
    values::Chains chains;
    std::vector<std::int32_t> mentions;  // by bracket

    std::int32_t chain(std::size_t bracket) const {
        if (mentions[bracket] == none) return none;
        const auto at = static_cast<std::size_t>(mentions[bracket]);
        return static_cast<std::int32_t>(chains.mentions[at].chain);
    }
    std::string words(std::size_t bracket) const {
        const Extent& range = told.brackets[bracket].range;
        return told.text.substr(range.begin, range.size());
    }
    std::string rule(std::size_t bracket) const {
        if (mentions[bracket] == none) return "no mention";
        const auto at = static_cast<std::size_t>(mentions[bracket]);
        return chains.mentions[at].antecedent.reason.rule;
    }
};

struct Judged {
    bool right = false;
    std::string expected;   // the nearest earlier mention of its number
    std::string predicted;  // those of its chain
};

Judged judge(const Read& read, std::size_t bracket) {
    bool same = false;
    bool other = false;
    Judged out;
    for (std::size_t before = 0; before < bracket; ++before) {
        const bool of_it = read.told.brackets[before].number == read.told.brackets[bracket].number;
        const bool chained = read.chain(bracket) != none &&  //
                             read.chain(before) == read.chain(bracket);
        same = same || (of_it && chained);
        other = other || (!of_it && chained);
        if (of_it) out.expected = read.words(before);
        if (chained) out.predicted += (out.predicted.empty() ? "" : " + ") + read.words(before);
    }
    out.right = !other && (same || out.expected.empty());
    return out;
}

}  // namespace

base::Result<base::Done> coreference_cases(const std::string& cases, const Split& split,
                                           const Annotate& annotate, const Corefer& corefer,
                                           Predictions& predictions, Outcome& outcome) {
    const auto table = lookup::table(cases);
    if (!table) return table.error();
    Counts counts;
    for (const auto& row : table->rows) {
        auto told = bracketed(row.cells[0]);
        if (!told) return std::move(told).error().at(cases + ":" + std::to_string(row.line));
        const auto report = report_of("own", told->text);
        auto marks = annotate(report, split(report));
        auto chains = corefer(report, marks);
        Read read{*std::move(told), std::move(marks), std::move(chains), {}};
        for (const auto& bracket : read.told.brackets) {
            read.mentions.push_back(mention_on(bracket.range, read.marks, read.chains));
        }
        for (std::size_t i = 1; i < read.told.brackets.size(); ++i) {
            const Judged judged = judge(read, i);
            counts += Counts{judged.right ? 1U : 0U, 1, 1};
            predictions.add({{"set", "own"},
                             {"line", row.line},
                             {"text", row.cells[0]},
                             {"mention", read.words(i)},
                             {"right", judged.right},
                             {"expected", judged.expected},
                             {"predicted", judged.predicted},
                             {"rule", read.rule(i)}});
        }
    }
    outcome.add("own_cases", counts);
    return base::Done{};
}

}  // namespace sitrep::quality
