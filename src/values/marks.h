// Marks: the annotated sentences of one report, and the attributions that run through them.
//
// Words are Universal Dependencies words; heads are positions in the same sentence.
// Source  docs/decisions/0003-annotator.md; universaldependencies.org for parts, features,
// relations
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/claim.h"
#include "values/event.h"
#include "values/sentence.h"
#include "values/span.h"

namespace sitrep::values {

enum class EntityType : std::uint8_t {
    Person,
    Organisation,
    ArmedGroup,
    GeoPolitical,
    Location,
    Facility,
    Nationality,  // or religion: a people or its adjective
    Weapon,
    Event,
    Other,  // works, products, laws
};

std::string_view code(EntityType type);  // PER ORG GRP GPE LOC FAC NORP WPN EVT MISC
std::optional<EntityType> entity_type(std::string_view code);

struct Word {
    Span span;
    std::string part;      // universal part of speech: "NOUN"
    std::string features;  // "Number=Sing|Tense=Past" or empty
    std::string lemma;
    std::int32_t head = -1;  // position of the head in the sentence; -1 for the root
    std::string relation;    // "nsubj:pass"

    friend bool operator==(const Word&, const Word&) = default;
};

// Words [first, last] of one sentence.
struct Entity {
    EntityType type = EntityType::Other;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    float score = 0;  // mean probability of its tags

    friend bool operator==(const Entity&, const Entity&) = default;
};

struct MarkedSentence {
    Span span;
    LineKind kind = LineKind::Prose;
    bool ends_paragraph = false;
    std::vector<Word> words;  // empty where the line is not read
    std::vector<Entity> entities;

    friend bool operator==(const MarkedSentence&, const MarkedSentence&) = default;
};

struct WordAt {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0;

    friend bool operator==(const WordAt&, const WordAt&) = default;
    friend auto operator<=>(const WordAt&, const WordAt&) = default;
};

// Words first to last, both included; may run over several sentences.
struct WordRange {
    WordAt first;
    WordAt last;

    friend bool operator==(const WordRange&, const WordRange&) = default;
};

// Who says what by which words.
struct Attribution {
    WordRange cue;
    std::optional<WordRange> source;
    std::optional<WordRange> content;
    float score = 0;  // in [0, 1]

    friend bool operator==(const Attribution&, const Attribution&) = default;
};

// A word that hangs together with an act: it heads a role's phrase, counts, or says it.
struct Tie {
    enum class Kind : std::uint8_t { Role, Figure, Source, Cue, Via };

    Kind kind = Kind::Role;
    Role role = Role::Actor;        // of a role
    std::vector<FigureKind> kinds;  // of a figure
    std::uint32_t word = 0;         // of the trigger's sentence
    float score = 0;                // in [0, 1]

    friend bool operator==(const Tie&, const Tie&) = default;
};

// An act that the event head sees at one word. Those with a score below one half are guesses, for
// whoever has other evidence.
struct EventMark {
    WordAt trigger;
    std::vector<Facet> facets;  // at least one
    Stage stage = Stage::Happened;
    bool background = false;
    std::optional<Stance> stance;  // of whoever says it; empty where nobody is named
    std::vector<Tie> ties;         // by word
    float score = 0;               // in [0, 1], that the word tells an act at all

    friend bool operator==(const EventMark&, const EventMark&) = default;
};

struct Marks {
    std::vector<MarkedSentence> sentences;  // one for each Sentence, in order
    std::vector<Attribution> attributions;  // by cue position
    std::vector<EventMark> events;          // by trigger

    const Word& at(WordAt where) const { return sentences[where.sentence].words[where.word]; }
    // The bytes from the first word's begin to the last word's end.
    Span span(WordRange range) const { return at(range.first).span.joined(at(range.last).span); }

    friend bool operator==(const Marks&, const Marks&) = default;
};

// One sentence on one line, for tests, logs and explain:
//   form|lemma|PART|head|relation|features …  [PER 1-2] {source 1-2 cue 3 content 5-9}
// Words are counted from 1, head 0 is the root; a space or bar inside a form is written "_".
// A lone word is one number; word 4 of the next sentence is 4@+1, of the one before 4@-1. An
// attribution stands with the first word of its cue. <heading>, <end>, <heading end> close the line
// of a sentence that is no prose or ends a paragraph. Scores are left out.
// marks_from() builds report text ("form form …", single blanks) and Marks of one sentence a line;
// empty where a line is no such notation, a tree has a cycle or not one root, or a range no words.
std::string print(std::string_view text, const Marks& marks, std::size_t sentence);
struct NotedMarks {
    std::string text;
    Marks marks;
};
std::optional<NotedMarks> marks_from(std::string_view notation);

}  // namespace sitrep::values
