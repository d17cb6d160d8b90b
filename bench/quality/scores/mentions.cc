#include "quality/scores/mentions.h"

#include <cstddef>
#include <set>
#include <string_view>

namespace sitrep::quality {

std::vector<Mention> mentions(const std::vector<std::string>& tags) {
    std::vector<Mention> found;
    bool open = false;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const std::string_view tag = tags[i];
        if (tag.size() < 3 || tag[1] != '-' || (tag[0] != 'B' && tag[0] != 'I')) {
            open = false;
            continue;
        }
        const std::string_view type = tag.substr(2);
        if (open && tag[0] == 'I' && found.back().type == type) {
            found.back().last = static_cast<std::uint32_t>(i);
        } else {
            const auto at = static_cast<std::uint32_t>(i);
            found.push_back({at, at, std::string(type)});
            open = true;
        }
    }
    return found;
}

std::vector<Mention> mapped(const std::vector<Mention>& mentions, const TypeMap& types) {
    std::vector<Mention> found;
    for (const Mention& mention : mentions) {
        const auto type = types.find(mention.type);
        if (type != types.end()) found.push_back({mention.first, mention.last, type->second});
    }
    return found;
}

CountsByType compare(const std::vector<Mention>& predicted, const std::vector<Mention>& expected) {
    const std::set<Mention> ours(predicted.begin(), predicted.end());
    const std::set<Mention> gold(expected.begin(), expected.end());
    CountsByType counts;
    for (const Mention& mention : ours) {
        Counts& type = counts[mention.type];
        type.predicted += 1;
        type.right += gold.contains(mention) ? 1U : 0U;
    }
    for (const Mention& mention : gold) counts[mention.type].expected += 1;
    return counts;
}

Counts sum(const CountsByType& counts, const std::vector<std::string>& types) {
    Counts total;
    for (const std::string& type : types) {
        const auto found = counts.find(type);
        if (found != counts.end()) total += found->second;
    }
    return total;
}

}  // namespace sitrep::quality
