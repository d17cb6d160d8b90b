#include "publish/json.h"

#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;
using values::Known;
using values::Quoted;
using values::Span;

constexpr std::string_view schema_name = "sitrep-brief-1";

Json span_json(Span span) { return Json::array({span.begin(), span.end()}); }

Json spans_json(const std::vector<Span>& spans) {
    Json out = Json::array();
    for (const Span span : spans) out.push_back(span_json(span));
    return out;
}

Json quoted_json(const Quoted& quoted) {
    return {{"words", quoted.words}, {"spans", spans_json(quoted.spans)}};
}

std::string known_name(Known known) {
    return known == Known::Given ? "given" : known == Known::Inferred ? "inferred" : "unknown";
}

Json particular_json(const values::Particular& particular) {
    Json out{{"value", particular.value}, {"known", known_name(particular.known)}};
    if (!particular.rule.empty()) out["rule"] = particular.rule;
    if (particular.known == Known::Inferred) out["span"] = span_json(particular.evidence);
    return out;
}

Json report_json(const values::Report& report) {
    Json published{{"value", report.published.print()},
                   {"known", known_name(report.published.known)}};
    if (!report.published.rule.empty()) published["rule"] = report.published.rule;
    if (report.published.known == Known::Inferred) {
        published["span"] = span_json(report.published.evidence);
    }
    return {{"id", report.id},
            {"sha256", report.hash},
            {"path", report.path},
            {"language", report.language},
            {"encoding", report.encoding},
            {"published", published},
            {"outlet", particular_json(report.outlet)},
            {"agency", particular_json(report.agency)},
            {"title", particular_json(report.title)},
            {"byline", particular_json(report.byline)},
            {"dateline", particular_json(report.dateline)},
            {"url", particular_json(report.url)}};
}

Json reason_json(const values::Reason& reason) {
    return {{"rule", reason.rule},
            {"score", std::round(reason.score * 1000) / 1000},
            {"spans", spans_json(reason.evidence)}};
}

Json saying_json(const values::Saying& said) {
    Json out{{"claim", said.claim}, {"cue", quoted_json(said.cue)}};
    out["source"] = said.source.spans.empty() ? Json(nullptr) : quoted_json(said.source);
    return out;
}

Json fields_json(const std::vector<values::Field>& fields) {
    Json out = Json::array();
    for (const auto& field : fields) {
        Json one = quoted_json(field.quoted);
        one["name"] = field.name;
        out.push_back(std::move(one));
    }
    return out;
}

Json act_json(const values::ActLine& line) {
    Json out{{"id", line.id}, {"type", line.type}, {"sentence", line.sentence}};
    out["clause"] = quoted_json(line.clause);
    out["polarity"] = values::name(line.polarity);
    out["hedge"] = values::name(line.hedge);
    out["bound_by"] = fields_json(line.bound_by);
    out["fields"] = fields_json(line.fields);
    out["says"] = Json::array();
    for (const auto& said : line.says) out["says"].push_back(saying_json(said));
    out["reason"] = reason_json(line.reason);
    return out;
}

Json claim_json(const values::ClaimLine& line) {
    Json out = saying_json(line.said);
    out["content"] = quoted_json(line.content);
    out["directness"] = values::name(line.directness);
    out["sentence"] = line.sentence;
    out["reason"] = reason_json(line.reason);
    return out;
}

constexpr int depth_max = 16;  // of a brief's JSON; ours is 7 deep

// A string under that key, else empty.
std::string text_at(const Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key) || !json[key].is_string()) return {};
    return json[key].get<std::string>();
}

// Walks a parsed brief; every object with "words" or "spans" is a quotation to prove.
class Prover {
public:
    Prover(std::string_view text, Verified& verified) : text_(text), verified_(verified) {}

    void walk(const Json& json, const std::string& place, int depth = 0) {
        if (depth > depth_max) {
            verified_.broken.push_back(place + ": nested deeper than any brief; print it anew");
            return;
        }
        if (json.is_object() && json.contains("words")) prove(json, place);
        if (!json.is_structured()) return;
        for (const auto& [key, below] : json.items()) walk(below, place + "/" + key, depth + 1);
    }

