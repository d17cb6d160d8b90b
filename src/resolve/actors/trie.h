// Trie: names and phrases by their folded words; the longest that begins at a word is found in one
// walk.
//
// Units  ids are the caller's own
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "resolve/actors/folded.h"

namespace sitrep::resolve {

class Trie {
public:
    void add(const std::vector<FoldedWord>& words, std::uint32_t id);

    struct Match {
        std::size_t words = 0;                            // 0: none
        const std::vector<std::uint32_t>* ids = nullptr;  // in the order they were added
    };
    Match longest(const std::vector<FoldedWord>& words, std::size_t at) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const {
            return std::hash<std::string_view>{}(s);
        }
    };

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
    std::unordered_map<std::uint64_t, std::uint32_t> next_;  // node and word to node
    std::vector<std::vector<std::uint32_t>> ids_{1};         // by node; 0 is the root
};

}  // namespace sitrep::resolve
