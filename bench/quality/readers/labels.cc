#include "quality/readers/labels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "quality/readers/files.h"
#include "quality/readers/label_fields.h"
#include "quality/scores/words.h"

namespace sitrep::quality {
namespace {

using Read = base::Result<base::Done>;

constexpr std::array<std::string_view, 10> entity_types = {"PER", "ORG",  "GRP", "GPE", "LOC",
                                                           "FAC", "NORP", "WPN", "EVT", "MISC"};

base::Error no(const std::string& words, const char* what) {
    return base::Error("\"" + words + "\" is no " + what + "; mend the line");
}

std::optional<values::Span> find(const LabelField& field, std::string_view sentence) {
    const auto places = whole_words(field.words, sentence);
    if (field.occurrence < 1 || field.occurrence > places.size()) return std::nullopt;
    const Extent place = places[field.occurrence - 1];
    return values::Span::in(sentence, place.begin, place.end);
}

// One label line, read into its sentence.
class LineReader {
public:
    LineReader(std::string_view line, LabelledSentence& into)
        : into_(into), read_(label_fields(line)) {}

    Read event();
    Read figure();
    Read claim();

private:
    // The places of "e1,e2" among the events above.
    base::Result<std::vector<std::size_t>> events_of(const std::string& names) const;
    Read place_fields(std::initializer_list<std::string_view> keys);
    // The spans of a field's every standing, in order.
    std::vector<LabelledPhrase> all(std::string_view key) const;
    std::optional<LabelledPhrase> first(std::string_view key) const;
    std::optional<values::Span> first_span(std::string_view key) const;

    LabelledSentence& into_;
    LabelFields read_;
    std::vector<std::pair<std::string, LabelledPhrase>> placed_;
};

// Finds the words of each field; only these keys may stand here.
Read LineReader::place_fields(std::initializer_list<std::string_view> keys) {
    for (const LabelField& field : read_.fields) {
        if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) {
            return no(field.key, "field of this line");
        }
        const auto span = find(field, into_.text);
        if (!span) {
            return base::Error("\"" + field.words + "\" #" + std::to_string(field.occurrence) +
                               " stands not in the sentence as whole words; mend the line");
        }
        placed_.push_back({field.key, {*span, field.meant}});
    }
    return base::Done{};
}

std::vector<LabelledPhrase> LineReader::all(std::string_view key) const {
    std::vector<LabelledPhrase> found;
    for (const auto& [name, phrase] : placed_) {
        if (name == key) found.push_back(phrase);
    }
    return found;
}

std::optional<LabelledPhrase> LineReader::first(std::string_view key) const {
    const auto found = all(key);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<values::Span> LineReader::first_span(std::string_view key) const {
    const auto found = first(key);
    return found ? std::optional(found->span) : std::nullopt;
}

base::Result<std::vector<std::size_t>> LineReader::events_of(const std::string& names) const {
    std::vector<std::size_t> places;
    for (const std::string_view name : cut(names, ',')) {
        std::size_t at = 0;
        while (at < into_.events.size() && name != "e" + std::to_string(at + 1)) ++at;
        if (at == into_.events.size()) return no(std::string(name), "event above in this block");
        places.push_back(at);
    }
    return places;
}

// e1 COERCE:seize+CONTROL:taken happened trigger="seized" actor="rebels" background
Read LineReader::event() {
    const auto& bare = read_.bare;
    if (bare.size() < 3) return base::Error("an event has an id, a type and a stage; add them");
    if (bare[0] != "e" + std::to_string(into_.events.size() + 1)) {
        return base::Error(bare[0] + " comes out of order; number the events from e1");
    }
    LabelledEvent event;
    for (const std::string_view notation : cut(bare[1], '+')) {
        const auto facet = values::Facet::parse(notation);
        if (!facet) return no(std::string(notation), "type with its mode");
        event.facets.push_back(*facet);
    }
    const auto stage = values::stage(bare[2]);
    if (!stage) return no(bare[2], "stage");
    event.stage = *stage;
    event.background = bare.size() == 4 && bare[3] == "background";
    if (bare.size() > 3 && !event.background) return no(bare[3], "mark of an event");
    if (auto placed =
            place_fields({"trigger", "actor", "recipient", "victim", "target", "instrument",
                          "place", "from", "to", "when", "topic", "condition", "beneficiary"});
        !placed) {
        return placed;
    }
    if (all("trigger").size() != 1) return base::Error("an event has one trigger; mend the line");
    for (const auto& [key, phrase] : placed_) {
        if (const auto role = values::role(key)) event.fillers.push_back({*role, phrase});
    }
    event.trigger = *first_span("trigger");
    into_.events.push_back(std::move(event));
    return base::Done{};
}

// e1 killed+wounded 3 side="soldiers" words="three" total
Read LineReader::figure() {
    const auto& bare = read_.bare;
    if (bare.size() < 3) return base::Error("a figure has an event, a kind and a value; add them");
    LabelledFigure figure;
    const auto event = events_of(bare[0]);
    if (!event) return event.error();
    if (event->size() != 1) return base::Error("a figure has one event; write a line for each");
    figure.event = event->front();
    for (const std::string_view name : cut(bare[1], '+')) {
        const auto kind = values::figure_kind(name);
        if (!kind) return no(std::string(name), "kind of figure");
        figure.kinds.push_back(*kind);
    }
    const auto value = LabelledValue::parse(bare[2]);
    if (!value) return no(bare[2], "value");
    figure.value = *value;
    for (std::size_t i = 3; i < bare.size(); ++i) {
        if (bare[i] != "total" && bare[i] != "share") return no(bare[i], "mark of a figure");
        (bare[i] == "total" ? figure.total : figure.share) = true;
    }
    if (auto placed = place_fields({"side", "words", "base"}); !placed) return placed;
    const auto words = first_span("words");
    if (!words) return base::Error("a figure quotes its words; add words=\"…\"");
    figure.words = *words;
    figure.side = first("side");
    figure.base = first("base");
    into_.figures.push_back(std::move(figure));
    return base::Done{};
}

// e1,e2 source="the ministry" cue="said" via="Reuters" stance=asserts direct when="on Sunday"
Read LineReader::claim() {
    const auto& bare = read_.bare;
    if (bare.empty()) return base::Error("a claim has events and a stance; add them");
    LabelledClaim claim;
    auto events = events_of(bare[0]);
    if (!events) return std::move(events).error();
    claim.events = *std::move(events);
    std::size_t stances = 0;
    for (std::size_t i = 1; i < bare.size(); ++i) {
        constexpr std::string_view opening = "stance=";
        if (bare[i] == "direct") {
            claim.direct = true;
            continue;
        }
        const auto stance = bare[i].starts_with(opening)
                                ? values::stance(std::string_view(bare[i]).substr(opening.size()))
                                : std::nullopt;
        if (!stance) return no(bare[i], "stance or mark of a claim");
        claim.stance = *stance;
        ++stances;
    }
    if (stances != 1) return base::Error("a claim has one stance; mend the line");
    if (auto placed = place_fields({"source", "cue", "via", "when"}); !placed) return placed;
    claim.sources = all("source");
    claim.via = all("via");
    claim.cue = first_span("cue");
    claim.when = first_span("when");
    into_.claims.push_back(std::move(claim));
    return base::Done{};
}

// GPE "Naro"#2, read as a field of its own.
Read entity(std::string_view line, LabelledSentence& into) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string type(line.substr(0, blank));
    if (std::find(entity_types.begin(), entity_types.end(), type) == entity_types.end()) {
        return no(type, "type of entity");
    }
    const auto read =
        label_fields("words=" + std::string(line.substr(blank + (blank < line.size()))));
    if (read.fields.size() != 1 || !read.bare.empty()) {
        return base::Error("an entity line reads: entity TYPE \"words\"; mend it");
    }
    const auto span = find(read.fields.front(), into.text);
    if (!span) {
        return base::Error("\"" + read.fields.front().words +
                           "\" stands not in the sentence as whole words; mend the line");
    }
    into.entities.push_back({type, *span});
    return base::Done{};
}

Read label(std::string_view line, LabelledSentence& into) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, blank);
    const std::string_view rest = line.substr(blank);
    if (word == "event") return LineReader(rest, into).event();
    if (word == "figure") return LineReader(rest, into).figure();
    if (word == "claim") return LineReader(rest, into).claim();
    if (word == "entity") return entity(rest.substr(rest.empty() ? 0 : 1), into);
    return no(std::string(word), "label: event, figure, claim or entity");
}

