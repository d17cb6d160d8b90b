// Chain: the mentions of one being or thing in a report, each with the reason why it belongs there.
//
// Invariant  mentions stand in order of their heads, "Ana and Jon" before "Ana"; a mention without
// a
//            link opens a chain or stands alone. A link may point forward: "cataphora" and what is
//            said in a quotation before its speaker is named
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "values/decision.h"
#include "values/marks.h"

namespace sitrep::values {

// What a mention is headed by.
enum class Form : std::uint8_t { Name, Noun, Pronoun };

enum class Being : std::uint8_t {
    Unknown,
    Person,  // one or many
    Body,    // organisation or armed group
    State,   // country, province or town: a place that can act
    Place,   // a place that cannot
    Thing,
};

enum class Number : std::uint8_t { Unknown, One, Many };
enum class Gender : std::uint8_t { Unknown, Male, Female };

std::string_view name(Form form);      // "name"
std::string_view name(Being being);    // "person"
std::string_view name(Number number);  // "one"
std::string_view name(Gender gender);  // "female"

// A noun phrase or pronoun: from its determiner or title to the last word of its name.
struct Mention {
    WordRange words;
    WordAt head;
    Form form = Form::Noun;
    Being being = Being::Unknown;  // as its own words tell
    Number number = Number::Unknown;
    Gender gender = Gender::Unknown;
    std::uint32_t chain = 0;
    Decision<std::uint32_t> antecedent;  // position in Chains::mentions; empty where it opens a
                                         // chain or we do not know

    friend bool operator==(const Mention&, const Mention&) = default;
};

struct Chain {
    Being being = Being::Unknown;  // as all of its mentions tell together
    Number number = Number::Unknown;
    Gender gender = Gender::Unknown;
    std::uint32_t naming = 0;             // the mention that tells best who it is
    std::vector<std::uint32_t> mentions;  // in order, at least one

    friend bool operator==(const Chain&, const Chain&) = default;
};

struct Chains {
    std::vector<Mention> mentions;
    std::vector<Chain> chains;  // by their first mentions

    friend bool operator==(const Chains&, const Chains&) = default;
};

// The chains of two mentions and more, one a line, each link with its rule:
//   person one female: "Ana Osei" <- "She" pronoun <- "the minister" role
std::string print(std::string_view text, const Marks& marks, const Chains& chains);

}  // namespace sitrep::values
