#include "quality/holders.h"

#include <algorithm>
#include <cstdint>

#include "quality/parties.h"

namespace sitrep::quality {
namespace {

using values::Event;
using values::EventType;
using values::Role;
using values::Stage;

constexpr const char* contested = "contested";
constexpr const char* nobody = "none";

enum class Change : std::uint8_t { Nothing, Gives, HandsOver, Takes, Contests };

Change change(const values::Facet& facet) {
    const auto& mode = facet.mode;
    switch (facet.type) {
        case EventType::Coerce:
            return mode == "seize" ? Change::Gives : Change::Nothing;
        case EventType::Retreat:
            return mode == "withdraw" ? Change::Takes : Change::Nothing;
        case EventType::Move:
            return mode == "withdraw" || mode == "flee" ? Change::Takes : Change::Nothing;
        case EventType::Control:
            if (mode == "besieged") return Change::Nothing;
            if (mode == "lost") return Change::Takes;
            if (mode == "handed-over") return Change::HandsOver;
            return mode == "contested" ? Change::Contests : Change::Gives;
        default:
            return Change::Nothing;
    }
}

std::string folded(std::string_view words) {
    std::string out(words);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool has_word(const std::string& text, const std::string& word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool ends = end == text.size() || !letter(text[end]);
        if (ends && (at == 0 || !letter(text[at - 1]))) return true;
    }
    return false;
}

// How the places of an event stand to the one that is asked for.
enum class Where : std::uint8_t { Here, Part, Elsewhere };

Where where(const values::Digest& digest, const Event& event, std::string_view place) {
    Where found = Where::Here;
    for (const auto& filler : event.fillers) {
        if (filler.role != Role::Place && filler.role != Role::Target) continue;
        const auto words = filler.words.of(digest.report.text);
        if (words.find(place) != std::string_view::npos) return Where::Here;
        const auto head = filler.head.of(digest.report.text);
        const bool common = !head.empty() && head.front() >= 'a' && head.front() <= 'z';
        found = common ? Where::Part : Where::Elsewhere;
    }
    return found;
}

}  // namespace

base::Result<Holders> Holders::from(const lookup::Table& sides) {
    Holders out;
    for (const auto& row : sides.rows) {
        const bool by_country = row.cells[0] == "country";
        if (!by_country && row.cells[0] != "word") {
            return base::Error("\"" + row.cells[0] + "\" is neither country nor word")
                .at(sides.path + ":" + std::to_string(row.line));
        }
        out.sides_.push_back({by_country, row.cells[1], row.cells[2]});
    }
    return out;
}

std::vector<std::string> Holders::sides_of(const values::Digest& digest, const Event& event,
                                           Role role) const {
    std::vector<std::string> out;
    for (const auto& filler : event.fillers) {
        if (filler.role == role) add_sides(digest, filler.words, filler.head, out);
    }
    if (!out.empty() || role != Role::Actor) return out;
    for (const auto* claim : claims_of(digest, event)) {
        if (claim->source) add_sides(digest, *claim->source, *claim->source, out);
    }
    return out;
}

void Holders::add_sides(const values::Digest& digest, values::Span phrase, values::Span head,
                        std::vector<std::string>& into) const {
    const auto words = folded(phrase.of(digest.report.text));
    const auto countries = countries_at(digest, phrase, head);
    for (const auto& side : sides_) {
        const bool here = side.by_country ? std::find(countries.begin(), countries.end(),
                                                      side.what) != countries.end()
                                          : has_word(words, side.what);
        if (here) add_once(into, side.side);
    }
}

void Holders::tell(const values::Digest& digest, const Event& event, std::string_view place,
                   std::string& holder) const {
    const Where at = where(digest, event, place);
    if (at == Where::Elsewhere) return;
    for (const auto& facet : event.facets) {
        const Change changed = change(facet);
        if (changed == Change::Nothing) continue;
        auto sides =
            sides_of(digest, event, changed == Change::HandsOver ? Role::Recipient : Role::Actor);
        if (changed == Change::HandsOver && sides.empty()) {
            sides = sides_of(digest, event, Role::To);
        }
        if (changed == Change::Contests || (changed == Change::Gives && at == Where::Part)) {
            holder = contested;
        } else if (changed == Change::Takes) {
            const bool left = holder.empty() || sides.empty() || sides.front() == holder;
            if (left) holder = nobody;
        } else if (!sides.empty()) {
            holder = sides.size() == 1 ? sides.front() : contested;
        }
        return;  // the facets of one act tell one change
    }
}

std::string Holders::holder(const values::Digest& digest, std::string_view place) const {
    std::string holder;
    for (const auto& event : digest.events) {
        if (event.stage != Stage::Happened && event.stage != Stage::Ongoing) continue;
        tell(digest, event, place, holder);
    }
    return holder;
}

}  // namespace sitrep::quality
