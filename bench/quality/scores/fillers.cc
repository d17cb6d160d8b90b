#include "quality/scores/fillers.h"

#include <algorithm>

#include "quality/scores/pairing.h"

namespace sitrep::quality {
namespace {

std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (c == '\n') c = ' ';
    }
    return out;
}

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

bool is_article(std::string_view word) { return word == "a" || word == "an" || word == "the"; }

bool within(const Entity& part, const Entity& whole) {
    return std::all_of(part.begin(), part.end(), [&](const std::string& mention) {
        return std::find(whole.begin(), whole.end(), mention) != whole.end();
    });
}

std::vector<Entity> normalised_all(std::vector<Entity> entities) {
    for (auto& entity : entities) {
        for (auto& mention : entity) mention = normalised(mention);
    }
    return entities;
}

}  // namespace

std::string normalised(std::string_view mention) {
    std::string bare;
    for (const char c : folded(mention)) {
        if (!is_punctuation(c)) bare += c;
    }
    std::string out;
    for (std::size_t at = 0; at < bare.size();) {
        const auto begin = bare.find_first_not_of(" \t\r\f\v", at);
        if (begin == std::string::npos) break;
        const auto end = std::min(bare.find_first_of(" \t\r\f\v", begin), bare.size());
        const auto word = bare.substr(begin, end - begin);
        if (!is_article(word)) out += (out.empty() ? "" : " ") + word;
        at = end;
    }
    return out;
}

Counts ceaf_ree(const std::vector<Entity>& predicted, const std::vector<Entity>& gold) {
    const auto ours = normalised_all(predicted);
    const auto theirs = normalised_all(gold);
    // Similarities are 0 or 1, so that the most pairs are the best pairing.
    const auto alike = [&](std::size_t i, std::size_t j) { return within(ours[i], theirs[j]); };
    return {most_pairs(ours.size(), theirs.size(), alike), ours.size(), theirs.size()};
}

void merge_gold(const Entity& filler, std::vector<Entity>& into) {
    Entity entity;
    for (const auto& mention : filler) entity.push_back(folded(mention));
    for (const auto& known : into) {
        if (within(entity, known) || within(known, entity)) return;
    }
    into.push_back(std::move(entity));
}

std::vector<Entity> found_in(std::string_view text, const std::vector<Entity>& gold) {
    const auto plain = folded(text);
    std::vector<Entity> out;
    for (const auto& entity : gold) {
        Entity found;
        for (const auto& mention : entity) {
            if (plain.find(folded(mention)) != std::string::npos) found.push_back(mention);
        }
        if (!found.empty()) out.push_back(std::move(found));
    }
    return out;
}

}  // namespace sitrep::quality
