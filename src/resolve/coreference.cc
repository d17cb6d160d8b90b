#include "resolve/coreference.h"

#include <algorithm>
#include <utility>

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
std::uint32_t naming(const Chains& chains, const Chain& chain, const chains::Phrases& phrases) {
    const auto worth = [&](std::uint32_t i) {
        const chains::Phrase& phrase = phrases.phrases[i];
        const std::size_t form = phrase.form == Form::Name ? 2 : phrase.form == Form::Noun ? 1 : 0;
        return std::pair(form,
                         phrase.form == Form::Name ? phrase.name.size() : phrase.modifiers.size());
    };
    std::uint32_t best = chain.mentions.front();
    for (const std::uint32_t i : chain.mentions) {
        if (worth(i) > worth(best)) best = i;
    }
    static_cast<void>(chains);
    return best;
}

Chains chains_of(const chains::Groups& groups) {
    Chains out;
    std::vector<std::int32_t> chain_of(groups.size(), -1);
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const chains::Phrase& phrase = groups.at(i);
        Mention mention;
        mention.words = {{phrase.head.sentence, phrase.first}, {phrase.head.sentence, phrase.last}};
        mention.head = phrase.head;
        mention.form = phrase.form;
        mention.being = phrase.being;
        mention.number = phrase.number;
        mention.gender = phrase.gender;
        mention.antecedent = groups.link(i);
        auto& chain = chain_of[groups.of(i)];
        if (chain < 0) {
            chain = static_cast<std::int32_t>(out.chains.size());
            const auto& told = groups.told(i);
            out.chains.push_back({told.being, told.number, told.gender, i, {}});
        }
        mention.chain = static_cast<std::uint32_t>(chain);
        out.chains[mention.chain].mentions.push_back(i);
        out.mentions.push_back(std::move(mention));
    }
    for (Chain& chain : out.chains) chain.naming = naming(out, chain, groups.phrases());
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
    join_owned(page, groups);
    return chains_of(groups);
}

}  // namespace sitrep::resolve
