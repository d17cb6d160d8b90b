#include "nn/pieces.h"

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "nn/words.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t vocabulary_bytes_max = 16U << 20U;
constexpr std::size_t word_characters_max = 100;  // BERT's own limit: a longer word is [UNK]
constexpr double all_capitals_share = 0.8;
constexpr std::size_t all_capitals_letters_min = 8;

constexpr std::uint64_t hash_start = 1469598103934665603U;
constexpr std::uint64_t hash_factor = 1099511628211U;  // FNV-1a, grown a byte at a time

std::uint64_t grown(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * hash_factor;
}
std::uint64_t hash_of(std::string_view piece) {
    std::uint64_t hash = hash_start;
    for (const char byte : piece) hash = grown(hash, byte);
    return hash;
}

constexpr std::string_view continuation = "##";

std::size_t characters(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool begins_character(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::size_t slot_of(std::uint64_t hash, bool continues, std::size_t slots) {
    return ((hash ^ (hash >> 29U)) + (continues ? 0x9E3779B97F4A7C15U : 0U)) & (slots - 1);
}

Casing casing_of(const Letters& found) {
    const std::size_t all = found.upper + found.lower;
    if (all == 0) return Casing::NoLetters;
    if (found.upper == 0) return Casing::Lower;
    if (all == 1) return Casing::OneUpper;
    if (found.lower == 0) return Casing::Upper;
    return found.first_upper && found.upper == 1 ? Casing::Capitalised : Casing::Mixed;
}

}  // namespace

Casing casing(std::string_view token) { return casing_of(letters(token)); }

std::vector<Casing> sentence_casing(std::span<const std::string_view> tokens) {
    std::size_t upper = 0;
    std::size_t all = 0;
    std::vector<Casing> found;
    found.reserve(tokens.size());
    for (const std::string_view token : tokens) {
        const Letters here = letters(token);
        upper += here.upper;
        all += here.upper + here.lower;
        found.push_back(casing_of(here));
    }
    if (all >= all_capitals_letters_min &&
        static_cast<double>(upper) >= all_capitals_share * static_cast<double>(all)) {
        std::fill(found.begin(), found.end(), Casing::NoSignal);
    }
    return found;
}

base::Result<Pieces> Pieces::open(const std::string& path) {
    auto text = base::read_file(path, vocabulary_bytes_max);
    if (!text) return std::move(text).error();
    auto pieces = from(std::move(*text));
    if (!pieces) return std::move(pieces).error().at(path);
    return pieces;
}

base::Result<Pieces> Pieces::from(std::string vocabulary) {
    Pieces pieces;
    pieces.vocabulary_ = std::move(vocabulary);
    const std::string_view text = pieces.vocabulary_;
    for (std::size_t at = 0; at < text.size();) {
        pieces.starts_.push_back(static_cast<std::uint32_t>(at));
        at = std::min(text.find('\n', at), text.size()) + 1;
    }
    pieces.starts_.push_back(static_cast<std::uint32_t>(text.size()) +
                             (text.ends_with('\n') ? 0U : 1U));
    std::size_t slots = 16;
    while (slots < 2 * pieces.starts_.size()) slots *= 2;
    pieces.slots_.resize(slots);
    pieces.cls_ = pieces.sep_ = pieces.unknown_ = -1;
    for (std::size_t id = 0; id < pieces.size(); ++id) {
        std::string_view piece = pieces.text(static_cast<std::int32_t>(id));
        if (piece == "[CLS]") pieces.cls_ = static_cast<std::int32_t>(id);
        if (piece == "[SEP]") pieces.sep_ = static_cast<std::int32_t>(id);
        if (piece == "[UNK]") pieces.unknown_ = static_cast<std::int32_t>(id);
        const bool continues = piece.starts_with(continuation) && piece.size() > 2;
        if (continues) piece.remove_prefix(continuation.size());
        pieces.longest_bytes_ = std::max(pieces.longest_bytes_, piece.size());
        const std::uint64_t hash = hash_of(piece);
        if (piece.empty() || pieces.find(piece, continues, hash) >= 0) continue;
        std::size_t slot = slot_of(hash, continues, slots);
        while (pieces.slots_[slot].id >= 0) slot = (slot + 1) & (slots - 1);
        pieces.slots_[slot] = {static_cast<std::uint32_t>(hash >> 32U),
                               static_cast<std::int32_t>(id)};
    }
    if (pieces.cls_ < 0 || pieces.sep_ < 0 || pieces.unknown_ < 0) {
        return base::Error("[CLS], [SEP] or [UNK] is missing; fetch or export the file again");
    }
    return pieces;
}

std::string_view Pieces::text(std::int32_t id) const {
    const auto at = static_cast<std::size_t>(id);
    CHECK(id >= 0 && at < size());
    return std::string_view(vocabulary_).substr(starts_[at], starts_[at + 1] - starts_[at] - 1);
}

std::int32_t Pieces::find(std::string_view piece, bool continues, std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t slot = slot_of(hash, continues, slots_.size());;
         slot = (slot + 1) & (slots_.size() - 1)) {
        const Slot& here = slots_[slot];
        if (here.id < 0) return -1;
        if (here.tag != tag) continue;
        std::string_view found = text(here.id);
        const bool found_continues = found.starts_with(continuation) && found.size() > 2;
        if (found_continues) found.remove_prefix(continuation.size());
        if (found_continues == continues && found == piece) return here.id;
    }
}

bool Pieces::is_word(std::string_view lower) const {
    return find(lower, false, hash_of(lower)) >= 0;
}

void Pieces::append_word(std::string_view word, std::vector<std::int32_t>& ids) const {
    const std::size_t before = ids.size();
    std::vector<std::uint64_t> hashes;
    for (std::size_t start = 0; start < word.size();) {
        const std::string_view rest = word.substr(start, longest_bytes_);
        hashes.assign(1, hash_start);
        for (const char byte : rest) hashes.push_back(grown(hashes.back(), byte));
        std::int32_t found = -1;
        std::size_t end = rest.size();
        for (; end > 0; --end) {
            if (!begins_character(word, start + end)) continue;
            found = find(rest.substr(0, end), start > 0, hashes[end]);
            if (found >= 0) break;
        }
        if (found < 0) {
            ids.resize(before);
            ids.push_back(unknown_);
            return;
        }
        ids.push_back(found);
        start += end;
    }
}

void Pieces::append(std::string_view token, std::vector<std::int32_t>& ids) const {
    const std::size_t before = ids.size();
    const std::string words = basic_words(token);
    const std::string_view all = words;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(' ', at), all.size());
        const std::string_view word = all.substr(at, end - at);
        if (characters(word) > word_characters_max) {
            ids.push_back(unknown_);
        } else if (!word.empty()) {
            append_word(word, ids);
        }
        at = end + 1;
    }
    if (ids.size() == before) ids.push_back(unknown_);
}

std::vector<std::int32_t> Pieces::of(std::string_view token) const {
    std::vector<std::int32_t> ids;
    append(token, ids);
    return ids;
}

}  // namespace sitrep::nn
