#include "pipeline/explain.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "publish/shown.h"

namespace sitrep::pipeline {
namespace {

using values::ActLine;
using values::ClaimLine;
using values::Quoted;
using values::Reason;
using values::ReportPart;

constexpr std::size_t label_width = 10;  // "published" and a blank

std::string row(std::size_t depth, std::string label, const std::string& what) {
    label.resize(std::max(label.size() + 1, label_width), ' ');
    return std::string(2 * depth, ' ') + label + what + "\n";
}

std::string shown(const Quoted& quoted) {
    std::string out = "\"" + publish::shown(quoted.words) + "\"@";
    for (const auto span : quoted.spans) {
        if (!out.ends_with('@')) out += ' ';
        out += span.print();
    }
    return out;
}

std::string score(double score, const std::string& rule) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%.2f", score);
    return std::string(digits.data()) + "  " + rule;
}
std::string score(const Reason& reason) { return score(reason.score, reason.rule); }

std::string because(const ReportPart& part, std::size_t depth, const Reason& reason) {
    std::string out;
    for (const auto span : reason.evidence) {
        out += row(depth, "because", shown(values::quoted(part.report.text, {span})));
    }
    return out;
}

// What words stand for, why, and what was passed over.
std::string meaning_rows(const ReportPart& part, std::size_t depth,
                         const std::optional<values::Meaning>& means) {
    if (!means) return {};
    std::string out = row(depth, "means", means->notation + "  " + score(means->reason));
    out += because(part, depth + 1, means->reason);
    for (const auto& one : means->passed) {
        out += row(depth + 1, "passed", one.value + "  " + score(one.score, one.because));
    }
    return out;
}

std::string where(const ReportPart& part, std::uint32_t sentence) {
    return row(1, "report",
               part.report.id + "  " + publish::shown(part.report.path) + "  [" +
                   std::to_string(part.number) + "], sentence " + std::to_string(sentence + 1) +
                   ", " + part.report.published.print());
}

const ClaimLine* claim_of(const ReportPart& part, std::string_view id) {
    const auto found = std::find_if(part.claims.begin(), part.claims.end(),
                                    [&](const ClaimLine& line) { return line.id == id; });
    return found == part.claims.end() ? nullptr : &*found;
}

std::string claim_rows(const ReportPart& part, const ClaimLine& line, std::size_t depth) {
    std::string out = line.said.source.spans.empty()
                          ? row(depth, "source", "none named")
                          : row(depth, "source", shown(line.said.source)) +
                                meaning_rows(part, depth + 1, line.said.who);
    out += row(depth, "cue", shown(line.said.cue));
    if (!line.content.spans.empty()) out += row(depth, "content", shown(line.content));
    return out + because(part, depth, line.reason);
}

std::string explained(const ReportPart& part, const ClaimLine& line) {
    std::string out =
        row(0, "claim", std::string(values::name(line.directness)) + "  " + score(line.reason));
    return out + where(part, line.sentence) + claim_rows(part, line, 1);
}

// How the words bind the act, and which of them.
std::string bound_rows(const ActLine& line) {
    std::string bound;
    if (line.polarity == values::Polarity::Negated) bound = "negated";
    if (line.hedge != values::Hedge::None) {
        bound += (bound.empty() ? "" : ", ") + std::string(values::name(line.hedge));
    }
    if (bound.empty()) return {};
    std::string out = row(1, "bound", bound);
    for (const auto& by : line.bound_by) out += row(2, "because", shown(by.quoted));
    return out;
}

std::string explained(const ReportPart& part, const ActLine& line) {
    std::string out =
        row(0, "act", line.type + "  " + shown(line.clause) + "  " + score(line.reason));
    out += where(part, line.sentence) + because(part, 1, line.reason);
    for (const auto& field : line.fields) {
        out += row(1, field.name, shown(field.quoted)) + meaning_rows(part, 2, field.means);
    }
    out += bound_rows(line);
    for (const auto& said : line.says) {
        const auto* claim = claim_of(part, said.claim);
        if (claim == nullptr) continue;
        out += row(1, "said", claim->id + "  " + score(claim->reason));
        out += claim_rows(part, *claim, 2);
    }
    return out;
}

std::string particular(const ReportPart& part, const std::string& name, const std::string& value,
                       values::Known known, const std::string& rule, values::Span evidence) {
    if (known == values::Known::Unknown) return row(1, name, "unknown");
    const bool inferred = known == values::Known::Inferred;
    std::string out =
        row(1, name,
            "\"" + publish::shown(value) + "\"  " + (inferred ? "inferred" : "given") +
                (rule.empty() ? "" : "  " + rule));
    if (inferred) {
        out += row(2, "because", shown(values::quoted(part.report.text, {evidence})));
    }
    return out;
}

std::string explained(const ReportPart& part) {
    const auto& report = part.report;
    std::string out = row(0, "report", report.id + "  " + publish::shown(report.path));
    const auto& when = report.published;
    out += particular(part, "published", when.print(), when.known, when.rule, when.evidence);
    const auto add = [&](const std::string& name, const values::Particular& one) {
        out += particular(part, name, one.value, one.known, one.rule, one.evidence);
    };
    add("outlet", report.outlet);
    add("agency", report.agency);
    add("title", report.title);
    add("byline", report.byline);
    add("dateline", report.dateline);
    add("url", report.url);
    return out;
}

}  // namespace

std::optional<std::string> explain(const values::Brief& brief, std::string_view id) {
    std::string out;
    for (const auto& part : brief.reports) {
        if (part.report.id == id) out += explained(part);
        for (const auto& line : part.acts) {
            if (line.id == id) out += explained(part, line);
        }
        for (const auto& line : part.claims) {
            if (line.id == id) out += explained(part, line);
        }
    }
    if (out.empty()) return std::nullopt;
    return out;
}

}  // namespace sitrep::pipeline
