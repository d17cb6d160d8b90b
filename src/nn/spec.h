// Spec: the shapes and names that a model folder's spec.txt gives.
//
// Errors  path and line, what is wrong, and the next step
// Source  docs/decisions/0003-annotator.md (the folder)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::nn {

struct Spec {
    std::uint32_t layers = 0;
    std::uint32_t hidden = 0;
    std::uint32_t heads = 0;
    std::uint32_t intermediate = 0;
    std::uint32_t vocabulary = 0;
    std::uint32_t positions = 0;
    std::uint32_t casing = 0;
    std::uint32_t window_pieces = 0;
    std::uint32_t window_paragraph_pieces = 0;
    float layer_norm_epsilon = 0;
    std::uint32_t arc = 0;
    std::uint32_t relation = 0;
    std::uint32_t pointer = 0;
    std::string weights_sha256;

    std::vector<std::string> upos_names;
    std::vector<std::string> feature_names;
    std::vector<std::string> lemma_names;
    std::vector<std::string> entity_names;
    std::vector<std::string> relation_names;
};

base::Result<Spec> open_spec(const std::string& path);
base::Result<Spec> parse_spec(std::string_view text);

}  // namespace sitrep::nn
