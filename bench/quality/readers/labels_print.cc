// How a labelled sentence is written: the form that labels() reads.
#include <array>
#include <charconv>

#include "quality/readers/labels.h"
#include "quality/scores/words.h"
#include "values/quantity.h"

namespace sitrep::quality {
namespace {

constexpr std::array<std::string_view, 8> value_words = {"dozens",    "tens", "scores", "hundreds",
                                                         "thousands", "half", "most",   "all"};

bool read_number(std::string_view digits, std::optional<double>& into) {
    if (digits.empty()) return true;
    if (digits.find_first_not_of("0123456789.") != std::string_view::npos) return false;
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    into = number;
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
}

// "words", with #2 where they stand before in the sentence. A span that cuts a word counts none.
std::string quoted(values::Span span, std::string_view sentence) {
    const std::string_view words = span.of(sentence);
    std::string out = "\"" + std::string(words) + "\"";
    std::size_t before = 0;
    for (const Extent place : whole_words(words, sentence)) {
        before += place.begin < span.begin() ? 1U : 0U;
    }
    if (before > 0) out += "#" + std::to_string(before + 1);
    return out;
}

std::string quoted(const LabelledPhrase& phrase, std::string_view sentence) {
    return quoted(phrase.span, sentence) + (phrase.meant.empty() ? "" : "=" + phrase.meant);
}

template <class Phrase>
std::string field(const char* key, const std::optional<Phrase>& phrase, std::string_view sentence) {
    return phrase ? std::string(" ") + key + "=" + quoted(*phrase, sentence) : "";
}

std::string line(std::size_t number, const LabelledEvent& event, std::string_view sentence) {
    std::string out = "event e" + std::to_string(number) + " ";
    for (std::size_t i = 0; i < event.facets.size(); ++i) {
        out += (i > 0 ? "+" : "") + event.facets[i].print();
    }
    out += " " + std::string(values::name(event.stage));
    out += " trigger=" + quoted(event.trigger, sentence);
    for (const LabelledFiller& filler : event.fillers) {
        out += " " + std::string(values::name(filler.role)) + "=" + quoted(filler.phrase, sentence);
    }
    return out + (event.background ? " background\n" : "\n");
}

std::string line(const LabelledFigure& figure, std::string_view sentence) {
    std::string out = "figure e" + std::to_string(figure.event + 1) + " ";
    for (std::size_t i = 0; i < figure.kinds.size(); ++i) {
        out += (i > 0 ? "+" : "") + std::string(values::name(figure.kinds[i]));
    }
    out += " " + figure.value.print() + field("side", figure.side, sentence);
    out += " words=" + quoted(figure.words, sentence);
    if (figure.total) out += " total";
    if (figure.share) out += " share";
    return out + field("base", figure.base, sentence) + "\n";
}

std::string line(const LabelledClaim& claim, std::string_view sentence) {
    std::string out = "claim ";
    for (std::size_t i = 0; i < claim.events.size(); ++i) {
        out += (i > 0 ? ",e" : "e") + std::to_string(claim.events[i] + 1);
    }
    for (const auto& source : claim.sources) out += " source=" + quoted(source, sentence);
    out += field("cue", claim.cue, sentence);
    for (std::size_t i = 0; i < claim.via.size(); ++i) {
        out += (i > 0 ? ">" : " via=") + quoted(claim.via[i], sentence);
    }
    out += " stance=" + std::string(values::name(claim.stance));
    if (claim.direct) out += " direct";
    return out + field("when", claim.when, sentence) + "\n";
}

}  // namespace

std::string LabelledValue::print() const {
    if (!word.empty()) return (about ? "~" : "") + word;
    std::string out = about ? "~" : "";
    if (low) out += values::print(*low);
    if (low != high) out += "..";
    if (low != high && high) out += values::print(*high);
    return out;
}

std::optional<LabelledValue> LabelledValue::parse(std::string_view notation) {
    LabelledValue value;
    value.about = notation.starts_with('~');
    if (value.about) notation.remove_prefix(1);
    for (const std::string_view word : value_words) {
        if (notation != word) continue;
        value.word = word;
        return value;
    }
    const std::size_t dots = notation.find("..");
    if (!read_number(notation.substr(0, dots), value.low)) return std::nullopt;
    if (dots == std::string_view::npos) {
        value.high = value.low;
    } else if (!read_number(notation.substr(dots + 2), value.high)) {
        return std::nullopt;
    }
    if (!value.low && !value.high) return std::nullopt;
    if (value.low && value.high && *value.low > *value.high) return std::nullopt;
    return value;
}

std::string LabelledSentence::print() const {
    std::string out;
    for (std::size_t i = 0; i < events.size(); ++i) out += line(i + 1, events[i], text);
    for (const auto& figure : figures) out += line(figure, text);
    for (const auto& claim : claims) out += line(claim, text);
    for (const auto& entity : entities) {
        out += "entity " + entity.type + " " + quoted(entity.span, text) + "\n";
    }
    return out;
}

}  // namespace sitrep::quality
