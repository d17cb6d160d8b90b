// labels: sentences with their events, figures, claims and entities, labelled by hand.
//
// Form    blocks parted by empty lines: a head "@ NAME   published 2024-05-13", the sentence, then
//         event, figure, claim and entity lines; a line that opens with # is a comment
// Units   spans in bytes of the sentence; quoted words are found in it as whole words
// Errors  path and line: a head, type, stage, role, kind, value or stance that is none, words that
//         stand not in the sentence, an event that is none of its block
// Source  the labelling guide, section 2; training/corpus/README.md for entities
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/claim.h"
#include "values/event.h"
#include "values/report.h"
#include "values/span.h"

namespace sitrep::quality {

struct LabelledPhrase {
    values::Span span;
    std::string meant;  // who is meant; empty where the words alone say it

    friend bool operator==(const LabelledPhrase&, const LabelledPhrase&) = default;
};

struct LabelledFiller {
    values::Role role = values::Role::Actor;
    LabelledPhrase phrase;

    friend bool operator==(const LabelledFiller&, const LabelledFiller&) = default;
};

struct LabelledEvent {
    std::vector<values::Facet> facets;  // at least one; the first leads
    values::Stage stage = values::Stage::Happened;
    bool background = false;
    values::Span trigger;
    std::vector<LabelledFiller> fillers;

    friend bool operator==(const LabelledEvent&, const LabelledEvent&) = default;
};

// 3  ~20  130..  ..100  40..60  dozens
struct LabelledValue {
    bool about = false;
    std::optional<double> low;
    std::optional<double> high;
    std::string word;  // "dozens"; low and high are empty then

    std::string print() const;
    static std::optional<LabelledValue> parse(std::string_view notation);

    friend bool operator==(const LabelledValue&, const LabelledValue&) = default;
};

struct LabelledFigure {
    std::size_t event = 0;  // place among the events of its sentence
    std::vector<values::FigureKind> kinds;
    LabelledValue value;
    bool total = false;
    bool share = false;
    std::optional<LabelledPhrase> side;
    std::optional<LabelledPhrase> base;
    values::Span words;

    friend bool operator==(const LabelledFigure&, const LabelledFigure&) = default;
};

struct LabelledClaim {
    std::vector<std::size_t> events;  // places among the events of its sentence
    std::vector<LabelledPhrase> sources;
    std::optional<values::Span> cue;
    std::vector<LabelledPhrase> via;  // nearest mouth first
    values::Stance stance = values::Stance::Asserts;
    bool direct = false;
    std::optional<values::Span> when;

    friend bool operator==(const LabelledClaim&, const LabelledClaim&) = default;
};

struct LabelledEntity {
    std::string type;  // "GPE"
    values::Span span;

    friend bool operator==(const LabelledEntity&, const LabelledEntity&) = default;
};

struct LabelledSentence {
    std::string name;
    values::Publication published;
    std::string text;
    std::vector<LabelledEvent> events;
    std::vector<LabelledFigure> figures;
    std::vector<LabelledClaim> claims;
    std::vector<LabelledEntity> entities;

    // The label lines, without head and sentence; what is read from them is the same again.
    std::string print() const;

    friend bool operator==(const LabelledSentence&, const LabelledSentence&) = default;
};

base::Result<std::vector<LabelledSentence>> labels(std::string_view text, const std::string& path);
base::Result<std::vector<LabelledSentence>> label_file(const std::string& path);

}  // namespace sitrep::quality
