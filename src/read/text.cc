#include "read/text.h"

#include <utility>

#include "base/sha256.h"
#include "read/encoding.h"
#include "read/language.h"
#include "read/particulars.h"
#include "read/published.h"

namespace sitrep::read {
namespace {

constexpr std::size_t id_digits = 10;

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

// An outlet that is itself the wire carries nobody.
void drop_own_wire(values::Report& report) {
    const bool found = report.agency.known == values::Known::Inferred;
    if (found && report.agency.value == report.outlet.value) report.agency = {};
}

}  // namespace

base::Result<values::Report> report_of(std::string body, const std::string& path,
                                       const std::string& encoding, const Known& know,
                                       const Metadata& given, std::optional<int> year) {
    if (body.empty()) return base::Error("holds no text; fill or delete it").at(path);
    if (blank(body)) return base::Error("holds nothing but blanks; fill or delete it").at(path);
    if (const auto nul = body.find('\0'); nul != std::string::npos) {
        return base::Error("byte " + std::to_string(nul) +
                           " of the text is NUL, which no text holds; take it out")
            .at(path);
    }
    if (body.size() > report_bytes_max) {
        return base::Error("holds " + std::to_string(body.size()) + " bytes of text, more than " +
                           std::to_string(report_bytes_max) +
                           " in one report; split it into its reports")
            .at(path);
    }
    values::Report report;
    report.hash = base::sha256_hex(body);
    report.id = "r_" + report.hash.substr(0, id_digits);
    report.path = path;
    report.encoding = encoding;
    report.text = std::move(body);
    const auto seen = particulars(report.text, know);
    report.outlet = seen.outlet;
    report.agency = seen.agency;
    report.title = seen.title;
    report.byline = seen.byline;
    report.dateline = seen.dateline;
    report.published = published(report.text, know);
    given.give(report);
    drop_own_wire(report);
    if (year) fix_year(report, *year);
    if (given.language.empty()) report.language = language(report.text);
    return report;
}

base::Result<values::Report> text(std::string_view bytes, const std::string& path,
                                  const Known& know, const Metadata& given,
                                  std::optional<int> year) {
    if (bytes.empty()) return base::Error("the file is empty; fill or delete it").at(path);
    auto decoding = decoded(bytes);
    if (!decoding) return std::move(decoding).error().at(path);
    auto front = front_matter(decoding->text);
    if (!front) return std::move(front).error().at(path);
    // What stands beside the file is the word of whoever collected it, and wins over the file's
    // own.
    auto merged = report_of(decoding->text.substr(front->bytes), path, decoding->encoding, know,
                            front->given, year);
    if (!merged) return merged;
    given.give(*merged);
    drop_own_wire(*merged);
    if (year) fix_year(*merged, *year);
    return merged;
}

}  // namespace sitrep::read
