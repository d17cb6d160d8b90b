// Groups: the phrases that were found to be one, and what they tell together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "resolve/chains/phrases.h"
#include "values/chain.h"

namespace sitrep::resolve::chains {

using Link = values::Decision<std::uint32_t>;

// What a group's phrases tell together.
struct Told {
    values::Being being = values::Being::Unknown;
    values::Number number = values::Number::Unknown;
    values::Gender gender = values::Gender::Unknown;
    bool named = false;
    std::uint8_t speaks = 0;             // holds "I" (1) or "we" (2)
    std::vector<std::uint32_t> phrases;  // in the order of the phrases
};

class Groups {
public:
    explicit Groups(const Phrases& phrases);

    std::uint32_t of(std::uint32_t phrase) const;  // the group's root
    const Told& told(std::uint32_t phrase) const { return told_[of(phrase)]; }
    bool same(std::uint32_t one, std::uint32_t other) const { return of(one) == of(other); }
    // Number, gender and being do not speak against it.
    bool agree(std::uint32_t one, std::uint32_t other) const;

    // phrase gets `antecedent` by `link`, and their groups are one.
    void join(std::uint32_t phrase, std::uint32_t antecedent, Link link);
    // phrase stays without antecedent for a reason that is told.
    void leave(std::uint32_t phrase, Link link) { links_[phrase] = std::move(link); }
    bool linked(std::uint32_t phrase) const { return links_[phrase].choice.has_value(); }
    const Link& link(std::uint32_t phrase) const { return links_[phrase]; }

    const Phrases& phrases() const { return *phrases_; }
    const Phrase& at(std::uint32_t phrase) const { return phrases_->phrases[phrase]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(links_.size()); }

private:
    const Phrases* phrases_;
    std::vector<std::uint32_t> roots_;
    std::vector<Told> told_;
    std::vector<Link> links_;
};

bool can_be_one(values::Being one, values::Being other);

}  // namespace sitrep::resolve::chains
