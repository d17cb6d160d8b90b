// Metadata: what is given of a report beside its text, by reports.tsv, front matter or JSON.
//
// reports.tsv   UTF-8 (or what decoded() reads), cells parted by tabs; the first line names the
//               columns, with or without "# columns:" before them; "path" is relative to its
//               folder; a column that is not known here is passed over
// Front matter  lines "key: value" between two lines "---" at the head of a text
// Errors        name the line: a date that is none, a row wider than its columns
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/report.h"

namespace sitrep::read {

struct Metadata {
    std::string rule;  // where it was given: "reports.tsv", "front-matter", "jsonl"
    std::string outlet;
    std::string agency;
    std::string title;
    std::string byline;
    std::string url;
    std::string language;
    std::optional<values::Publication> published;

    // Sets the field of that name ("author" is byline, "date" published); false where none has it.
    // An empty value leaves the field as it is.
    base::Result<bool> set(std::string_view name, std::string_view value);
    // Puts what is given here into report, over what stands there.
    void give(values::Report& report) const;
};

// A date as metadata writes it: 2024-05-13, 2024-05-13T18:30+03:00, 2024-05-13 18:30:05Z,
// ????-06-23/wed.
base::Result<values::Publication> publication(std::string_view notation);

struct FrontMatter {
    Metadata given;
    std::size_t bytes = 0;  // up to the text itself; 0 where there is none
};
base::Result<FrontMatter> front_matter(std::string_view text);

// One reports.tsv.
struct Beside {
    struct Row {
        std::size_t line = 0;
        Metadata given;
    };
    std::string path;                  // of the table
    std::map<std::string, Row> rows;   // by path, relative to the table's folder
    std::vector<base::Error> refused;  // rows that cannot be read; the others stand
};
base::Result<Beside> beside(std::string_view text, const std::string& path);

}  // namespace sitrep::read
