#include "resolve/places/names.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "lookup/folded.h"

namespace sitrep::resolve::places_ {
namespace {

using lookup::Met;
using lookup::NameKind;
using values::Entity;
using values::EntityType;
using values::MarkedSentence;
using values::PlaceKind;
using values::PlaceUse;

constexpr std::size_t name_words_max = 4;  // of a name that only the gazetteer knows
constexpr double bare_weight_min = 0.55;   // a town that no mark calls a place must be well known

bool capital(std::string_view word) {
    return !word.empty() && (std::isupper(static_cast<unsigned char>(word.front())) != 0 ||
                             static_cast<unsigned char>(word.front()) >= 0xC3);
}

enum class Known { No, Adjective, Faint, Well };

// One sentence being read.
class Reader {
public:
    Reader(std::string_view text, const values::Marks& marks, std::uint32_t sentence,
           const lookup::Gazetteer& gazetteer, const PlacesKnown& known)
        : text_(text),
          sentence_(marks.sentences[sentence]),
          number_(sentence),
          gazetteer_(gazetteer),
          known_(known),
          taken_(sentence_.words.size(), false) {}

    void read(std::vector<Spot>& spots) {
        for (const Entity& entity : sentence_.entities) read(entity, spots);
        for (std::uint32_t i = 0; i < sentence_.words.size(); ++i) {
            if (!taken_[i]) i += unmarked(i, spots);
        }
    }

private:
    std::string_view word(std::uint32_t i) const { return sentence_.words[i].span.of(text_); }
    values::Span span(std::uint32_t first, std::uint32_t last) const {
        return sentence_.words[first].span.joined(sentence_.words[last].span);
    }

    Known knows(std::uint32_t first, std::uint32_t last) const {
        lookup::Wanted wanted;
        wanted.variants = false;
        wanted.count_max = 4;
        auto best = Known::No;
        for (const auto& met : gazetteer_.candidates(span(first, last).of(text_), wanted)) {
            if (met.kind == NameKind::Adjective || met.kind == NameKind::People) {
                return Known::Adjective;
            }
            const auto kind = gazetteer_.kind(met.place);
            const bool wide = kind <= PlaceKind::Province;
            if (met.met == Met::Folded &&
                (wide || gazetteer_.weight(met.place) >= bare_weight_min)) {
                best = Known::Well;
            } else if (best == Known::No) {
                best = Known::Faint;
            }
        }
        return best;
    }

    void add(std::uint32_t first, std::uint32_t last, PlaceUse use, bool facility,
             std::vector<Spot>& spots) {
        for (auto i = first; i <= last; ++i) taken_[i] = true;
        Spot spot;
        spot.span = span(first, last);
        spot.first = {number_, first};
        spot.last = {number_, last};
        spot.use = use;
        // "W.Va." keeps its last point, whichever word that became.
        const auto name = spot.span.of(text_);
        if (name.find('.') != std::string_view::npos && last + 1 < sentence_.words.size() &&
            word(last + 1) == "." && spot.span.end() == span(last + 1, last + 1).begin()) {
            spot.span = span(first, last + 1);
            taken_[last + 1] = true;
        }
        spot.facility = facility;
        spots.push_back(spot);
    }

    void read(const Entity& entity, std::vector<Spot>& spots) {
        switch (entity.type) {
            case EntityType::GeoPolitical:
            case EntityType::Location:
                pieces(entity, false, spots);
                break;
            case EntityType::Facility:
                pieces(entity, true, spots);
                break;
            case EntityType::Nationality:
                nationality(entity, spots);
                break;
            case EntityType::Organisation:
            case EntityType::ArmedGroup:
            case EntityType::Event:
            case EntityType::Other:
                nested(entity, spots);
                break;
            default:
                for (auto i = entity.first; i <= entity.last; ++i) taken_[i] = true;
        }
    }

    // An entity cut at commas; without its article and a word of kind in lower case.
    void pieces(const Entity& entity, bool facility, std::vector<Spot>& spots) {
        auto first = entity.first;
        for (auto i = entity.first; i <= entity.last; ++i) {
            const bool cut = word(i) == "," || word(i) == "and" || word(i) == "(";
            if (cut && first < i && !whole(entity)) piece(first, i - 1, facility, spots);
            if (cut && !whole(entity)) first = i + 1;
        }
        if (first <= entity.last) piece(first, entity.last, facility, spots);
        for (auto i = entity.first; i <= entity.last; ++i) taken_[i] = true;
    }

    bool whole(const Entity& entity) const { return knows(entity.first, entity.last) != Known::No; }

