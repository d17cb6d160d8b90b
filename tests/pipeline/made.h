// Reports and digests made by hand, so that the pipeline is tested without the trained model.
#pragma once

#include <string>

#include "base/sha256.h"
#include "values/digest.h"

namespace sitrep::pipeline {

inline values::Report report(const std::string& path, const std::string& text) {
    values::Report report;
    report.path = path;
    report.text = text;
    report.hash = base::sha256_hex(text);
    report.id = "r_" + report.hash.substr(0, 10);
    report.language = "en";
    return report;
}

// "ACTOR seized OBJECT, SOURCE said": an act that a claim tells, negated by its own verb.
inline values::Digest digested(const values::Report& report) {
    values::Digest digest;
    digest.report = report;
    const auto from = [&](std::size_t begin, std::size_t end) {
        return values::Span::in(report.text, begin, end);
    };
    const auto verb = report.text.find(" seized ") + 1;
    const auto comma = report.text.find(',');
    const auto said = report.text.rfind(" said") + 1;
    values::Claim claim;
    claim.id = "c_" + report.hash.substr(0, 10);
    claim.source = from(comma + 2, said - 1);
    claim.cue = from(said, said + 4);
    claim.content = from(0, comma);
    claim.reason = {"attribution-head", {claim.cue}, 0.875};
    values::Act act;
    act.id = "a_" + report.hash.substr(0, 10);
    act.type = "COERCE";
    act.trigger = from(verb, verb + 6);
    act.clause = {{from(0, verb - 1), from(verb, comma)}};
    act.actor = from(0, verb - 1);
    act.object = from(verb + 7, comma);
    act.polarity = values::Polarity::Negated;
    act.bound_by = {act.trigger};
    act.claims = {claim.id};
    act.reason = {"act:seize", {act.trigger}, 1};
    digest.claims = {claim};
    digest.acts = {act};
    return digest;
}

}  // namespace sitrep::pipeline
