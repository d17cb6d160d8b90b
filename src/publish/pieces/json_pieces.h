// json_pieces: what a brief and a digest write alike as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "values/reason.h"
#include "values/report.h"
#include "values/span.h"

namespace sitrep::publish {

using Json = nlohmann::ordered_json;

Json span_json(values::Span span);  // [begin, end]
Json spans_json(const std::vector<values::Span>& spans);
Json report_json(const values::Report& report);
Json reason_json(const values::Reason& reason);

}  // namespace sitrep::publish
