#include "resolve/persons.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lookup/folded.h"

namespace sitrep::resolve {
namespace {

constexpr double same_word_max = 0.24;   // of spelling_distance
constexpr double other_word_min = 0.7;   // what lies between tells nothing
constexpr std::size_t letters_max = 64;  // of one word of a name; what is longer is cut

// Steps of the edit distance, in whole letters; own estimates, held by tests/resolve/persons.cases.
constexpr double whole_step = 1.0;
constexpr double vowel_step = 0.4;        // one vowel for another
constexpr double near_vowel_step = 0.25;  // "Mohammed", "Muhammad"
constexpr double vowel_gap = 0.5;         // a vowel written or not
constexpr double h_gap = 0.25;            // "Bismilla", "Bismillah"
constexpr double double_gap = 0.1;        // "Mohamad", "Mohammad"
constexpr double kindred_step = 0.3;      // letters that romanisations take for each other
constexpr double letters_scale = 2.5;

struct Pair {
    char one;
    char other;
};
constexpr std::array<Pair, 22> kindred{
    {{'k', 'q'}, {'c', 'k'}, {'c', 'q'}, {'w', 'v'}, {'v', 'b'}, {'g', 'h'}, {'g', 'k'}, {'g', 'q'},
     {'j', 'z'}, {'j', 'g'}, {'j', 'y'}, {'i', 'y'}, {'s', 'z'}, {'s', 'c'}, {'d', 't'}, {'d', 'z'},
     {'u', 'w'}, {'o', 'w'}, {'f', 'v'}, {'f', 'p'}, {'x', 'k'}, {'e', 'y'}}};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

double step(char one, char other) {
    if (one == other) return 0;
    if (is_vowel(one) && is_vowel(other)) {
        const auto [low, high] = std::minmax(one, other);
        const bool near = (low == 'o' && high == 'u') || (low == 'e' && high == 'i');
        return near ? near_vowel_step : vowel_step;
    }
    for (const Pair& pair : kindred) {
        if ((pair.one == one && pair.other == other) || (pair.one == other && pair.other == one)) {
            return kindred_step;
        }
    }
    return whole_step;
}

double gap(std::string_view word, std::size_t at) {
    const char c = word[at];
    if (at > 0 && word[at - 1] == c) return double_gap;
    if (c == 'h') return h_gap;
    return is_vowel(c) ? vowel_gap : whole_step;
}

// "Noori" sounds as "Nuri", "Hameed" as "Hamid".
void make_long_vowels_short(std::string& word) {
    for (const auto& [written, sound] : {std::pair("oo", 'u'), {"ou", 'u'}, {"ee", 'i'}}) {
        for (std::size_t at = word.find(written); at != std::string::npos;
             at = word.find(written)) {
            word.replace(at, 2, 1, sound);
        }
    }
}

// "Al-Rashid" is written with and without its article; hyphens and dots part words.
std::vector<std::string> name_words(std::string_view name) {
    std::string parted(name);
    std::replace(parted.begin(), parted.end(), '.', ' ');
    std::vector<std::string> words(1);
    for (const char c : lookup::folded(parted)) {
        if (c == ' ') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    if (words.back().empty()) words.pop_back();
    for (std::string& word : words) make_long_vowels_short(word);
    std::erase_if(words, [&](const std::string& word) {
        return words.size() > 1 && (word == "al" || word == "el" || word == "ul");
    });
    return words;
}

enum class Paired { Same, Open, Other };

Paired paired(const std::string& one, const std::string& other) {
    if (one.size() == 1 || other.size() == 1) {
        return one.front() == other.front() ? Paired::Open : Paired::Other;
    }
    const double far = spelling_distance(one, other);
    return far <= same_word_max   ? Paired::Same
           : far < other_word_min ? Paired::Open
                                  : Paired::Other;
}

// How many words of the shorter name find a partner in the longer, in order.
struct Pairing {
    std::size_t same = 0;
    std::size_t open = 0;
    std::size_t unpaired = 0;  // of the shorter name
    double distance = 0;
};

Pairing pairing(const std::vector<std::string>& less, const std::vector<std::string>& more) {
    Pairing out;
    std::vector<bool> used(more.size(), false);
    for (const std::string& word : less) {
        Paired best = Paired::Other;
        std::size_t where = more.size();
        for (std::size_t i = 0; i < more.size(); ++i) {
            if (used[i]) continue;
            const Paired now = paired(word, more[i]);
            if (now < best) {
                best = now;
                where = i;
            }
        }
        if (where < more.size()) {
            used[where] = true;
            out.distance += spelling_distance(word, more[where]);
        }
        (best == Paired::Same ? out.same : best == Paired::Open ? out.open : out.unpaired)++;
    }
    return out;
}

values::Decision<bool> decided(std::optional<bool> choice, std::string rule, double score) {
    return {choice, {std::move(rule), {}, score}, {}};
}

}  // namespace

double spelling_distance(std::string_view one, std::string_view other) {
    one = one.substr(0, letters_max);
    other = other.substr(0, letters_max);
    std::vector<double> row(other.size() + 1, 0);
    for (std::size_t j = 0; j < other.size(); ++j) row[j + 1] = row[j] + gap(other, j);
    for (std::size_t i = 0; i < one.size(); ++i) {
        double diagonal = row[0];
        row[0] += gap(one, i);
        for (std::size_t j = 0; j < other.size(); ++j) {
            const double best = std::min({diagonal + step(one[i], other[j]),
                                          row[j + 1] + gap(one, i), row[j] + gap(other, j)});
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    const auto longest = static_cast<double>(std::max({one.size(), other.size(), std::size_t{1}}));
    return row.back() * letters_scale / longest;
}

values::Decision<bool> same_person(const PersonSaid& one, const PersonSaid& other) {
    auto less = name_words(one.name);
    auto more = name_words(other.name);
    if (less.empty() || more.empty()) return decided(std::nullopt, "no-name", 0);
    // Of two of one length, too, it shall not matter which comes first: pairing is greedy.
    const bool longer = less.size() > more.size();
    if (longer || (less.size() == more.size() && more < less)) std::swap(less, more);

    const bool same_role = !one.role.empty() && one.role == other.role;
    const bool same_country = !one.country.empty() && one.country == other.country;
    const bool other_country =
        !one.country.empty() && !other.country.empty() && one.country != other.country;
    const Pairing pairs = pairing(less, more);

    if (less.size() == 1) {
        if (pairs.unpaired > 0) return decided(false, "other-name", 0.9);
        const bool whole = pairs.same == 1 && paired(less.front(), more.back()) == Paired::Same;
        if (whole && same_role && same_country) return decided(true, "name-role-country", 0.85);
        return decided(std::nullopt, "one-name-alone", 0.4);
    }
    if (pairs.unpaired > 0) return decided(false, "other-name", 0.95);
    if (other_country) return decided(std::nullopt, "namesake-of-other-country", 0.4);
    const double far = pairs.distance / static_cast<double>(less.size());
    if (pairs.open == 0) return decided(true, far == 0 ? "same-name" : "same-sound", 1 - far / 2);
    if (pairs.open == 1 && (same_role || same_country)) {
        return decided(true, "name-and-role", 0.8);
    }
    return decided(std::nullopt, "name-open", 0.5);
}

}  // namespace sitrep::resolve
