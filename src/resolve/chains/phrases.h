// phrases: the noun phrases and pronouns of a report, with what their own words tell of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/beings_known.h"
#include "resolve/chains/tree.h"
#include "values/chain.h"
#include "values/marks.h"
#include "values/report.h"

namespace sitrep::resolve::chains {

enum class Article : std::uint8_t { None, Definite, Demonstrative, Possessive, Indefinite };

struct Phrase {
    values::WordAt head;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    values::Form form = values::Form::Noun;
    values::Being being = values::Being::Unknown;
    values::Number number = values::Number::Unknown;
    values::Gender gender = values::Gender::Unknown;

    // Names.
    std::vector<std::string> name;  // its words, folded, without titles and articles
    bool is_person_entity = false;  // marked as a person's name
    std::vector<std::string>
        roles;  // nouns that say what it is: "minister" before or behind a name

    // Nouns.
    std::string noun;                    // the head's lemma
    std::vector<std::string> modifiers;  // lemmas that narrow it: "deputy foreign"
    Article article = Article::None;
    bool narrowed = false;            // by words behind it: "of defence", "who fled"
    bool other = false;               // "another", "other": a further one
    std::int32_t owner = -1;          // the word before it that owns it: "his", "Rudenko 's"
    std::vector<std::string> called;  // what such a one may also be called

    // Pronouns.
    std::uint8_t person = 0;  // 1, 2, 3 where it is a personal or possessive pronoun
    bool reflexive = false;
    bool possessive = false;

    std::vector<std::uint32_t> parts;  // a coordination's members, as places among the phrases
};

struct Phrases {
    std::vector<Tree> trees;      // one for each sentence
    std::vector<Phrase> phrases;  // by head within a sentence, then its coordinations
    // The phrase headed by a word (the single one, not the coordination); -1 where there is none.
    std::int32_t headed_by(values::WordAt word) const { return heads[word.sentence][word.word]; }
    std::vector<std::vector<std::int32_t>> heads;
};

Phrases phrases(const values::Report& report, const values::Marks& marks, const BeingsKnown& known);

}  // namespace sitrep::resolve::chains
