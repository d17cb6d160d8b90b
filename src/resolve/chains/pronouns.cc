#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/chains/sieves.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Form;
using values::Gender;
using values::Number;

constexpr std::uint32_t sentences_max = 6;  // how far back an antecedent is looked for
constexpr double fading = 0.4;              // of a mention's weight with each sentence
constexpr double weight_min = 0.1;          // below it we do not know
constexpr std::size_t passed_max = 3;

// What a mention weighs by its place in the clause, in the order of Lappin & Leass's salience
// factors; set by hand on the documents of GUM's train part that were read (docs/decisions/0006).
constexpr double subject_weight = 1.0;
constexpr double passive_subject_weight = 0.9;
constexpr double inner_subject_weight = 0.6;
constexpr double least_weight = 0.35;
struct RoleWeight {
    std::string_view relation;
    double weight;
};
constexpr std::array<RoleWeight, 8> role_weights{{{"obj", 0.6},
                                                  {"iobj", 0.6},
                                                  {"conj", 0.6},
                                                  {"root", 0.6},
                                                  {"vocative", 0.6},
                                                  {"nmod:poss", 0.6},
                                                  {"appos", 0.5},
                                                  {"obl", 0.45}}};

// What a mention's weight is multiplied by, by what the pronoun and its group are.
constexpr double same_gender = 1.2;
constexpr double whole = 1.0;
constexpr double in_other_quotation = 0.6;
constexpr double name_of_nobody_known = 0.6;  // "he" for a name that may be a person's
constexpr double noun_of_nobody_known = 0.1;
constexpr double one_person_as_they = 0.3;
constexpr double one_thing_as_they = 0.05;
constexpr double things_as_they = 0.6;
constexpr double thing_as_it = 0.8;
constexpr double things_that_speak = 0.1;

double role_weight(const Tree& tree, std::uint32_t word) {
    const values::Word& head = tree.at(word);
    if (relates(head, "nsubj")) {
        // "the people whom Osei saw": what the sentence is about stands outside.
        const bool inner =
            head.head >= 0 && relates(tree.at(static_cast<std::uint32_t>(head.head)), "acl");
        if (inner) return inner_subject_weight;
        return head.relation == "nsubj" ? subject_weight : passive_subject_weight;
    }
    for (const RoleWeight& one : role_weights) {
        if (relates(head, one.relation)) return one.weight;
    }
    return least_weight;
}

// What one pronoun asks of its antecedent.
class Search {
public:
    Search(const Page& page, const Groups& groups, std::uint32_t pronoun)
        : page_(page),
          groups_(groups),
          pronoun_(pronoun),
          here_(groups.at(pronoun)),
          tree_(page.tree(pronoun)) {
        const std::int32_t quotation = page.quotations.at(here_.head);
        if (quotation >= 0) {
            speaker_ = page.quotations.all[static_cast<std::size_t>(quotation)].speaker;
        }
        quotation_ = quotation;
    }

    struct Candidate {
        std::uint32_t group = 0;
        std::uint32_t latest = 0;
        double weight = 0;
        std::uint32_t sentence = 0;  // of its latest mention
        double here = 0;             // what it weighs there
    };

    // Heaviest first. A group weighs in each sentence by its weightiest mention.
    std::vector<Candidate> candidates() const {
        std::vector<Candidate> found;
        for (std::uint32_t i = begin(); i < groups_.size(); ++i) {
            if (groups_.at(i).head.sentence > here_.head.sentence) break;
            if (!may_be_meant(i)) continue;
            add(i, weight_of(i), found);
        }
        std::erase_if(found, [&](const Candidate& one) { return barred(one.group); });
        for (Candidate& one : found) one.weight *= kind_weight(one.group);
        std::erase_if(found, [&](const Candidate& one) { return one.weight < weight_min; });
        std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
            return a.weight > b.weight;
        });
        return found;
    }

