#include "resolve/chains/groups.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/check.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Form;
using values::Gender;
using values::Number;

template <class T>
bool differ(T one, T other) {
    return one != T::Unknown && other != T::Unknown && one != other;
}

}  // namespace

bool can_be_one(Being one, Being other) {
    if (!differ(one, other)) return true;
    const auto pair = std::minmax(one, other);
    return pair == std::minmax(Being::State, Being::Body) ||
           pair == std::minmax(Being::State, Being::Place);
}

Groups::Groups(const Phrases& phrases) : phrases_(&phrases), links_(phrases.phrases.size()) {
    for (std::uint32_t i = 0; i < phrases.phrases.size(); ++i) {
        const Phrase& phrase = phrases.phrases[i];
        roots_.push_back(i);
        told_.push_back(
            {phrase.being, phrase.number, phrase.gender, phrase.form == Form::Name, 0, {i}});
    }
}

std::uint32_t Groups::of(std::uint32_t phrase) const {
    while (roots_[phrase] != phrase) phrase = roots_[phrase];
    return phrase;
}

bool Groups::agree(std::uint32_t one, std::uint32_t other) const {
    const Told& a = told(one);
    const Told& b = told(other);
    return can_be_one(a.being, b.being) && !differ(a.number, b.number) &&
           !differ(a.gender, b.gender);
}

void Groups::join(std::uint32_t phrase, std::uint32_t antecedent, Link link) {
    CHECK(phrase != antecedent);
    link.choice = antecedent;
    links_[phrase] = std::move(link);
    const std::uint32_t into = of(antecedent);
    const std::uint32_t from = of(phrase);
    if (into == from) return;
    roots_[from] = into;
    Told& whole = told_[into];
    Told& part = told_[from];
    if (whole.being == Being::Unknown) whole.being = part.being;
    // A body that says "we" is still "it".
    const bool says_we = whole.being == Being::Body && phrases_->phrases[phrase].person == 1;
    if (whole.number == Number::Unknown && !says_we) whole.number = part.number;
    if (whole.gender == Gender::Unknown) whole.gender = part.gender;
    whole.named = whole.named || part.named;
    std::vector<std::uint32_t> merged;
    std::merge(whole.phrases.begin(), whole.phrases.end(), part.phrases.begin(), part.phrases.end(),
               std::back_inserter(merged));
    whole.phrases = std::move(merged);
    part.phrases.clear();
}

}  // namespace sitrep::resolve::chains
