#include "resolve/places/beside.h"

#include <algorithm>
#include <string>

namespace sitrep::resolve::places_ {
namespace {

using values::PlaceUse;
using values::Word;
using values::WordAt;

constexpr std::uint32_t words_between_max = 7;  // of a place and what it lies in
constexpr std::size_t listed_max = 40;          // places that share what stands behind the last

class Text {
public:
    Text(std::string_view text, const values::Marks& marks, const PlacesKnown& known)
        : text_(text), marks_(marks), known_(known) {}

    bool holds(const Spot& spot) const { return spot.first.sentence < marks_.sentences.size(); }
    const std::vector<Word>& words(const Spot& spot) const {
        return marks_.sentences[spot.first.sentence].words;
    }
    std::string_view word(const Spot& spot, std::uint32_t i) const {
        const auto& all = words(spot);
        return i < all.size() ? all[i].span.of(text_) : std::string_view();
    }
    std::string_view part(const Spot& spot, std::uint32_t i) const {
        const auto& all = words(spot);
        return i < all.size() ? std::string_view(all[i].part) : std::string_view();
    }

    // What the words before, behind and at the end of a name call it.
    std::uint32_t kinds(const Spot& spot) const {
        const auto last = spot.last.word;
        std::uint32_t found = 0;
        if (spot.first.word < last) found = known_.kinds(word(spot, last));
        if (found != 0) return found;
        const std::string two =
            std::string(word(spot, last + 1)) + " " + std::string(word(spot, last + 2));
        if (found = known_.kinds(two); found != 0) return found;
        if (found = known_.kinds(word(spot, last + 1)); found != 0) return found;
        if (spot.first.word >= 2 && word(spot, spot.first.word - 1) == "of") {
            return known_.kinds(word(spot, spot.first.word - 2));
        }
        if (spot.first.word >= 1 && part(spot, spot.first.word - 1) == "NOUN") {
            return known_.kinds(word(spot, spot.first.word - 1));
        }
        return 0;
    }

    enum class Joined { No, ByComma, Firmly, Listed };

    // How the words between two neighbours join the first to the second.
    Joined joined(const Spot& one, const Spot& next) const {
        if (one.last.sentence != next.first.sentence) return Joined::No;
        if (next.first.word <= one.last.word ||
            next.first.word - one.last.word - 1 > words_between_max) {
            return Joined::No;
        }
        bool linked = false;
        std::size_t commas = 0;
        std::size_t others = 0;
        bool listing = true;
        for (auto i = one.last.word + 1; i < next.first.word; ++i) {
            const auto here = word(one, i);
            if (here == "," || here == "(") {
                ++commas;
            } else if (here == "and" || here == "or" || here == "&") {
                ++others;
            } else if (here == "'s" || here == "’s" || known_.link(here)) {
                // "Velia's Naro" stands the other way round and is read by possessed().
                if (here == "'s" || here == "’s") return Joined::No;
                linked = true;
                listing = false;
            } else if (known_.kinds(here) != 0 || known_.line(here) || part(one, i) == "DET" ||
                       part(one, i) == "ADJ") {
                listing = listing && known_.kinds(here) != 0;
            } else {
                return Joined::No;
            }
        }
        if (linked && commas <= 1 && others == 0) return Joined::Firmly;
        if (next.first.word == one.last.word + 2 && commas == 1) return Joined::ByComma;
        return listing && commas + others > 0 ? Joined::Listed : Joined::No;
    }

    bool possessed(const Spot& owner, const Spot& next) const {
        if (owner.last.sentence != next.first.sentence) return false;
        const auto mark = word(owner, owner.last.word + 1);
        return (mark == "'s" || mark == "’s") && next.first.word == owner.last.word + 2;
    }

    // "the Afghan province of Balkh", "the Afghan city Kunduz"
    bool adjective_of(const Spot& one, const Spot& next) const {
        if (one.use != PlaceUse::Adjective || one.last.sentence != next.first.sentence)
            return false;
        if (next.first.word <= one.last.word + 1 || next.first.word > one.last.word + 4) {
            return false;
        }
        bool kind = false;
        for (auto i = one.last.word + 1; i < next.first.word; ++i) {
            const auto here = word(one, i);
            if (known_.kinds(here) != 0) {
                kind = true;
            } else if (here != "of" && part(one, i) != "ADJ") {
                return false;
            }
        }
        return kind;
    }

