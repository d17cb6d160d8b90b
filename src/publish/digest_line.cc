#include "publish/digest_line.h"

#include "publish/pieces/json_pieces.h"

namespace sitrep::publish {
namespace {

using values::Span;

// JSON is written for reports whose text is UTF-8; what is not stands as U+FFFD.
constexpr auto replace = nlohmann::json::error_handler_t::replace;

Json words_json(Span span, const std::string& text) {
    return {{"words", std::string(span.of(text))}, {"span", span_json(span)}};
}

Json words_json(const std::optional<Span>& span, const std::string& text) {
    return span ? words_json(*span, text) : Json(nullptr);
}

Json claim_json(const values::Claim& claim, const std::string& text) {
    Json via = Json::array();
    for (const auto one : claim.via) via.push_back(words_json(one, text));
    return {{"id", claim.id},
            {"source", words_json(claim.source, text)},
            {"via", std::move(via)},
            {"cue", words_json(claim.cue, text)},
            {"content", words_json(claim.content, text)},
            {"directness", values::name(claim.directness)},
            {"stance", values::name(claim.stance)},
            {"sentence", claim.sentence},
            {"reason", reason_json(claim.reason)}};
}

Json figure_json(const values::Figure& figure, const std::string& text) {
    Json kinds = Json::array();
    for (const auto kind : figure.kinds) kinds.push_back(values::name(kind));
    const auto& quantity = figure.quantity;
    return {{"kinds", std::move(kinds)},
            {"low", quantity.low ? Json(*quantity.low) : Json(nullptr)},
            {"high", quantity.high ? Json(*quantity.high) : Json(nullptr)},
            {"quantity", quantity.print()},
            {"words", words_json(quantity.span, text)},
            {"side", words_json(figure.side, text)},
            {"total", figure.total},
            {"share", figure.share}};
}

Json event_json(const values::Event& event, const std::string& text) {
    Json facets = Json::array();
    for (const auto& facet : event.facets) facets.push_back(facet.print());
    Json roles = Json::array();
    for (const auto& filler : event.fillers) {
        Json role{{"role", values::name(filler.role)}};
        role.update(words_json(filler.words, text));
        role["head"] = span_json(filler.head);
        roles.push_back(std::move(role));
    }
    Json figures = Json::array();
    for (const auto& figure : event.figures) figures.push_back(figure_json(figure, text));
    return {{"id", event.id},
            {"facets", std::move(facets)},
            {"stage", values::name(event.stage)},
            {"background", event.background},
            {"trigger", words_json(event.trigger, text)},
            {"roles", std::move(roles)},
            {"figures", std::move(figures)},
            {"clause", spans_json(event.clause.kept)},
            {"claims", event.claims},
            {"sentence", event.sentence},
            {"reason", reason_json(event.reason)}};
}

}  // namespace

std::string digest_line(const values::Digest& digest) {
    const auto& text = digest.report.text;
    Json claims = Json::array();
    for (const auto& claim : digest.claims) claims.push_back(claim_json(claim, text));
    Json events = Json::array();
    for (const auto& event : digest.events) events.push_back(event_json(event, text));
    const Json line{{"schema", digest_schema},     {"report", report_json(digest.report)},
                    {"read", digest.read},         {"unread_because", digest.unread_because},
                    {"claims", std::move(claims)}, {"events", std::move(events)}};
    return line.dump(-1, ' ', false, replace) + "\n";
}

}  // namespace sitrep::publish