private:
    // The first phrase that is near enough.
    std::uint32_t begin() const {
        std::uint32_t i = pronoun_;
        while (i > 0 && here_.head.sentence - groups_.at(i - 1).head.sentence <= sentences_max) --i;
        return i;
    }

    bool may_be_meant(std::uint32_t i) const {
        const Phrase& phrase = groups_.at(i);
        if (i == pronoun_ || phrase.head >= here_.head) return false;
        if (phrase.person == 1 || phrase.person == 2) return false;
        // A pronoun that nothing is known of says nothing of another, unless they are all we have.
        if (phrase.person == 3 && groups_.told(i).phrases.size() == 1 &&
            phrase.being == Being::Unknown && phrase.number != Number::Many) {
            return false;
        }
        return groups_.agree(pronoun_, i);
    }

    void add(std::uint32_t i, double weight, std::vector<Candidate>& found) const {
        const std::uint32_t group = groups_.of(i);
        const std::uint32_t sentence = groups_.at(i).head.sentence;
        auto at = std::find_if(found.begin(), found.end(),
                               [&](const Candidate& one) { return one.group == group; });
        if (at == found.end()) at = found.insert(found.end(), {group, i, 0, sentence, 0});
        if (at->sentence != sentence) at->here = 0;
        at->sentence = sentence;
        at->latest = i;
        at->weight += std::max(0.0, weight - at->here);
        at->here = std::max(at->here, weight);
    }

    double weight_of(std::uint32_t i) const {
        const Phrase& phrase = groups_.at(i);
        double weight = role_weight(page_.tree(i), phrase.head.word);
        for (std::uint32_t away = here_.head.sentence - phrase.head.sentence; away > 0; --away) {
            weight *= fading;
        }
        const std::int32_t quotation = page_.quotations.at(phrase.head);
        if (quotation != quotation_ && quotation >= 0) weight *= in_other_quotation;
        return weight;
    }

    // Said of the pronoun's own clause-mate, of what it stands in, or of the one who speaks.
    bool barred(std::uint32_t group) const {
        if (speaker_ >= 0 && groups_.of(static_cast<std::uint32_t>(speaker_)) == group) return true;
        for (const std::uint32_t i : groups_.told(group).phrases) {
            const Phrase& phrase = groups_.at(i);
            const bool speaks = phrase.person == 1 || phrase.person == 2;
            if (speaks && quotation_ >= 0 && page_.quotations.at(phrase.head) == quotation_) {
                return true;
            }
            if (phrase.head.sentence != here_.head.sentence) continue;
            if (speaks && page_.quotations.at(phrase.head) == quotation_) return true;
            if (is_clause_mate(phrase) || stands_in(phrase)) return true;
            for (const std::uint32_t part : phrase.parts) {
                if (stands_in(groups_.at(part))) return true;
            }
        }
        return false;
    }

    // "Osei met her": her is not Osei. Nor is she in "Osei rose and met her", "Osei called her a
    // liar".
    bool is_clause_mate(const Phrase& phrase) const {
        if (here_.possessive || here_.reflexive) return false;
        const std::int32_t mine = page_.head(pronoun_).head;
        const values::Word& head = tree_.at(phrase.head.word);
        if (mine < 0 || phrase.head.word == here_.head.word) return false;
        if (head.relation == "nmod:poss") return false;
        if (head.head == mine || mine == static_cast<std::int32_t>(phrase.head.word)) return true;
        return relates(head, "nsubj") && head.head >= 0 &&
               head.head == shared_subject_of(static_cast<std::uint32_t>(mine));
    }

    // The verb whose subject a clause without one of its own shares; -1 where it shares none.
    std::int32_t shared_subject_of(std::uint32_t clause) const {
        const values::Word& word = tree_.at(clause);
        const values::Word& pronoun = page_.head(pronoun_);
        const bool small = relates(word, "xcomp") && word.part != "VERB";
        const bool joined = relates(word, "conj") && word.part == "VERB";
        if (!small && (!joined || relates(pronoun, "nsubj"))) return -1;
        for (const std::uint32_t child : tree_.under(clause)) {
            if (joined && relates(tree_.at(child), "nsubj")) return -1;
        }
        return word.head;
    }

    // "his brother" is not he; "the man who lost his way" may be.
    bool stands_in(const Phrase& phrase) const {
        std::uint32_t word = here_.head.word;
        while (true) {
            const values::Word& now = tree_.at(word);
            if (now.head < 0 || relates(now, "acl") || relates(now, "conj") ||
                relates(now, "appos") || relates(now, "nsubj") || relates(now, "parataxis")) {
                return false;
            }
            word = static_cast<std::uint32_t>(now.head);
            if (word == phrase.head.word) return true;
        }
    }

    double kind_weight(std::uint32_t group) const {
        const auto& told = groups_.told(group);
        const bool person = told.being == Being::Person;
        const bool body = told.being == Being::Body;
        if (here_.gender != Gender::Unknown) {
            if (person) return told.gender == here_.gender ? same_gender : whole;
            if (told.being != Being::Unknown) return 0;
            return told.named ? name_of_nobody_known : noun_of_nobody_known;
        }
        const bool thing = !person && !body && told.being != Being::State;
        if (thing && speaks()) return things_that_speak;
        if (here_.number == Number::Many) {
            if (told.number == Number::One) return person ? one_person_as_they : one_thing_as_they;
            return person || body ? whole : things_as_they;
        }
        if (person) return 0;
        return body || told.being == Being::State ? whole : thing_as_it;
    }

    // "They denied it": what says something is no thing.
    bool speaks() const {
        const std::int32_t verb = page_.head(pronoun_).head;
        if (verb < 0 || !relates(page_.head(pronoun_), "nsubj")) return false;
        const values::WordAt at{here_.head.sentence, static_cast<std::uint32_t>(verb)};
        return std::any_of(
            page_.marks.attributions.begin(), page_.marks.attributions.end(),
            [&](const auto& said) { return said.cue.first <= at && at <= said.cue.last; });
    }

    const Page& page_;
    const Groups& groups_;
    std::uint32_t pronoun_;
    const Phrase& here_;
    const Tree& tree_;
    std::int32_t speaker_ = -1;
    std::int32_t quotation_ = -1;
};

}  // namespace

