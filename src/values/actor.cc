#include "values/actor.h"

#include <array>
#include <utility>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 6> kind_names{"person", "group",      "state",
                                                     "body",   "collective", "anonymous"};
constexpr std::string_view range_mark = "..";

std::string quoted(std::string_view words) {
    std::string out = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string joined(const std::vector<std::string>& codes) {
    std::string out;
    for (const auto& code : codes) out += (out.empty() ? "" : "+") + code;
    return out.empty() ? "-" : out;
}

std::vector<std::string> codes_of(std::string_view joined) {
    std::vector<std::string> codes;
    while (!joined.empty() && joined != "-") {
        const auto end = joined.find('+');
        codes.emplace_back(joined.substr(0, end));
        joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
    }
    return codes;
}

// The next piece of a notation, quoted or up to a blank; empty at the end or where a quote is open.
struct Piece {
    std::string words;
    bool quoted = false;
};
std::optional<Piece> next_piece(std::string_view& rest) {
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.empty()) return std::nullopt;
    if (rest.front() != '"') {
        const auto end = rest.find(' ');
        Piece piece{std::string(rest.substr(0, end)), false};
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end);
        return piece;
    }
    Piece piece{{}, true};
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return piece;
        }
        if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
        piece.words += rest[i];
    }
    return std::nullopt;
}

// The first or last day that a partial date may mean.
enum class End { First, Last };
std::optional<Date> day_of(const PartialDate& date, End end) {
    if (!date.year) return std::nullopt;
    const int month = date.month.value_or(end == End::First ? 1 : 12);
    if (date.day || end == End::First) return Date::of(*date.year, month, date.day.value_or(1));
    for (int day = 31; day > 28; --day) {
        if (const auto last = Date::of(*date.year, month, day)) return last;
    }
    return Date::of(*date.year, month, 28);
}

}  // namespace

std::string_view name(ActorKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<ActorKind> actor_kind(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (kind_names[i] == name) return static_cast<ActorKind>(i);
    }
    return std::nullopt;
}

std::string Lasting::print() const {
    if (!from && !to) return {};
    return (from ? from->print() : "") + std::string(range_mark) + (to ? to->print() : "");
}

std::optional<Lasting> Lasting::parse(std::string_view notation) {
    Lasting lasting;
    if (notation.empty()) return lasting;
    const auto mark = notation.find(range_mark);
    if (mark == std::string_view::npos) return std::nullopt;
    const auto before = notation.substr(0, mark);
    const auto after = notation.substr(mark + range_mark.size());
    if (!before.empty() && !(lasting.from = PartialDate::parse(before))) return std::nullopt;
    if (!after.empty() && !(lasting.to = PartialDate::parse(after))) return std::nullopt;
    if (lasting.from && !day_of(*lasting.from, End::First)) return std::nullopt;
    if (lasting.to && !day_of(*lasting.to, End::Last)) return std::nullopt;
    return lasting;
}

Holds holds_on(const Lasting& lasting, const std::optional<Date>& day) {
    if (!lasting.from && !lasting.to) return Holds::Yes;
    if (!day) return Holds::Perhaps;
    bool sure = true;
    if (lasting.from) {
        if (*day < day_of(*lasting.from, End::First)) return Holds::No;
        sure = sure && *day >= day_of(*lasting.from, End::Last);
    }
    if (lasting.to) {
        if (*day > day_of(*lasting.to, End::Last)) return Holds::No;
        sure = sure && *day <= day_of(*lasting.to, End::First);
    }
    return sure ? Holds::Yes : Holds::Perhaps;
}

std::string Affiliation::print() const {
    std::string out = joined(countries) + " " + joined(sectors);
    if (!role.empty()) out += " " + quoted(role);
    if (!body.empty()) out += " of " + quoted(body);
    const std::string when = lasting.print();
    return when.empty() ? out : out + " " + when;
}

std::string Actor::print() const {
    return std::string(values::name(kind)) + " " + quoted(name) + " " + affiliation.print();
}

std::optional<Actor> Actor::parse(std::string_view notation) {
    Actor actor;
    const auto kind = next_piece(notation);
    const auto named = next_piece(notation);
    const auto countries = next_piece(notation);
    const auto sectors = next_piece(notation);
    if (!kind || !named || !named->quoted || !countries || !sectors) return std::nullopt;
    const auto found = actor_kind(kind->words);
    if (!found) return std::nullopt;
    actor.kind = *found;
    actor.name = named->words;
    actor.affiliation.countries = codes_of(countries->words);
    actor.affiliation.sectors = codes_of(sectors->words);
    auto piece = next_piece(notation);
    if (piece && piece->quoted) {
        actor.affiliation.role = piece->words;
        piece = next_piece(notation);
    }
    if (piece && !piece->quoted && piece->words == "of") {
        piece = next_piece(notation);
        if (!piece || !piece->quoted) return std::nullopt;
        actor.affiliation.body = piece->words;
        piece = next_piece(notation);
    }
    if (piece) {
        const auto lasting = Lasting::parse(piece->words);
        if (piece->quoted || !lasting) return std::nullopt;
        actor.affiliation.lasting = *lasting;
    }
    if (notation.find_first_not_of(' ') != std::string_view::npos) return std::nullopt;
    return actor;
}

}  // namespace sitrep::values
