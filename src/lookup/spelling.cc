#include "lookup/spelling.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "lookup/folded.h"

namespace sitrep::lookup {
namespace {

struct Digraph {
    std::string_view from;
    char to;
};

// Longest first. Capitals are sounds of their own.
constexpr std::array digraphs = {Digraph{"dzh", 'j'}, Digraph{"zh", 'j'}, Digraph{"kh", 'X'},
                                 Digraph{"gh", 'G'},  Digraph{"sh", 'S'}, Digraph{"ch", 'C'},
                                 Digraph{"dz", 'Z'},  Digraph{"ts", 'T'}, Digraph{"ph", 'f'},
                                 Digraph{"th", 'D'}};
constexpr std::string_view own_sounds = "XGSCZTD";
constexpr std::string_view vowels = "aeiouy";

constexpr std::size_t nothing = 0;
constexpr std::size_t blank = 1;
constexpr std::size_t first_letter = 2;
constexpr std::size_t first_own = first_letter + 26;
constexpr std::size_t other = first_own + own_sounds.size();
static_assert(other + 1 == Spelling::letters);

constexpr float cost_unknown = 7;  // of a pair that no two spellings of one place showed

constexpr std::size_t position(char sound) {
    if (sound == '_') return nothing;
    if (sound == ' ') return blank;
    if (sound >= 'a' && sound <= 'z') return first_letter + static_cast<std::size_t>(sound - 'a');
    const auto own = own_sounds.find(sound);
    return own == std::string_view::npos ? other : first_own + own;
}

constexpr auto positions = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        table[byte] = static_cast<std::uint8_t>(position(static_cast<char>(byte)));
    }
    return table;
}();

// The sound at the start of rest and how many bytes it takes.
std::pair<char, std::size_t> sound_at(std::string_view rest) {
    for (const auto& [from, to] : digraphs) {
        if (rest.starts_with(from)) return {to, from.size()};
    }
    return {rest.front(), 1};
}

void collapse_doubles(std::string& text) {
    text.erase(std::unique(text.begin(), text.end()), text.end());
}

// What romanisations of one sound agree on; 0 for what they drop.
char consonant(char sound, bool first) {
    switch (sound) {
        case 'X':
            return first ? 'x' : '\0';
        case 'h':
            return first ? 'h' : '\0';
        case 'v':
        case 'w':
            return first ? 'v' : '\0';
        case 'G':
            return 'g';
        case 'S':
            return 's';
        case 'C':
            return 'c';
        case 'T':
            return 'c';
        case 'D':
            return 't';
        case 'Z':
        case 'z':
            return 'j';
        case 'q':
            return 'k';
        default:
            break;
    }
    if (vowels.find(sound) == std::string_view::npos) return sound;
    return first ? 'a' : '\0';
}

bool lips(char sound) { return sound == 'b' || sound == 'p'; }

std::optional<std::size_t> named(const std::string& cell) {
    if (cell == "blank") return blank;
    if (cell.size() != 1) return std::nullopt;
    const auto found = position(cell.front());
    if (found == blank || (found == other && cell != "?")) return std::nullopt;
    return found;
}

}  // namespace

std::string sounds(std::string_view folded_name) {
    std::string out;
    while (!folded_name.empty() && out.size() < sounds_max) {
        const auto [sound, bytes] = sound_at(folded_name);
        out += sound;
        folded_name.remove_prefix(bytes);
    }
    collapse_doubles(out);
    return out;
}

std::string skeleton(std::string_view folded_name) {
    const std::string name = sounds(glued(folded_name));
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        char left = consonant(name[i], i == 0);
        // "Anbar" and "Ambar" are said alike.
        if (left == 'n' && i + 1 < name.size() && lips(name[i + 1])) left = 'm';
        if (left != '\0') out += left;
    }
    collapse_doubles(out);
    return out;
}

std::string near_skeleton(std::string_view folded_name) {
    std::string out = sounds(glued(folded_name));
    if (out.empty()) return out;
    const bool vowel = vowels.find(out.front()) != std::string_view::npos;
    const char first = vowel ? 'a' : out.front();
    std::erase_if(out, [](char c) { return c == 'h' || vowels.find(c) != std::string_view::npos; });
    if (vowel || first == 'h') out.insert(out.begin(), first);
    collapse_doubles(out);
    return out;
}

Spelling::Spelling() {
    costs_.fill(1);
    for (std::size_t i = 0; i < letters; ++i) costs_[i * letters + i] = 0;
}

base::Result<Spelling> Spelling::from(const Table& table) {
    Spelling spelling;
    spelling.costs_.fill(cost_unknown);
    for (std::size_t i = 0; i < letters; ++i) spelling.costs_[i * letters + i] = 0;
    for (const auto& row : table.rows) {
        const std::string place = table.path + ":" + std::to_string(row.line);
        if (row.cells.size() != 3)
            return base::Error("three columns are needed: a b cost").at(place);
        const auto a = named(row.cells[0]);
        const auto b = named(row.cells[1]);
        float cost = 0;
        const std::string& digits = row.cells[2];
        const auto [end, fault] =
            std::from_chars(digits.data(), digits.data() + digits.size(), cost);
        if (!a || !b || *a == *b || fault != std::errc() || end != digits.data() + digits.size() ||
            !(cost > 0 && cost <= cost_unknown)) {
            return base::Error("no pair of sounds with a cost above 0 and at most 7; mend the row")
                .at(place);
        }
        spelling.costs_[*a * letters + *b] = cost;
        spelling.costs_[*b * letters + *a] = cost;
    }
    return spelling;
}

// 1 - exp(-nats per letter of the longer). The table is filled row by row; a row that lies past
// the bound everywhere ends it.
double Spelling::far(std::string_view sounds, std::string_view other_sounds, double far_max) const {
    sounds = sounds.substr(0, sounds_max);
    other_sounds = other_sounds.substr(0, sounds_max);
    const auto longer = std::max(sounds.size(), other_sounds.size());
    if (longer == 0) return 0;
    const double scale = static_cast<double>(longer);
    const float bound = far_max >= 1 ? std::numeric_limits<float>::max()
                                     : static_cast<float>(-std::log(1 - far_max) * scale);
    std::array<float, sounds_max + 1> row{};
    std::array<std::uint8_t, sounds_max> letter{};
    for (std::size_t j = 0; j < other_sounds.size(); ++j) {
        letter[j] = positions[static_cast<unsigned char>(other_sounds[j])];
        row[j + 1] = row[j] + costs_[letter[j]];  // a letter for nothing
    }
    for (const char sound : sounds) {
        const float* cost = &costs_[positions[static_cast<unsigned char>(sound)] * letters];
        float diagonal = row[0];
        row[0] += cost[nothing];
        float least = row[0];
        for (std::size_t j = 0; j < other_sounds.size(); ++j) {
            const float changed = diagonal + cost[letter[j]];
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, diagonal + cost[nothing], row[j] + costs_[letter[j]]});
            least = std::min(least, row[j + 1]);
        }
        if (least > bound) return 1;
    }
    const float nats = row[other_sounds.size()];
    return nats > bound ? 1 : 1 - std::exp(-static_cast<double>(nats) / scale);
}

}  // namespace sitrep::lookup
