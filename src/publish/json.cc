#include "publish/json.h"

#include <cmath>

#include "publish/pieces/json_pieces.h"

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;
using values::Known;
using values::Quoted;
using values::Span;

Json quoted_json(const Quoted& quoted) {
    return {{"words", quoted.words}, {"spans", spans_json(quoted.spans)}};
}

Json meaning_json(const values::Meaning& meaning) {
    Json passed = Json::array();
    for (const auto& one : meaning.passed) {
        passed.push_back({{"notation", one.value},
                          {"because", one.because},
                          {"score", std::round(one.score * 1000) / 1000}});
    }
    return {{"notation", meaning.notation},
            {"shown", meaning.shown},
            {"reason", reason_json(meaning.reason)},
            {"passed", std::move(passed)}};
}

Json saying_json(const values::Saying& said) {
    Json out{{"claim", said.claim}, {"cue", quoted_json(said.cue)}};
    out["source"] = said.source.spans.empty() ? Json(nullptr) : quoted_json(said.source);
    if (said.who) out["who"] = meaning_json(*said.who);
    return out;
}

Json fields_json(const std::vector<values::Field>& fields) {
    Json out = Json::array();
    for (const auto& field : fields) {
        Json one = quoted_json(field.quoted);
        one["name"] = field.name;
        if (field.means) one["means"] = meaning_json(*field.means);
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

Json named_json(const values::Named& named) {
    Json spellings = Json::array();
    for (const auto& one : named.spellings) {
        spellings.push_back(Json{{"report", one.report}, {"quoted", quoted_json(one.quoted)}});
    }
    return {{"kind", named.kind},
            {"notation", named.notation},
            {"name", named.name},
            {"what", named.what},
            {"spellings", std::move(spellings)}};
}

}  // namespace

std::string json(const values::Brief& brief) {
    Json out{{"schema", brief_schema}};
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
    out["names"] = Json::array();
    for (const auto& one : brief.names) out["names"].push_back(named_json(one));
    out["unreadable"] = Json::array();
    for (const auto& bad : brief.unreadable) {
        out["unreadable"].push_back(Json{{"place", bad.place}, {"fault", bad.fault}});
    }
    // A path may be no UTF-8; its broken bytes become U+FFFD here.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sitrep::publish
