#include "publish/markdown.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "publish/highlights.h"
#include "publish/shown.h"
#include "publish/tellers.h"

namespace sitrep::publish {
namespace {

using values::ActLine;
using values::ClaimLine;
using values::Field;
using values::Known;
using values::Quoted;
using values::Report;
using values::ReportPart;

constexpr int years_proposed_first = 1990;  // no earlier year is proposed for an open date
constexpr int years_proposed_last = 2039;

std::string plural(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string marked(const Quoted& quoted) { return "“" + escaped_markdown(quoted.words) + "”"; }

std::string evidence(const ReportPart& part, const Quoted& quoted, const std::string& id) {
    std::string out = " `[" + std::to_string(part.number) + "] ";
    for (const auto span : quoted.spans) out += span.print() + " ";
    return out + id + "`\n";
}

std::string how(const values::Particular& particular) {
    return particular.known == Known::Inferred ? " (inferred)" : "";
}

std::string date(const Report& report) {
    if (report.published.known == Known::Unknown) return "date unknown";
    return report.published.print();
}

// What a date was inferred from, and the years it may mean.
std::string date_evidence(const Report& report) {
    const auto& published = report.published;
    if (published.known != Known::Inferred) return {};
    std::string out = " (from " + marked(values::quoted(report.text, {published.evidence}));
    if (!published.date.year) {
        out += "; year open";
        const auto years = published.date.years_proposed(years_proposed_first, years_proposed_last);
        for (std::size_t i = 0; i < years.size(); ++i) {
            out += (i == 0 ? ", perhaps " : " or ") + std::to_string(years[i]);
        }
    }
    return out + ")";
}

// Who published it, else the file's name; and the wire that it carries.
std::string outlet(const Report& report) {
    const auto name = report.path.substr(report.path.rfind('/') + 1);
    std::string out = report.outlet.value.empty()
                          ? escaped_markdown(name)
                          : escaped_markdown(report.outlet.value) + how(report.outlet);
    if (!report.agency.value.empty() && report.agency.value != report.outlet.value) {
        out += ", after " + escaped_markdown(report.agency.value) + how(report.agency);
    }
    return out;
}

void add_heading(const ReportPart& part, std::string& out) {
    const Report& report = part.report;
    out += "## [" + std::to_string(part.number) + "] " + outlet(report) + " · " + date(report) +
           date_evidence(report) + "\n\n";
    if (!report.title.value.empty()) out += "*" + escaped_markdown(report.title.value) + "*\n\n";
}

// How the words bind an act, and which do: " · **negated** (“not”)".
std::string bound(const ActLine& line) {
    std::string out;
    if (line.polarity == values::Polarity::Negated) out += " · **negated**";
    if (line.hedge != values::Hedge::None) {
        out += " · **" + std::string(values::name(line.hedge)) + "**";
    }
    std::string words;
    for (const auto& by : line.bound_by) {
        words += (words.empty() ? "" : ", ") + marked(by.quoted);
    }
    return out.empty() || words.empty() ? out : out + " (" + words + ")";
}

// " → 22 June 2021": what words stand for, where that says more than they do.
std::string meaning(const std::optional<values::Meaning>& means, std::string_view words) {
    if (!means || means->shown.empty() || means->shown == words) return {};
    return " → " + escaped_markdown(means->shown);
}

// Particulars by name; words that are told already, above or under another name, are left out.
std::string fields(const std::vector<Field>& all, std::vector<std::string_view> told = {}) {
    std::string out;
    for (const std::string_view name : {"actor", "object", "figure", "place", "when"}) {
        std::string words;
        for (const auto& field : all) {
            const std::string_view here = field.quoted.words;
            if (field.name != name || std::find(told.begin(), told.end(), here) != told.end()) {
                continue;
            }
            told.push_back(here);
            words +=
                (words.empty() ? "" : "; ") + escaped_markdown(here) + meaning(field.means, here);
        }
        if (words.empty()) continue;
        out += out.empty() ? "" : " · ";
        out += name;
        out += ": " + words;
    }
    return out;
}

void add_own_act(const ReportPart& part, const ActLine& line, std::string& out) {
    out += "- " + marked(line.clause) + bound(line) + evidence(part, line.clause, line.id);
    const std::string known = fields(line.fields);
    if (!known.empty()) out += "  " + known + "\n";
}

// Acts below the line that tells them: that line gives the words, so here stand their verbs (the
// clause where the line was cut short of it) and who, what, where and when. Neighbours that share
// all but the verb share a line.
void add_told_acts(const ReportPart& part, const std::vector<const ActLine*>& acts,
                   const Quoted& told, const std::vector<std::string_view>& known,
                   std::string& out) {
    std::string before;
    for (const ActLine* line : acts) {
        const Quoted verb = values::quoted(part.report.text, line->reason.evidence);
        const bool shown = !verb.spans.empty() && shows(told, verb.spans.front());
        const std::string particulars = fields(line->fields, known);
        const std::string rest =
            bound(*line) + (particulars.empty() ? "" : " · " + particulars) + " ";
        const std::string here = marked(shown ? verb : line->clause);
        const std::string where = evidence(part, line->clause, line->id);
        if (shown && !particulars.empty() && rest == before) {
            const auto start = out.rfind("  - ") + 4;  // "“wounded”, “killed” · object: …"
            out.insert(out.find("” ", start) + std::string("”").size(), ", " + here);
            out.insert(out.size() - 2, " " + line->id);
            continue;
        }
        out += "  - " + here + rest.substr(0, rest.size() - 1) + where;
        before = shown ? rest : std::string();
    }
}

// Whether a claim gives its source's own words; most do not.
std::string directly(const ClaimLine& line) {
    if (line.directness == values::Directness::Indirect) return {};
    return " *(" + std::string(values::name(line.directness)) + ")*";
}

void add_claim(const ReportPart& part, const ClaimLine& line, std::string& out) {
    const auto& source = line.said.source;
    const std::string who = source.words.empty() ? "no source named"
                                                 : "**" + escaped_markdown(source.words) + "**" +
                                                       meaning(line.said.who, source.words);
    out += "- " + who + " " + marked(line.said.cue) + directly(line) + ": " +
           escaped_markdown(line.content.words) + evidence(part, line.content, line.id);
}

void add_own_acts(const ReportPart& part, const std::vector<std::size_t>& own, std::string& out) {
    for (const auto i : own) {
        if (const auto above = holder(part, i);
            above && std::find(own.begin(), own.end(), *above) != own.end()) {
            continue;  // stands below the one that holds it
        }
        add_own_act(part, part.acts[i], out);
        std::vector<const ActLine*> below;
        for (const auto other : own) {
            if (holder(part, other) == i) below.push_back(&part.acts[other]);
        }
        add_told_acts(part, below, part.acts[i].clause, {}, out);
    }
}

void add_part(const ReportPart& part, std::string& out) {
    add_heading(part, out);
    if (!part.read) {
        out += "Not read: " + escaped_markdown(part.unread_because) + ".\n\n";
        return;
    }
    std::vector<std::size_t> own;
    std::vector<std::vector<const ActLine*>> told(part.claims.size());
    for (std::size_t i = 0; i < part.acts.size(); ++i) {
        if (in_title(part, part.acts[i].clause)) continue;
        const auto claim = teller(part, part.acts[i]);
        if (claim) {
            told[*claim].push_back(&part.acts[i]);
        } else {
            own.push_back(i);
        }
    }
    std::string said;
    for (std::size_t i = 0; i < part.claims.size(); ++i) {
        const auto& claim = part.claims[i];
        if (in_title(part, claim.content)) continue;
        add_claim(part, claim, said);
        Quoted shown = claim.content;
        shown.spans.insert(shown.spans.end(), claim.said.cue.spans.begin(),
                           claim.said.cue.spans.end());
        add_told_acts(part, told[i], shown, {claim.said.source.words, claim.content.words}, said);
    }
    if (own.empty() && said.empty()) out += "Neither act nor claim was found in it.\n\n";
    if (!own.empty()) {
        out += "### What it tells itself\n\n";
        add_own_acts(part, own, out);
        out += "\n";
    }
    if (!said.empty()) out += "### Who says what\n\n" + said + "\n";
}

// Each highlight by its clause, with who says it and in which report.
void add_highlights(const values::Brief& brief, std::string& out) {
    if (brief.highlights.empty()) return;
    out += "## Highlights\n\n";
    for (const auto& one : brief.highlights) {
        const ReportPart& part = brief.reports[one.report - 1];
        for (const auto& line : part.acts) {
            if (line.id != one.act) continue;
            const auto claim = teller(part, line);
            const Quoted none;
            const auto& source = claim ? part.claims[*claim].said.source : none;
            const std::string who = claim ? source.words.empty()
                                                ? "no source named"
                                                : "**" + escaped_markdown(source.words) + "**"
                                          : "the report itself";
            out += "- " + marked(line.clause) + bound(line) + " · " + who +
                   (claim ? " " + marked(part.claims[*claim].said.cue) : "") +
                   evidence(part, line.clause, line.id);
        }
    }
    out += "\n";
}

// Places and actors, each once, with every spelling of the reports.
void add_names(const values::Brief& brief, std::string_view kind, const char* title,
               std::string& out) {
    bool first = true;
    for (const auto& named : brief.names) {
        if (named.kind != kind) continue;
        if (first) out += std::string("## ") + title + "\n\n";
        first = false;
        out += "- **" + escaped_markdown(named.name) + "**";
        if (!named.what.empty()) out += " · " + escaped_markdown(named.what);
        out += " ·";
        std::string_view before;
        for (const auto& spelling : named.spellings) {
            const std::string_view words = spelling.quoted.words;
            if (words != before) out += (before.empty() ? " " : ", ") + marked(spelling.quoted);
            before = words;
            out += " [" + std::to_string(spelling.report) + "]";
        }
        out += "\n";
    }
    if (!first) out += "\n";
}

void add_sources(const values::Brief& brief, std::string& out) {
    out += "## Sources\n\n";
    for (const auto& part : brief.reports) {
        const Report& report = part.report;
        out += std::to_string(part.number) + ". " + outlet(report);
        if (!report.byline.value.empty()) out += ", " + escaped_markdown(report.byline.value);
        out += " · " + date(report);
        if (!report.url.value.empty()) out += " · " + escaped_markdown(report.url.value);
        out += " · " + escaped_markdown(report.path) + " `" + report.id + "`\n";
    }
    out += "\n";
}

// "12 reports, 2024-05-12 to 2024-05-16, 2 without a whole date; 31 acts, 40 claims".
std::string summary(const values::Brief& brief) {
    std::size_t acts = 0;
    std::size_t claims = 0;
    std::size_t unread = 0;
    std::vector<values::Date> days;
    for (const auto& part : brief.reports) {
        acts += part.acts.size();
        claims += part.claims.size();
        unread += part.read ? 0 : 1;
        if (const auto day = part.report.published.date.whole()) days.push_back(*day);
    }
    std::string out = plural(brief.reports.size(), "report");
    if (!days.empty()) {
        const auto [first, last] = std::minmax_element(days.begin(), days.end());
        out += ", " + first->print() + (*first == *last ? "" : " to " + last->print());
        const auto open = brief.reports.size() - days.size();
        if (open > 0) out += ", " + std::to_string(open) + " without a whole date";
    }
    out += "; " + plural(acts, "act") + ", " + plural(claims, "claim");
    if (unread > 0) out += "; " + std::to_string(unread) + " not read";
    if (!brief.unreadable.empty()) {
        out += "; " + std::to_string(brief.unreadable.size()) + " unreadable";
    }
    return out;
}

}  // namespace

std::string markdown(const values::Brief& brief) {
    std::string out =
        "# Brief\n\n" + summary(brief) +
        ".\nAll words of a line are its report's own; “…” shows a cut, → what words stand "
        "for. Behind it stand report, bytes and id.\n\n";
    add_highlights(brief, out);
    for (const auto& part : brief.reports) add_part(part, out);
    add_names(brief, "place", "Places", out);
    add_names(brief, "actor", "Actors", out);
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
