#include "quality/labelled.h"

#include <algorithm>
#include <array>
#include <map>

#include "quality/scores/attributions.h"
#include "quality/scores/words.h"

namespace sitrep::quality {
namespace {

constexpr std::array<std::string_view, 5> vague_words = {"dozens", "tens", "scores", "hundreds",
                                                         "thousands"};
constexpr std::array<std::string_view, 3> part_words = {"half", "most", "all"};

std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

// The last of these that stands among the quantity's words: "tens of thousands" is thousands.
template <std::size_t count>
std::string last_of(const std::array<std::string_view, count>& words,
                    const values::Quantity& quantity, std::string_view text) {
    const std::string said = lowered(quantity.span.of(text));
    std::string found;
    for (const Extent word : words_of(said)) {
        const auto here = std::string_view(said).substr(word.begin, word.size());
        if (std::find(words.begin(), words.end(), here) != words.end()) found = here;
    }
    return found;
}

// Vague counts are ranges, parts are shares without a unit; "half a million" is neither.
std::string value_word(const values::Quantity& quantity, std::string_view text) {
    if (quantity.kind == values::QuantityKind::Share) {
        return quantity.unit.empty() ? last_of(part_words, quantity, text) : "";
    }
    return quantity.low == quantity.high ? "" : last_of(vague_words, quantity, text);
}

template <class Value>
void add_new(const Value& value, std::vector<Value>& into) {
    if (std::find(into.begin(), into.end(), value) == into.end()) into.push_back(value);
}

std::optional<LabelledPhrase> phrase(const std::optional<values::Span>& span) {
    return span ? std::optional(LabelledPhrase{*span, {}}) : std::nullopt;
}

LabelledFigure figure_of(const values::Figure& figure, std::size_t event, std::string_view text) {
    LabelledFigure made;
    made.event = event;
    made.kinds = figure.kinds;
    made.value = labelled_value(figure.quantity, text);
    made.total = figure.total;
    made.share = figure.share;
    made.side = phrase(figure.side);
    made.base = phrase(figure.base);
    made.words = figure.quantity.span;
    return made;
}

LabelledClaim claim_of(const values::Claim& claim) {
    LabelledClaim made;
    if (claim.source) made.sources.push_back({*claim.source, {}});
    made.cue = claim.cue.empty() ? std::nullopt : std::optional(claim.cue);
    for (const values::Span& via : claim.via) made.via.push_back({via, {}});
    made.stance = claim.stance;
    made.direct = claim.directness == values::Directness::Direct;
    made.when = claim.when;
    return made;
}

class Labelling {
public:
    explicit Labelling(const values::Digest& digest)
        : digest_(digest), words_(words_of(digest.report.text)) {
        made_.name = digest.report.id;
        made_.published = digest.report.published;
        made_.text = digest.report.text;
    }

    LabelledSentence all() {
        for (const values::Event& event : digest_.events) add(event);
        add_claims();
        return made_;
    }

private:
    // The place of the labelled event that this one is; a new one where there is none yet.
    std::size_t place(const values::Event& event) {
        for (std::size_t i = 0; i < made_.events.size(); ++i) {
            const LabelledEvent& known = made_.events[i];
            if (first_word(known.trigger) == first_word(event.trigger) &&
                known.facets.front().type == event.type()) {
                return i;
            }
        }
        made_.events.push_back({event.facets, event.stage, event.background, event.trigger, {}});
        return made_.events.size() - 1;
    }

    void add(const values::Event& event) {
        const std::size_t at = place(event);
        for (const values::Filler& filler : event.fillers) {
            add_new({filler.role, {filler.words, {}}}, made_.events[at].fillers);
        }
        for (const values::Figure& figure : event.figures) {
            add_new(figure_of(figure, at, made_.text), made_.figures);
        }
        for (const std::string& id : event.claims) add_new(at, told_by_[id]);
    }

    void add_claims() {
        for (const values::Claim& claim : digest_.claims) {
            const auto told = told_by_.find(claim.id);
            if (told == told_by_.end()) continue;
            made_.claims.push_back(claim_of(claim));
            made_.claims.back().events = told->second;
        }
    }

    std::optional<Extent> first_word(values::Span span) const {
        auto words = touched(words_, {span.begin(), span.end()});
        if (words) words->end = words->begin + 1;
        return words;
    }

    const values::Digest& digest_;
    const std::vector<Extent> words_;
    LabelledSentence made_;
    std::map<std::string, std::vector<std::size_t>> told_by_;  // claim id: places of its events
};

}  // namespace

LabelledValue labelled_value(const values::Quantity& quantity, std::string_view text) {
    LabelledValue value;
    value.word = value_word(quantity, text);
    if (!value.word.empty()) return value;
    value.about = quantity.bound == values::QuantityBound::About;
    value.low = quantity.low;
    value.high = quantity.high;
    switch (quantity.bound) {
        case values::QuantityBound::AtLeast:
        case values::QuantityBound::MoreThan:
            value.high.reset();
            break;
        case values::QuantityBound::AtMost:
        case values::QuantityBound::LessThan:
            value.low.reset();
            break;
        case values::QuantityBound::Exact:
        case values::QuantityBound::About:
            break;
    }
    return value;
}

LabelledSentence labelled(const values::Digest& digest) { return Labelling(digest).all(); }

}  // namespace sitrep::quality