    void piece(std::uint32_t first, std::uint32_t last, bool facility, std::vector<Spot>& spots) {
        while (first < last && !capital(word(first))) ++first;
        while (first < last && (!capital(word(last)) || word(last) == "'s")) --last;
        if (!capital(word(first))) return;
        if (first == last && known_.not_place(word(first))) return;  // "the West"
        for (auto i = first + 1; i < last; ++i) {
            const bool hyphen = word(i) == "-" || word(i) == "–";
            if (!hyphen || knows(first, last) == Known::Well) continue;
            if (knows(first, i - 1) != Known::Adjective) continue;
            add(first, i - 1, PlaceUse::Adjective, false, spots);
            piece(i + 1, last, facility, spots);
            return;
        }
        const auto seen = knows(first, last);
        if (seen == Known::Adjective) {
            add(first, last, PlaceUse::Adjective, false, spots);
        } else if (!facility || seen != Known::No) {
            add(first, last, PlaceUse::Place, facility, spots);
        } else if (called(first, last)) {
            add(first, last, PlaceUse::Place, true, spots);
        } else {
            inner(first, last, PlaceUse::InName, spots);
        }
    }

    // "Naro Bridge", "the Naro border checkpoint"
    bool called(std::uint32_t first, std::uint32_t last) const {
        if (first < last && known_.kinds(word(last)) != 0) return true;
        const auto count = static_cast<std::uint32_t>(sentence_.words.size());
        if (last + 1 >= count) return false;
        if (known_.kinds(word(last + 1)) != 0) return true;
        return last + 2 < count &&
               known_.kinds(std::string(word(last + 1)) + " " + std::string(word(last + 2))) != 0;
    }

    void nationality(const Entity& entity, std::vector<Spot>& spots) {
        inner(entity.first, entity.last, PlaceUse::Adjective, spots);
        for (auto i = entity.first; i <= entity.last; ++i) taken_[i] = true;
    }

    void nested(const Entity& entity, std::vector<Spot>& spots) {
        inner(entity.first, entity.last, PlaceUse::InName, spots);
        for (auto i = entity.first; i <= entity.last; ++i) taken_[i] = true;
    }

    // The longest names within words [first, last] that the gazetteer knows well.
    void inner(std::uint32_t first, std::uint32_t last, PlaceUse use, std::vector<Spot>& spots) {
        for (auto i = first; i <= last; ++i) {
            if (!capital(word(i)) || known_.not_place(word(i))) continue;
            for (auto end = std::min<std::uint32_t>(last, i + name_words_max - 1);; --end) {
                const auto seen = knows(i, end);
                const bool adjective = seen == Known::Adjective;
                if (adjective || (seen == Known::Well && use != PlaceUse::Adjective)) {
                    add(i, end, adjective && use == PlaceUse::InName ? PlaceUse::InName : use,
                        false, spots);
                    i = end;
                    break;
                }
                if (end == i) break;
            }
        }
    }

    // How many words more than one were taken at i.
    std::uint32_t unmarked(std::uint32_t i, std::vector<Spot>& spots) {
        if (!capital(word(i)) || known_.not_place(word(i))) return 0;
        const auto& part = sentence_.words[i].part;
        if (part != "PROPN" && part != "ADJ") return 0;
        auto last = i;
        while (last + 1 < sentence_.words.size() && last + 1 < i + name_words_max &&
               !taken_[last + 1] && capital(word(last + 1)) &&
               sentence_.words[last + 1].part == "PROPN") {
            ++last;
        }
        // A part of a longer name is not the name.
        if (part == "PROPN" && i > 0 && !taken_[i - 1] && capital(word(i - 1)) &&
            sentence_.words[i - 1].part == "PROPN") {
            return 0;
        }
        const auto seen = knows(i, last);
        if (seen != Known::Well && seen != Known::Adjective) return 0;
        add(i, last, seen == Known::Well ? PlaceUse::Place : PlaceUse::Adjective, false, spots);
        return last - i;
    }

    std::string_view text_;
    const MarkedSentence& sentence_;
    std::uint32_t number_;
    const lookup::Gazetteer& gazetteer_;
    const PlacesKnown& known_;
    std::vector<bool> taken_;
};

}  // namespace

std::vector<Spot> names(const values::Report& report, const values::Marks& marks,
                        const lookup::Gazetteer& gazetteer, const PlacesKnown& known) {
    std::vector<Spot> spots;
    for (std::uint32_t i = 0; i < marks.sentences.size(); ++i) {
        Reader(report.text, marks, i, gazetteer, known).read(spots);
    }
    std::stable_sort(spots.begin(), spots.end(),
                     [](const Spot& a, const Spot& b) { return a.span.begin() < b.span.begin(); });
    return spots;
}

std::vector<Spot> names_at(const values::Marks& marks, const std::vector<values::Span>& spans) {
    std::vector<Spot> spots;
    std::uint32_t sentence = 0;
    for (const auto span : spans) {
        Spot spot;
        spot.span = span;
        bool found = false;
        const auto count = static_cast<std::uint32_t>(marks.sentences.size());
        while (sentence + 1 < count && marks.sentences[sentence].span.end() <= span.begin()) {
            ++sentence;
        }
        for (std::uint32_t i = 0; sentence < count && i < marks.sentences[sentence].words.size();
             ++i) {
            if (!marks.sentences[sentence].words[i].span.overlaps(span)) continue;
            if (!found) spot.first = {sentence, i};
            spot.last = {sentence, i};
            found = true;
        }
        if (!found) {
            spot.first = {count, 0};
            spot.last = spot.first;
        }
        spots.push_back(spot);
    }
    return spots;
}

}  // namespace sitrep::resolve::places_
