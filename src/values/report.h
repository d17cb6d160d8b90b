// Report: one document as published, and where each of its particulars was learned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "values/date.h"
#include "values/span.h"

namespace sitrep::values {

// How a particular of a report came to be known.
enum class Known : std::uint8_t {
    Unknown,   // not at all; the value is empty
    Given,     // by the user (--published, --year) or by metadata (reports.tsv, front matter, JSON)
    Inferred,  // from the report's own text, by `rule`, with `evidence`
};

// One particular: outlet, agency, title, byline, dateline place, url.
struct Particular {
    std::string value;
    Known known = Known::Unknown;
    std::string rule;  // "reports.tsv", "front-matter", "jsonl", "credit-line", "according-to" …
    Span evidence;     // in Report::text; empty unless Inferred

    friend bool operator==(const Particular&, const Particular&) = default;
};

// When the report was published, as finely as it is known. The grain is that of the parts given:
// a whole date is a day, with minute_of_day a minute; weekday, month and day alone leave the year
// open.
struct Publication {
    PartialDate date;
    std::optional<std::int16_t> minute_of_day;        // local to the zone, 0..1439
    std::optional<std::int16_t> zone_offset_minutes;  // east of UTC positive
    Known known = Known::Unknown;
    std::string rule;
    Span evidence;

    // 2021-06-23, 2021-06-23T14:05+05:00, ????-06-23/wed, unknown
    // How it is known stands not in the notation: what is read from it is Given, "unknown" Unknown.
    std::string print() const;
    static std::optional<Publication> parse(std::string_view notation);

    friend bool operator==(const Publication&, const Publication&) = default;
};

struct Report {
    std::string id;    // r_ and the first 10 hex digits of the SHA-256 of text: same text, same id
    std::string hash;  // SHA-256 of text, 64 hex digits
    std::string
        path;  // as the user wrote it; "FILE:LINE" inside JSON Lines; "-" for standard input
    std::string text;      // UTF-8, valid; every Span of this report points into it
    std::string encoding;  // of the original bytes, e.g. "UTF-8", "UTF-16LE", "windows-1251"
    std::string language;  // ISO 639-1 as detected or given; "und" where open
    Particular outlet;
    Particular agency;  // the wire whose text or report this is, where the text says so
    Particular title;
    Particular byline;
    Particular dateline;  // the place ("MOSCOW")
    Particular url;
    Publication published;

    friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace sitrep::values
