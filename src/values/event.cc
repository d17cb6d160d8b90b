#include "values/event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, event_types> type_names{
    "AGREE",   "CONSULT", "SUPPORT",   "CONCEDE",  "COOPERATE", "AID",      "RETREAT",
    "REQUEST", "ACCUSE",  "REJECT",    "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE",
    "COERCE",  "ASSAULT", "STATEMENT", "CONTROL",  "MOVE",      "HARM",     "HAZARD"};
constexpr std::array<std::string_view, stages> stage_names{
    "happened",   "ongoing",     "attempted",    "planned", "promised", "threatened",
    "called-for", "conditional", "hypothetical", "denied",  "negated"};
constexpr std::array<std::string_view, roles> role_names{
    "actor", "recipient", "victim", "target", "instrument", "place",
    "from",  "to",        "when",   "topic",  "condition",  "beneficiary"};
constexpr std::array<std::string_view, figure_kinds> kind_names{
    "killed",   "wounded",  "captured",  "missing", "kidnapped", "displaced",
    "crossed",  "returned", "evacuated", "trapped", "arrested",  "freed",
    "strength", "weapons",  "damage",    "extent",  "other"};

template <class Value, std::size_t Count>
std::optional<Value> named(const std::array<std::string_view, Count>& names,
                           std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<Value>(at - names.begin());
}

// The words of a notation, parted by single blanks.
std::vector<std::string_view> words_of(std::string_view notation) {
    std::vector<std::string_view> words;
    for (;;) {
        const auto blank = notation.find(' ');
        words.push_back(notation.substr(0, blank));
        if (blank == std::string_view::npos) return words;
        notation.remove_prefix(blank + 1);
    }
}

bool read_facets(std::string_view notation, std::vector<Facet>& facets) {
    for (;;) {
        const auto plus = notation.find('+');
        auto facet = Facet::parse(notation.substr(0, plus));
        if (!facet) return false;
        facets.push_back(*std::move(facet));
        if (plus == std::string_view::npos) return true;
        notation.remove_prefix(plus + 1);
    }
}

}  // namespace

std::string_view name(EventType type) { return type_names[static_cast<std::size_t>(type)]; }
std::optional<EventType> event_type(std::string_view name) {
    return named<EventType>(type_names, name);
}

std::string_view name(Stage stage) { return stage_names[static_cast<std::size_t>(stage)]; }
std::optional<Stage> stage(std::string_view name) { return named<Stage>(stage_names, name); }

std::string_view name(Role role) { return role_names[static_cast<std::size_t>(role)]; }
std::optional<Role> role(std::string_view name) { return named<Role>(role_names, name); }

std::string_view name(FigureKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<FigureKind> figure_kind(std::string_view name) {
    return named<FigureKind>(kind_names, name);
}

const std::vector<std::string_view>& modes(EventType type) {
    using Modes = std::vector<std::string_view>;
    static const Modes none;
    static const Modes consult{"visit", "third-party", "multilateral", "phone"};
    static const Modes aid{"economic", "military", "humanitarian", "shelter", "asylum"};
    static const Modes retreat{"withdraw",  "release", "return", "disarm",
                               "ceasefire", "resign",  "access"};
    static const Modes accuse{"disapprove", "investigate", "allege"};
    static const Modes protest{"demo", "riot", "strike", "hunger", "boycott", "obstruct"};
    static const Modes sanction{"expel", "withdraw", "discontinue", "embargo", "convict"};
    static const Modes mobilize{"troops", "weapons", "police", "militia"};
    static const Modes coerce{"seize",  "arrest",      "deport",   "ban",   "censor",
                              "curfew", "martial-law", "blockade", "cyber", "restrict"};
    static const Modes assault{"firearms",       "explosives",    "heavy-weapons", "aerial",
                               "suicide-attack", "hostage",       "sexual",        "beat",
                               "torture",        "unconventional"};
    static const Modes control{"taken",     "lost",     "retaken",    "held",
                               "contested", "besieged", "handed-over"};
    static const Modes move{"cross",    "flee",   "withdraw", "deploy",     "return",
                            "evacuate", "arrive", "let-in",   "turned-back"};
    static const Modes hazard{"earthquake", "flood",    "storm",     "drought",
                              "fire",       "epidemic", "landslide", "accident"};
    switch (type) {
        case EventType::Consult:
            return consult;
        case EventType::Aid:
            return aid;
        case EventType::Retreat:
            return retreat;
        case EventType::Accuse:
            return accuse;
        case EventType::Protest:
            return protest;
        case EventType::Sanction:
            return sanction;
        case EventType::Mobilize:
            return mobilize;
        case EventType::Coerce:
            return coerce;
        case EventType::Assault:
            return assault;
        case EventType::Control:
            return control;
        case EventType::Move:
            return move;
        case EventType::Hazard:
            return hazard;
        case EventType::Agree:
        case EventType::Support:
        case EventType::Concede:
        case EventType::Cooperate:
        case EventType::Request:
        case EventType::Reject:
        case EventType::Threaten:
        case EventType::Statement:
        case EventType::Harm:
            return none;
    }
    return none;
}

std::string Facet::print() const {
    std::string out(name(type));
    if (!mode.empty()) out += ":" + mode;
    return out;
}

std::optional<Facet> Facet::parse(std::string_view notation) {
    const auto colon = notation.find(':');
    const auto type = event_type(notation.substr(0, colon));
    if (!type) return std::nullopt;
    if (colon == std::string_view::npos) return Facet{*type, {}};
    const auto mode = notation.substr(colon + 1);
    const auto& legal = modes(*type);
    if (std::find(legal.begin(), legal.end(), mode) == legal.end()) return std::nullopt;
    return Facet{*type, std::string(mode)};
}

const Filler* Event::filler(Role role) const {
    const auto at = std::find_if(fillers.begin(), fillers.end(),
                                 [&](const Filler& one) { return one.role == role; });
    return at == fillers.end() ? nullptr : &*at;
}

std::string Event::print() const {
    std::string out;
    for (const auto& facet : facets) {
        if (!out.empty()) out += '+';
        out += facet.print();
    }
    out += ' ';
    out += name(stage);
    out += " @" + trigger.print();
    for (const auto& filler : fillers) {
        out += ' ';
        out += name(filler.role);
        out += '@' + filler.words.print();
        if (filler.head != filler.words) out += '/' + filler.head.print();
    }
    if (background) out += " background";
    return out;
}

std::optional<Event> Event::parse(std::string_view notation) {
    const auto words = words_of(notation);
    Event event;
    if (words.size() < 3 || !read_facets(words[0], event.facets)) return std::nullopt;
    const auto stage = values::stage(words[1]);
    const auto trigger = words[2].starts_with('@') ? Span::parse(words[2].substr(1)) : std::nullopt;
    if (!stage || !trigger) return std::nullopt;
    event.stage = *stage;
    event.trigger = *trigger;
    for (std::size_t i = 3; i < words.size(); ++i) {
        if (words[i] == "background" && i + 1 == words.size()) {
            event.background = true;
            break;
        }
        const auto at = words[i].find('@');
        if (at == std::string_view::npos) return std::nullopt;
        const auto role = values::role(words[i].substr(0, at));
        const auto spans = words[i].substr(at + 1);
        const auto slash = spans.find('/');
        const auto whole = Span::parse(spans.substr(0, slash));
        const auto head =
            slash == std::string_view::npos ? whole : Span::parse(spans.substr(slash + 1));
        if (!role || !whole || !head) return std::nullopt;
        event.fillers.push_back({*role, *whole, *head});
    }
    return event;
}

}  // namespace sitrep::values
