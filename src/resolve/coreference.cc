#include "resolve/coreference.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

#include "resolve/chains/groups.h"
#include "resolve/chains/phrases.h"
#include "resolve/chains/quotations.h"
#include "resolve/chains/sieves.h"

namespace sitrep::resolve {
namespace {

using values::Chain;
using values::Chains;
using values::Form;
using values::Mention;

// The longest name, else the noun that says most, else the first mention.
std::uint32_t naming(const Chain& chain, const chains::Groups& groups,
                     const std::vector<std::uint32_t>& order) {
    const auto worth = [&](std::uint32_t place) {
        const chains::Phrase& phrase = groups.at(order[place]);
        const std::size_t form = phrase.form == Form::Name ? 2 : phrase.form == Form::Noun ? 1 : 0;
        return std::pair(form,
                         phrase.form == Form::Name ? phrase.name.size() : phrase.modifiers.size());
    };
    std::uint32_t best = chain.mentions.front();
    for (const std::uint32_t place : chain.mentions) {
        if (worth(place) > worth(best)) best = place;
    }
    return best;
}

// The phrases by their heads, a coordination before its first member.
std::vector<std::uint32_t> in_order(const chains::Groups& groups) {
    std::vector<std::uint32_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
        const auto key = [&](std::uint32_t i) {
            return std::tuple(groups.at(i).head, groups.at(i).parts.empty(), i);
        };
        return key(one) < key(other);
    });
    return order;
}

Mention mention_of(const chains::Groups& groups, std::uint32_t phrase,
                   const std::vector<std::uint32_t>& places) {
    const chains::Phrase& from = groups.at(phrase);
    Mention mention;
    mention.words = {{from.head.sentence, from.first}, {from.head.sentence, from.last}};
    mention.head = from.head;
    mention.form = from.form;
    mention.being = from.being;
    mention.number = from.number;
    mention.gender = from.gender;
    mention.antecedent = groups.link(phrase);
    auto& link = mention.antecedent;
    if (link.choice) link.choice = places[*link.choice];
    for (auto& passed : link.passed) passed.value = places[passed.value];
    return mention;
}

Chains chains_of(const chains::Groups& groups) {
    const std::vector<std::uint32_t> order = in_order(groups);
    std::vector<std::uint32_t> places(groups.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
    Chains out;
    std::vector<std::int32_t> chain_of(groups.size(), -1);
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        const std::uint32_t phrase = order[place];
        Mention mention = mention_of(groups, phrase, places);
        auto& chain = chain_of[groups.of(phrase)];
        if (chain < 0) {
            chain = static_cast<std::int32_t>(out.chains.size());
            const auto& told = groups.told(phrase);
            out.chains.push_back({told.being, told.number, told.gender, place, {}});
        }
        mention.chain = static_cast<std::uint32_t>(chain);
        out.chains[mention.chain].mentions.push_back(place);
        out.mentions.push_back(std::move(mention));
    }
    for (Chain& chain : out.chains) chain.naming = naming(chain, groups, order);
    return out;
}

}  // namespace

values::Chains coreference(const values::Report& report, const values::Marks& marks,
                           const BeingsKnown& known) {
    const chains::Phrases phrases = chains::phrases(report, marks, known);
    const chains::Quotations quotations = chains::quotations(report.text, marks, phrases, known);
    const chains::Page page{report.text, marks, phrases, known, quotations};
    chains::Groups groups(phrases);
    join_by_syntax(page, groups);
    join_names(page, groups);
    join_speakers(page, groups);
    join_nouns(page, groups);
    join_pronouns(page, groups);
    join_speakers(page, groups);  // "we", he said: whose side, who he is tells
    join_owned(page, groups);
    return chains_of(groups);
}

}  // namespace sitrep::resolve
