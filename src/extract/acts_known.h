// ActsKnown: the words that tell an act, read from lexicon/en/acts.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lookup/table.h"

namespace sitrep::extract {

class ActsKnown {
public:
    static base::Result<ActsKnown> from(const lookup::Table& table);

    // The type of an act told by a lemma as that part of speech; empty where it tells none.
    std::string_view type(std::string_view lemma, std::string_view part) const;
    // How a lemma binds the act below it: "modal", "future", "attempted"; empty where it does not.
    std::string_view hedge(std::string_view lemma) const;
    bool is_time(std::string_view lemma) const { return times_.contains(lemma); }

private:
    using Map = std::map<std::string, std::string, std::less<>>;

    Map verbs_;
    Map nouns_;
    Map hedges_;
    Map times_;
};

}  // namespace sitrep::extract