// "@ NAME   published 2024-05-13"
base::Result<LabelledSentence> head(std::string_view line) {
    constexpr std::string_view between = "   published ";
    const std::size_t at = line.find(between);
    const bool opens = line.starts_with("@ ") && at != std::string_view::npos && at > 2;
    const auto published =
        opens ? values::Publication::parse(line.substr(at + between.size())) : std::nullopt;
    if (!published) {
        return base::Error("a block opens with: @ NAME   published YYYY-MM-DD; mend the line");
    }
    LabelledSentence sentence;
    sentence.name = line.substr(2, at - 2);
    sentence.published = *published;
    return sentence;
}

}  // namespace

base::Result<std::vector<LabelledSentence>> labels(std::string_view text, const std::string& path) {
    std::vector<LabelledSentence> found;
    enum class Next { Head, Sentence, Label } next = Next::Head;
    const auto lines = cut(text, '\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        const std::string where = path + ":" + std::to_string(i + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            if (next == Next::Sentence) {
                return base::Error("the block has no sentence; add it").at(where);
            }
            next = Next::Head;
        } else if (next == Next::Sentence) {
            found.back().text = line;
            next = Next::Label;
        } else if (line.starts_with('#')) {
            continue;
        } else if (next == Next::Head) {
            auto opened = head(line);
            if (!opened) return std::move(opened).error().at(where);
            found.push_back(*std::move(opened));
            next = Next::Sentence;
        } else if (auto read = label(line, found.back()); !read) {
            return std::move(read).error().at(where);
        }
    }
    if (next == Next::Sentence)
        return base::Error("the last block has no sentence; add it").at(path);
    return found;
}

base::Result<std::vector<LabelledSentence>> label_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return labels(*text, path);
}

}  // namespace sitrep::quality
