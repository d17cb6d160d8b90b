#include "publish/pieces/json_pieces.h"

#include <cmath>
#include <string>

namespace sitrep::publish {
namespace {

using values::Known;

std::string known_name(Known known) {
    return known == Known::Given ? "given" : known == Known::Inferred ? "inferred" : "unknown";
}

Json particular_json(const values::Particular& particular) {
    Json out{{"value", particular.value}, {"known", known_name(particular.known)}};
    if (!particular.rule.empty()) out["rule"] = particular.rule;
    if (particular.known == Known::Inferred) out["span"] = span_json(particular.evidence);
    return out;
}

}  // namespace

Json span_json(values::Span span) { return Json::array({span.begin(), span.end()}); }

Json spans_json(const std::vector<values::Span>& spans) {
    Json out = Json::array();
    for (const values::Span span : spans) out.push_back(span_json(span));
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

}  // namespace sitrep::publish