namespace {

constexpr double cataphora_score = 0.8;

// "It rained", "it seems that": nobody is meant.
bool is_empty(const Page& page, std::uint32_t i) {
    const values::Word& word = page.head(i);
    if (page.phrases.phrases[i].number != Number::One || !relates(word, "nsubj")) return false;
    if (page.phrases.phrases[i].gender != Gender::Unknown || word.head < 0) return false;
    const values::Word& said = page.tree(i).at(static_cast<std::uint32_t>(word.head));
    return page.known.find(WordKind::Empty, said.lemma) != nullptr;
}

// "Before he left, Osei …": the subject of the clause that the pronoun's own clause opens.
std::optional<std::uint32_t> subject_behind(const Page& page, const Groups& groups,
                                            std::uint32_t i) {
    const Phrase& phrase = groups.at(i);
    const Tree& tree = page.tree(i);
    std::uint32_t clause = phrase.head.word;
    bool fronted = false;
    while (tree.at(clause).head >= 0) {
        fronted = relates(tree.at(clause), "advcl") || relates(tree.at(clause), "obl");
        clause = static_cast<std::uint32_t>(tree.at(clause).head);
        if (!fronted || clause < phrase.head.word) continue;
        for (const std::uint32_t child : tree.under(clause)) {
            const std::int32_t subject = page.phrases.headed_by({phrase.head.sentence, child});
            if (!relates(tree.at(child), "nsubj") || subject < 0) continue;
            const auto other = static_cast<std::uint32_t>(subject);
            const bool behind = phrase.head < groups.at(other).head;
            const bool named = groups.at(other).form != Form::Pronoun;
            if (behind && named && groups.agree(i, other)) return other;
        }
    }
    return std::nullopt;
}

bool join_behind(const Page& page, Groups& groups, std::uint32_t i) {
    const auto subject = subject_behind(page, groups, i);
    if (!subject) return false;
    groups.join(i, *subject,
                {{}, {"cataphora", {page.span(i), page.span(*subject)}, cataphora_score}, {}});
    return true;
}

}  // namespace

void join_pronouns(const Page& page, Groups& groups) {
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& phrase = groups.at(i);
        if (phrase.person != 3 || groups.linked(i) || is_empty(page, i)) continue;
        const auto candidates = Search(page, groups, i).candidates();
        if (candidates.empty()) {
            join_behind(page, groups, i);
            continue;
        }
        Link link;
        double sum = 0;
        for (const auto& one : candidates) sum += one.weight;
        const auto& best = candidates.front();
        link.reason = {"pronoun", {page.span(best.latest), page.span(i)}, best.weight / sum};
        for (std::size_t j = 1; j < candidates.size() && j <= passed_max; ++j) {
            link.passed.push_back(
                {candidates[j].latest, "less-salient", candidates[j].weight / sum});
        }
        groups.join(i, best.latest, std::move(link));
    }
}

}  // namespace sitrep::resolve::chains
