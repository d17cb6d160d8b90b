#include "publish/markdown.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "base/utf8.h"

namespace sitrep::publish {
namespace {

using values::Field;
using values::Known;
using values::Report;
using values::ReportPart;

constexpr int years_proposed_first = 1990;  // no earlier year is proposed for an open date
constexpr int years_proposed_last = 2039;

std::string plural(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string spans(const values::Quoted& quoted) {
    std::string out;
    for (const auto span : quoted.spans) out += (out.empty() ? "" : " ") + span.print();
    return out;
}

std::string evidence(const ReportPart& part, const values::Quoted& quoted) {
    return "`[" + std::to_string(part.number) + "] " + spans(quoted) + "`";
}

std::string how(const values::Particular& particular) {
    if (particular.known != Known::Inferred) return {};
    return " (inferred)";
}

std::string date(const Report& report) {
    const auto& published = report.published;
    if (published.known == Known::Unknown) return "date unknown";
    std::string out = published.print();
    if (published.known == Known::Inferred) {
        out += " (inferred from “" +
               escaped_markdown(values::quoted(report.text, {published.evidence}).words) + "”";
        const auto years = published.date.years_proposed(years_proposed_first, years_proposed_last);
        if (!published.date.year) {
            out += "; year open";
            for (std::size_t i = 0; i < years.size(); ++i) {
                out += (i == 0 ? ", perhaps " : " or ") + std::to_string(years[i]);
            }
        }
        out += ")";
    }
    return out;
}

std::string outlet(const Report& report) {
    if (!report.outlet.value.empty()) return escaped_markdown(report.outlet.value);
    return escaped_markdown(report.path);
}

void add_heading(const ReportPart& part, std::string& out) {
    const Report& report = part.report;
    out += "## [" + std::to_string(part.number) + "] " + outlet(report) + how(report.outlet) +
           " · " + date(report) + "\n\n";
    if (!report.title.value.empty()) out += "*" + escaped_markdown(report.title.value) + "*\n\n";
}

// The words that bind an act, behind it: "not affirmed: "not"".
std::string bound(const values::ActLine& line) {
    std::string out;
    if (line.polarity == values::Polarity::Negated) out += " · **negated**";
    if (line.hedge != values::Hedge::None) {
        out += " · *";
        out += values::name(line.hedge);
        out += "*";
    }
    std::string words;
    for (const auto& by : line.bound_by) {
        words += (words.empty() ? "" : ", ") + ("“" + escaped_markdown(by.quoted.words) + "”");
    }
    return out.empty() || words.empty() ? out : out + " (" + words + ")";
}

std::string who(const values::Saying& said) {
    const std::string cue = escaped_markdown(said.cue.words);
    if (said.source.words.empty()) return "“" + cue + "”, no source named";
    return escaped_markdown(said.source.words) + " — “" + cue + "”";
}

std::string fields(const std::vector<Field>& all) {
    std::string out;
    for (const std::string_view name : {"actor", "object", "place", "figure", "when"}) {
        std::string words;
        for (const auto& field : all) {
            if (field.name != name) continue;
            words += (words.empty() ? "" : "; ") + escaped_markdown(field.quoted.words);
        }
        if (words.empty()) continue;
        out += out.empty() ? "" : " · ";
        out += name;
        out += ": " + words;
    }
    return out;
}

void add_act(const ReportPart& part, const values::ActLine& line, std::string& out) {
    out += "- “" + escaped_markdown(line.clause.words) + "”" + bound(line) + " " +
           evidence(part, line.clause) + "\n";
    const std::string known = fields(line.fields);
    if (!known.empty()) out += "  " + known + "\n";
    for (const auto& said : line.says) out += "  says " + who(said) + "\n";
}

void add_claim(const ReportPart& part, const values::ClaimLine& line, std::string& out) {
    out += "- **" +
           (line.said.source.words.empty() ? std::string("no source named")
                                           : escaped_markdown(line.said.source.words)) +
           "** “" + escaped_markdown(line.said.cue.words) + "”: ";
    out += escaped_markdown(line.content.words);
    out += " *(" + std::string(values::name(line.directness)) + ")* " +
           evidence(part, line.content) + "\n";
}

void add_sources(const values::Brief& brief, std::string& out) {
    out += "## Sources\n\n";
    for (const auto& part : brief.reports) {
        const Report& report = part.report;
        out += std::to_string(part.number) + ". " + outlet(report) + how(report.outlet);
        if (!report.agency.value.empty()) {
            out += ", after " + escaped_markdown(report.agency.value) + how(report.agency);
        }
        if (!report.byline.value.empty()) out += ", " + escaped_markdown(report.byline.value);
        out += " · " + date(report) + " · " + escaped_markdown(report.path) + " · `" + report.id +
               "`\n";
    }
    out += "\n";
}

}  // namespace

std::string shown(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const auto here = base::code_point_at(words, at);
        const bool control = here.value < 0x20 || (here.value >= 0x7F && here.value <= 0x9F);
        const bool turns = (here.value >= 0x202A && here.value <= 0x202E) ||
                           (here.value >= 0x2066 && here.value <= 0x2069);
        if (control || turns || !here.valid) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(here.value));
            out += code.data();
        } else {
            out += words.substr(at, here.bytes);
        }
        at += here.bytes;
    }
    return out;
}

std::string escaped_markdown(std::string_view words) {
    std::string out;
    for (const char c : shown(words)) {
        if (std::string_view("\\`*_[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string markdown(const values::Brief& brief) {
    std::size_t acts = 0;
    std::size_t claims = 0;
    for (const auto& part : brief.reports) {
        acts += part.acts.size();
        claims += part.claims.size();
    }
    std::string out = "# Brief\n\n" + plural(brief.reports.size(), "report") + ", " +
                      plural(acts, "act") + ", " + plural(claims, "claim");
    if (!brief.unreadable.empty())
        out += ", " + std::to_string(brief.unreadable.size()) + " unreadable";
    out +=
        ". Words in quotation marks are the reports' own; “…” shows a cut; `[n] a:b` is bytes a "
        "to b of report n.\n\n";
    for (const auto& part : brief.reports) {
        add_heading(part, out);
        if (!part.read) out += "Not read: " + escaped_markdown(part.unread_because) + ".\n\n";
        if (!part.acts.empty()) {
            out += "### What it tells\n\n";
            for (const auto& line : part.acts) add_act(part, line, out);
            out += "\n";
        }
        if (!part.claims.empty()) {
            out += "### Who says what\n\n";
            for (const auto& line : part.claims) add_claim(part, line, out);
            out += "\n";
        }
    }
    add_sources(brief, out);
    if (!brief.unreadable.empty()) {
        out += "## Could not be read\n\n";
        for (const auto& bad : brief.unreadable) {
            out += "- " + escaped_markdown(bad.place) + ": " + escaped_markdown(bad.fault) + "\n";
        }
        out += "\n";
    }
    return out;
}

}  // namespace sitrep::publish
