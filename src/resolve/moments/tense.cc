#include "resolve/moments/tense.h"

#include <algorithm>
#include <string_view>

namespace sitrep::resolve {
namespace {

using values::MarkedSentence;
using values::Word;

constexpr int climbs_max = 64;  // up a tree; no sentence of news is deeper

bool has(const Word& word, std::string_view feature) {
    return word.features.find(feature) != std::string::npos;
}

class Clauses {
public:
    Clauses(const MarkedSentence& sentence, const TimeWords& words)
        : sentence_(sentence), words_(words) {}

    const Word& at(std::size_t word) const { return sentence_.words[word]; }

    template <class Use>
    void children(std::size_t of, const Use& use) const {
        for (std::size_t i = 0; i < sentence_.words.size(); ++i) {
            if (at(i).head == static_cast<std::int32_t>(of)) use(i);
        }
    }

    // The head of the clause that a word stands in, perhaps itself: a verb, or a noun with a copula
    // or a subject; the root where none is on the way.
    std::size_t clause_of(std::size_t word) const {
        for (int climb = 0; climb < climbs_max && at(word).head >= 0; ++climb) {
            if (at(word).part == "VERB") return word;
            bool heads = false;
            children(word, [&](std::size_t i) {
                heads = heads || at(i).relation == "cop" || at(i).relation.starts_with("nsubj");
            });
            if (heads) return word;
            word = static_cast<std::size_t>(at(word).head);
        }
        return word;
    }

    bool is_future(std::size_t word, std::string_view value) const {
        const auto found = words_.entries.find(at(word).lemma);
        if (found == words_.entries.end()) return false;
        return std::any_of(found->second.begin(), found->second.end(), [&](const auto& entry) {
            return entry.kind == TimeKind::Future && entry.value == value;
        });
    }

    Tense tense(std::size_t clause, int climb = 0) const {
        Helpers helpers;
        children(clause, [&](std::size_t i) { helpers.take(*this, i); });
        if (helpers.future) return Tense::Future;
        if (helpers.modal) return helpers.have ? Tense::Past : Tense::Future;
        if (helpers.infinitive) return infinitive(clause, helpers, climb);
        if (is_future(clause, "plan") && !helpers.negated) return Tense::Future;
        if (helpers.past || helpers.have) return Tense::Past;
        if (helpers.present) return Tense::Present;
        if (has(at(clause), "Tense=Past")) return Tense::Past;
        return has(at(clause), "Tense=Pres") && has(at(clause), "VerbForm=Fin") ? Tense::Present
                                                                                : Tense::Open;
    }

private:
    // What stands with a verb.
    struct Helpers {
        bool future = false;
        bool modal = false;
        bool have = false;
        bool past = false;
        bool present = false;
        bool infinitive = false;
        bool negated = false;

        void take(const Clauses& in, std::size_t i) {
            const Word& word = in.at(i);
            if (word.relation == "mark" && word.part == "PART") infinitive = true;
            if (has(word, "Polarity=Neg")) negated = true;
            if (!word.relation.starts_with("aux") && word.relation != "cop") return;
            future = future || in.is_future(i, "aux");
            modal = modal || in.is_future(i, "modal");
            have = have || (word.lemma == "have" && word.relation == "aux");
            past = past || has(word, "Tense=Past");
            present = present || has(word, "Tense=Pres");
        }
    };

    // "is to meet", "plan to meet", "hostages, to be flown out", "will begin to meet"
    Tense infinitive(std::size_t clause, const Helpers& helpers, int climb) const {
        if (helpers.have) return Tense::Past;
        if (helpers.present) return Tense::Future;
        if (at(clause).head < 0 || climb >= climbs_max) return Tense::Open;
        const auto above = static_cast<std::size_t>(at(clause).head);
        if (is_future(above, "verb") || is_future(above, "plan")) return Tense::Future;
        if (at(clause).relation.starts_with("acl")) return Tense::Future;
        const Tense told = tense(clause_of(above), climb + 1);
        return told == Tense::Future ? told : Tense::Open;
    }

    const MarkedSentence& sentence_;
    const TimeWords& words_;
};

// How a time hangs on its clause.
struct Way {
    bool possessive = false;  // "Sunday's raid"
    bool in_subject = false;
    bool looks_back = false;  // on a noun behind "after", "over"
};

Way way_to(const Clauses& clauses, const TimeLine& line, const TimePhrase& phrase, std::size_t head,
           std::size_t clause) {
    Way way;
    way.possessive = line.is(phrase.last + 1, "'s") || line.is(phrase.last + 1, "'");
    std::size_t word = head;
    for (int climb = 0; climb < climbs_max && word != clause; ++climb) {
        const Word& here = clauses.at(word);
        way.possessive = way.possessive || here.relation == "nmod:poss";
        way.in_subject = way.in_subject || here.relation.starts_with("nsubj");
        if (word != head) {
            clauses.children(word, [&](std::size_t i) {
                way.looks_back = way.looks_back || (clauses.at(i).relation == "case" &&
                                                    line.met(i, TimeKind::Behind));
            });
        }
        if (here.head < 0) break;
        word = static_cast<std::size_t>(here.head);
    }
    return way;
}

bool is_cue(const values::Marks& marks, values::WordAt word) {
    return std::any_of(marks.attributions.begin(), marks.attributions.end(), [&](const auto& said) {
        return said.cue.first <= word && word <= said.cue.last;
    });
}

}  // namespace

Tense tense_of(const TimeLine& line, const values::Marks& marks, std::uint32_t sentence,
               const TimePhrase& phrase, std::size_t head, const TimeWords& words) {
    const Clauses clauses(marks.sentences[sentence], words);
    const std::size_t clause = clauses.clause_of(head);
    const Way way = way_to(clauses, line, phrase, head, clause);
    const std::size_t first = phrase.first;
    const auto stands_before = [&](std::string_view word) {
        return first > 0 && line.is(first - 1, word);
    };
    if (way.looks_back || stands_before("since")) return Tense::Past;
    const bool weekday = phrase.form == TimeForm::Weekday;
    if (weekday && stands_before("for") && !way.possessive) return Tense::Future;
    if (first > 1 && line.is(first - 2, "ahead") && stands_before("of")) return Tense::Future;
    Tense tense = clauses.tense(clause);
    const auto clause_word = static_cast<std::uint32_t>(clause);
    if (tense == Tense::Present &&
        (way.possessive || way.in_subject || is_cue(marks, {sentence, clause_word}))) {
        tense = Tense::Open;
    }
    if (first == 0) return tense;
    const auto before = line.met(first - 1, TimeKind::Bounds);
    const bool up_to = before && before.value == "to";
    const bool as_soon = first > 2 && line.is(first - 1, "as") && line.is(first - 3, "as");
    const bool deadline = up_to && clauses.is_future(clause, "until");
    if (as_soon || deadline || (tense == Tense::Open && up_to)) return Tense::Future;
    return tense;
}

}  // namespace sitrep::resolve
