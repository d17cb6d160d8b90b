// Brief: the situation report before it is rendered. Every line holds the spans it is made of.
//
// Invariant  words of a line or field = its spans' bytes, joined by " … ", white space runs as one
//            blank; `sitrep verify` proves it
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/decision.h"
#include "values/digest.h"
#include "values/reason.h"
#include "values/report.h"
#include "values/span.h"

namespace sitrep::values {

// Words cut from a report.
struct Quoted {
    std::vector<Span> spans;
    std::string words;

    friend bool operator==(const Quoted&, const Quoted&) = default;
};

// The words that spans of text make.
Quoted quoted(std::string_view text, std::vector<Span> spans);

// What words stand for, as the resolve room decided. The only words of a brief that are not a
// report's own.
struct Meaning {
    std::string notation;  // the value's own: "2021-06-22/day"
    std::string shown;     // for a reader: "22 June 2021"
    Reason reason;
    std::vector<Passed<std::string>> passed;  // notations of what was passed over, best first

    friend bool operator==(const Meaning&, const Meaning&) = default;
};

struct Field {
    std::string name;  // "actor", "object", "place", "figure", "when", "bound by"
    Quoted quoted;
    std::optional<Meaning> means;

    friend bool operator==(const Field&, const Field&) = default;
};

// Who says a line: source and cue as written.
struct Saying {
    std::string claim;  // id
    Quoted source;      // no spans where no source is named
    Quoted cue;
    std::optional<Meaning> who;

    friend bool operator==(const Saying&, const Saying&) = default;
};

struct ActLine {
    std::string id;
    std::string type;
    Quoted clause;
    std::vector<Field> fields;
    std::vector<Saying> says;  // empty: the report itself says it
    Polarity polarity = Polarity::Affirmed;
    Hedge hedge = Hedge::None;
    std::vector<Field> bound_by;
    std::uint32_t sentence = 0;  // of the trigger, counted from 0 in its report
    Reason reason;

    friend bool operator==(const ActLine&, const ActLine&) = default;
};

struct ClaimLine {
    std::string id;
    Saying said;
    Quoted content;
    Directness directness = Directness::Indirect;
    std::uint32_t sentence = 0;  // of the cue
    Reason reason;

    friend bool operator==(const ClaimLine&, const ClaimLine&) = default;
};

struct ReportPart {
    std::uint32_t number = 0;  // [1], [2] … in the brief
    Report report;             // its particulars; the text stays with it for verify
    bool read = true;
    std::string unread_because;
    std::vector<ActLine> acts;
    std::vector<ClaimLine> claims;

    friend bool operator==(const ReportPart&, const ReportPart&) = default;
};

// A file or line that could not be read.
struct Unreadable {
    std::string place;
    std::string fault;

    friend bool operator==(const Unreadable&, const Unreadable&) = default;
};

// An act that a reader should see first.
struct Highlight {
    std::uint32_t report = 0;  // its number
    std::string act;           // its id

    friend bool operator==(const Highlight&, const Highlight&) = default;
};

// A place or an actor of the brief, once, with the spellings that stand for it.
struct Named {
    struct Spelling {
        std::uint32_t report = 0;  // its number
        Quoted quoted;             // where it stands first in that report

        friend bool operator==(const Spelling&, const Spelling&) = default;
    };
    std::string kind;      // "place", "actor"
    std::string notation;  // as Meaning's
    std::string name;
    std::string what;  // "border crossing in Imam Sahib, Kunduz, Afghanistan"
    std::vector<Spelling> spellings;

    friend bool operator==(const Named&, const Named&) = default;
};

struct Brief {
    std::vector<Highlight> highlights;  // in the order of the reports
    std::vector<ReportPart> reports;    // by date where whole, then in the order read
    std::vector<Named> names;           // places, then actors; most spoken of first
    std::vector<Unreadable> unreadable;

    friend bool operator==(const Brief&, const Brief&) = default;
};

}  // namespace sitrep::values
