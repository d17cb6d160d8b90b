// spec_lines: a spec.txt, line by line: sizes, lists, one epsilon, one hash.
//
// Errors  the line, what is wrong, and the next step
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sitrep::nn {

// Which keys a spec has, and where their values go. All must be there, each once, none other.
struct SpecForm {
    std::string_view format;  // "sitrep-annotator-1"
    std::string_view again;   // the next step for whoever meets a broken one
    std::vector<std::pair<std::string_view, std::uint32_t*>> sizes;
    std::vector<std::pair<std::string_view, std::vector<std::string>*>> lists;
    std::string* weights_sha256 = nullptr;
    float* layer_norm_epsilon = nullptr;

    base::Error fault(const std::string& words) const;
};

base::Result<base::Done> read_spec(std::string_view text, const SpecForm& form);

}  // namespace sitrep::nn
