// Gathering: mentions put together into actors, by chain or by name.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "resolve/actors/mention.h"
#include "resolve/actors/nouns.h"
#include "values/actor.h"

namespace sitrep::resolve {

struct Mention {
    values::WordRange range;
    Told told;
    Noun noun;
};

class Gathering {
public:
    // Mentions that mean one actor.
    void add_chain(std::vector<Mention> mentions);
    // A mention by itself: joined to those that bear its name.
    void add(Mention mention);

    // In order of first mention; mentions in text order.
    std::vector<values::ActorTold> actors() const;

private:
    void index(const Mention& mention, std::size_t group);

    std::vector<std::vector<Mention>> groups_;
    std::map<std::string, std::vector<std::size_t>> by_key_;  // groups by a mention's name
};

}  // namespace sitrep::resolve