    // Each line of that list must quote what makes it a line.
    void lines(const Json& part, const std::string& place, const char* list,
               std::initializer_list<const char*> quoted) {
        const std::string here = place + "/" + list;
        if (!part.is_object() || !part.contains(list) || !part[list].is_array()) {
            verified_.broken.push_back(here + ": no list; print the brief anew");
            return;
        }
        for (std::size_t i = 0; i < part[list].size(); ++i) {
            const Json& line = part[list][i];
            for (const char* key : quoted) {
                if (line.is_object() && line.contains(key) && line[key].is_object() &&
                    line[key].contains("words")) {
                    continue;
                }
                verified_.broken.push_back(here + "/" + std::to_string(i) + "/" + key +
                                           ": no words; print the brief anew");
            }
        }
    }

private:
    void prove(const Json& json, const std::string& place) {
        ++verified_.lines;
        std::vector<Span> spans;
        for (const auto& pair : json.contains("spans") ? json["spans"] : Json()) {
            const auto span = slice(pair);
            if (!span) {
                verified_.broken.push_back(
                    place + ": a span does not slice the report; print the brief anew");
                return;
            }
            spans.push_back(*span);
        }
        const std::string said = text_at(json, "words");
        if (spans.empty() || said.empty()) {
            verified_.broken.push_back(place + ": no words or no span; print the brief anew");
        } else if (values::quoted(text_, spans).words != said) {
            verified_.broken.push_back(
                place + ": the report's bytes are other words; print the brief anew");
        }
    }

    std::optional<Span> slice(const Json& pair) const {
        if (!pair.is_array() || pair.size() != 2) return std::nullopt;
        if (!pair[0].is_number_unsigned() || !pair[1].is_number_unsigned()) return std::nullopt;
        const std::size_t begin = pair[0];
        const std::size_t end = pair[1];
        const auto edge = [&](std::size_t at) {
            return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U;
        };
        if (begin >= end || end > text_.size() || !edge(begin) || !edge(end)) return std::nullopt;
        return Span::in(text_, begin, end);
    }

    std::string_view text_;
    Verified& verified_;
};

// Each highlight must name an act of its report.
void prove_highlights(const Json& brief, Verified& verified) {
    const Json none = Json::array();
    const Json& all = brief.contains("highlights") ? brief["highlights"] : none;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string act = text_at(all[i], "act");
        bool found = false;
        for (const auto& part : brief["reports"]) {
            const bool here = part.is_object() && part.contains("number") && all[i].is_object() &&
                              all[i].contains("report") && part["number"] == all[i]["report"] &&
                              part.contains("acts");
            for (const auto& line : here ? part["acts"] : none) {
                found = found || (!act.empty() && text_at(line, "id") == act);
            }
        }
        if (!found) {
            verified.broken.push_back("/highlights/" + std::to_string(i) +
                                      ": no such act in that report; print the brief anew");
        }
    }
}

}  // namespace

std::string json(const values::Brief& brief) {
    Json out{{"schema", schema_name}};
    out["highlights"] = Json::array();
    for (const auto& one : brief.highlights) {
        out["highlights"].push_back(Json{{"report", one.report}, {"act", one.act}});
    }
    out["reports"] = Json::array();
    for (const auto& part : brief.reports) {
        Json one{
            {"number", part.number}, {"report", report_json(part.report)}, {"read", part.read}};
        if (!part.read) one["unread_because"] = part.unread_because;
        one["acts"] = Json::array();
        for (const auto& line : part.acts) one["acts"].push_back(act_json(line));
        one["claims"] = Json::array();
        for (const auto& line : part.claims) one["claims"].push_back(claim_json(line));
        out["reports"].push_back(std::move(one));
    }
    out["unreadable"] = Json::array();
    for (const auto& bad : brief.unreadable) {
        out["unreadable"].push_back(Json{{"place", bad.place}, {"fault", bad.fault}});
    }
    // A path may be no UTF-8; its broken bytes become U+FFFD here.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

base::Result<Verified> verify(std::string_view brief_json,
                              const std::vector<values::Report>& reports) {
    const Json brief = Json::parse(brief_json, nullptr, false);
    if (brief.is_discarded()) return base::Error("no JSON; give the file that --json wrote");
    if (!brief.is_object() || !brief.contains("reports") || !brief["reports"].is_array() ||
        text_at(brief, "schema") != schema_name) {
        return base::Error("no brief of schema " + std::string(schema_name) +
                           "; give the file that --json wrote");
    }
    Verified verified;
    for (std::size_t i = 0; i < brief["reports"].size(); ++i) {
        const Json& part = brief["reports"][i];
        const std::string place = "/reports/" + std::to_string(i);
        const std::string hash =
            part.is_object() && part.contains("report") ? text_at(part["report"], "sha256") : "";
        const values::Report* found = nullptr;
        for (const auto& report : reports) {
            if (report.hash == hash) found = &report;
        }
        if (found == nullptr) {
            verified.broken.push_back(place + ": no report given has the SHA-256 " + hash +
                                      "; give the reports that the brief was printed from");
            continue;
        }
        Prover prover(found->text, verified);
        prover.walk(part, place);
        prover.lines(part, place, "acts", {"clause"});
        prover.lines(part, place, "claims", {"content", "cue"});
    }
    prove_highlights(brief, verified);
    return verified;
}

}  // namespace sitrep::publish
