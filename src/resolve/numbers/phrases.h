// Phrases: words of a lexicon that are found at a piece of text, the longest first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/numbers/pieces.h"

namespace sitrep::resolve::numbers {

enum class Reads : std::uint8_t { AnyCase, AsWritten };

template <class T>
class Phrases {
public:
    struct Found {
        std::size_t pieces = 0;  // 0 where there is none
        const T* value = nullptr;

        explicit operator bool() const { return value != nullptr; }
    };

    void add(std::string_view words, Reads reads, T value) {
        Entry entry{{}, {}, reads, std::move(value)};
        for (const auto& piece :
             numbers::pieces(words, 0, static_cast<std::uint32_t>(words.size()))) {
            entry.words.push_back(reads == Reads::AnyCase ? piece.lowered
                                                          : std::string(piece.written));
            entry.glued.push_back(!piece.apart && piece.kind != PieceKind::Sign);
        }
        if (entry.words.empty()) return;
        const auto lowered = [](std::string word) {
            for (char& c : word) {
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            }
            return word;
        };
        const auto at = static_cast<std::uint32_t>(entries_.size());
        by_first_[lowered(entry.words.front())].push_back(at);
        by_last_[lowered(entry.words.back())].push_back(at);
        entries_.push_back(std::move(entry));
    }

    // The longest phrase that begins at a piece.
    Found ahead(const Pieces& pieces, std::size_t at) const {
        if (at >= pieces.size()) return {};
        return longest(by_first_, pieces[at].lowered, [&](const Entry& entry) {
            return at + entry.words.size() <= pieces.size() && stands(entry, pieces, at);
        });
    }

    // The longest phrase whose last piece stands before `end`.
    Found behind(const Pieces& pieces, std::size_t end) const {
        if (end == 0 || end > pieces.size()) return {};
        return longest(by_last_, pieces[end - 1].lowered, [&](const Entry& entry) {
            return entry.words.size() <= end && stands(entry, pieces, end - entry.words.size());
        });
    }

private:
    struct Entry {
        std::vector<std::string> words;
        std::vector<bool> glued;  // letters or digits that touch what stands before them
        Reads reads;
        T value;
    };
    using Index = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

    static bool stands(const Entry& entry, const Pieces& pieces, std::size_t at) {
        for (std::size_t i = 0; i < entry.words.size(); ++i) {
            const Piece& piece = pieces[at + i];
            // "m2" is no "m 2".
            if (i > 0 && entry.glued[i] && piece.apart) return false;
            const bool same = entry.reads == Reads::AnyCase ? piece.lowered == entry.words[i]
                                                            : piece.written == entry.words[i];
            if (!same) return false;
        }
        return true;
    }

    template <class Stands>
    Found longest(const Index& index, std::string_view word, const Stands& fits) const {
        Found best;
        const auto found = index.find(word);
        if (found == index.end()) return best;
        for (const auto at : found->second) {
            const Entry& entry = entries_[at];
            if (entry.words.size() > best.pieces && fits(entry)) {
                best = {entry.words.size(), &entry.value};
            }
        }
        return best;
    }

    std::vector<Entry> entries_;
    Index by_first_;
    Index by_last_;
};

}  // namespace sitrep::resolve::numbers
