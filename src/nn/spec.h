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

// Of the event head, which reads the annotator's words (docs/decisions/0007-events.md).
struct EventSpec {
    std::uint32_t input = 0;  // the annotator's hidden, for the last layer and each tap
    std::uint32_t layers = 0;
    std::uint32_t hidden = 0;
    std::uint32_t heads = 0;
    std::uint32_t intermediate = 0;
    std::uint32_t pair = 0;
    float layer_norm_epsilon = 0;
    std::string weights_sha256;

    std::vector<std::string> tap_names;  // depths of the annotator below its last, "0" …
    // What a word brings with it; row 0 of each embedding is for what no list has.
    std::vector<std::string> upos_names;
    std::vector<std::string> relation_names;
    std::vector<std::string> entity_names;  // "B-PER" …, "O"
    std::vector<std::string> facet_names;   // "ASSAULT", "ASSAULT:aerial" …
    std::vector<std::string> second_names;  // "none", "CONTROL:taken" …
    std::vector<std::string> stage_names;
    std::vector<std::string> stance_names;  // "none", "asserts" …
    std::vector<std::string> arc_names;     // "none", the roles, "figure", "source", "cue", "via"
    std::vector<std::string> kind_names;    // "killed", "killed+wounded" …
    std::vector<std::string> path_names;    // rows 2 … of the path table; 0 far, 1 other
};

base::Result<Spec> open_spec(const std::string& path);
base::Result<Spec> parse_spec(std::string_view text);
base::Result<EventSpec> open_event_spec(const std::string& path);
base::Result<EventSpec> parse_event_spec(std::string_view text);

}  // namespace sitrep::nn