    bool speaks(const Spot& spot) const {
        const auto& all = words(spot);
        for (auto i = spot.first.word; i <= spot.last.word; ++i) {
            const auto head = all[i].head;
            if (head < 0 || (head >= static_cast<std::int32_t>(spot.first.word) &&
                             head <= static_cast<std::int32_t>(spot.last.word))) {
                continue;
            }
            return all[i].relation.starts_with("nsubj") &&
                   known_.says(all[static_cast<std::size_t>(head)].lemma);
        }
        return false;
    }

private:
    std::string_view text_;
    const values::Marks& marks_;
    const PlacesKnown& known_;
};

// "Chahab, Yangi Qala and Darqad districts in Takhar": what the last has, the others share.
void share(std::vector<Spot>& spots, std::size_t last, const std::vector<Text::Joined>& joins) {
    for (std::size_t i = last, n = 0; i > 0 && n < listed_max; --i, ++n) {
        if (joins[i - 1] != Text::Joined::Listed && joins[i - 1] != Text::Joined::ByComma) return;
        Spot& before = spots[i - 1];
        if (before.firmly || before.use != PlaceUse::Place) return;
        before.inside = spots[last].inside;
        before.firmly = true;
        if (before.kinds == 0) before.kinds = spots[last].kinds;
    }
}

}  // namespace

void read_beside(std::string_view text, const values::Marks& marks, const PlacesKnown& known,
                 std::vector<Spot>& spots) {
    const Text read(text, marks, known);
    std::vector<Text::Joined> joins(spots.size(), Text::Joined::No);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        Spot& spot = spots[i];
        if (!read.holds(spot)) continue;
        if (spot.use != PlaceUse::Adjective) spot.kinds = read.kinds(spot);
        if (spot.use == PlaceUse::Place && read.speaks(spot)) spot.use = PlaceUse::Metonym;
        if (i + 1 == spots.size() || !read.holds(spots[i + 1])) continue;
        joins[i] = read.joined(spot, spots[i + 1]);
        if (joins[i] == Text::Joined::Firmly || joins[i] == Text::Joined::ByComma) {
            spot.inside.push_back(i + 1);
            spot.firmly = joins[i] == Text::Joined::Firmly && spot.use != PlaceUse::Adjective;
        }
    }
    for (std::size_t i = 0; i + 1 < spots.size(); ++i) {
        if (!read.holds(spots[i]) || !read.holds(spots[i + 1])) continue;
        if (read.possessed(spots[i], spots[i + 1]) || read.adjective_of(spots[i], spots[i + 1])) {
            spots[i + 1].inside.push_back(i);
            // "the Kaldor district of the Afghan province of Balkh": Balkh before the country.
            if (i > 0 && !spots[i - 1].inside.empty() && spots[i - 1].inside.front() == i &&
                spots[i].use == PlaceUse::Adjective) {
                spots[i - 1].inside = {i + 1, i};
                spots[i - 1].firmly = true;
            }
        }
    }
    for (std::size_t i = spots.size(); i-- > 0;) {
        if (spots[i].firmly) share(spots, i, joins);
    }
}

std::vector<values::Border> borders(std::string_view text, const values::Marks& marks,
                                    const PlacesKnown& known, const std::vector<Spot>& spots) {
    std::vector<values::Border> found;
    const Text read(text, marks, known);
    for (std::size_t i = 0; i + 1 < spots.size(); ++i) {
        const Spot& one = spots[i];
        const Spot& other = spots[i + 1];
        if (!read.holds(one) || !read.holds(other)) continue;
        if (one.last.sentence != other.first.sentence) continue;
        const auto between = other.first.word - one.last.word;
        const auto middle = read.word(one, one.last.word + 1);
        const auto& words = read.words(one);
        const auto border = [&](std::uint32_t from, std::uint32_t to) {
            found.push_back({words[from].span.joined(words[to].span), static_cast<std::uint32_t>(i),
                             static_cast<std::uint32_t>(i + 1)});
        };
        const auto behind = other.last.word + 1;
        const bool dash = between == 2 && (middle == "-" || middle == "–" || middle == "and");
        if (dash && known.line(read.word(one, behind))) {
            border(one.first.word, behind);
        } else if (between == 2 && middle == "and" && one.first.word >= 2 &&
                   read.word(one, one.first.word - 1) == "between" &&
                   known.line(read.word(one, one.first.word - 2))) {
            border(one.first.word - 2, other.last.word);
        } else if (between <= 4 && read.word(one, other.first.word - 1) == "with") {
            for (auto k = one.last.word + 1; k + 1 < other.first.word; ++k) {
                if (known.line(read.word(one, k))) border(one.first.word, other.last.word);
            }
        }
    }
    return found;
}

}  // namespace sitrep::resolve::places_
