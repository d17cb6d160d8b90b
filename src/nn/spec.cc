#include "nn/spec.h"

#include "base/file.h"
#include "nn/layers/spec_lines.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t spec_bytes_max = 4U << 20U;

SpecForm form_of(Spec& spec) {
    return {"sitrep-annotator-1",
            "; write the folder again with training/export.py",
            {{"layers", &spec.layers},
             {"hidden", &spec.hidden},
             {"heads", &spec.heads},
             {"intermediate", &spec.intermediate},
             {"vocabulary", &spec.vocabulary},
             {"positions", &spec.positions},
             {"casing", &spec.casing},
             {"window_pieces", &spec.window_pieces},
             {"window_paragraph_pieces", &spec.window_paragraph_pieces},
             {"arc", &spec.arc},
             {"relation", &spec.relation},
             {"pointer", &spec.pointer}},
            {{"upos", &spec.upos_names},
             {"features", &spec.feature_names},
             {"lemma", &spec.lemma_names},
             {"entity", &spec.entity_names},
             {"relation", &spec.relation_names}},
            &spec.weights_sha256,
            &spec.layer_norm_epsilon};
}

SpecForm form_of(EventSpec& spec) {
    return {"sitrep-events-1",
            "; write the folder again with training/events.py",
            {{"input", &spec.input},
             {"layers", &spec.layers},
             {"hidden", &spec.hidden},
             {"heads", &spec.heads},
             {"intermediate", &spec.intermediate},
             {"pair", &spec.pair}},
            {{"tap", &spec.tap_names},
             {"upos", &spec.upos_names},
             {"relation", &spec.relation_names},
             {"entity", &spec.entity_names},
             {"facet", &spec.facet_names},
             {"second", &spec.second_names},
             {"stage", &spec.stage_names},
             {"stance", &spec.stance_names},
             {"arc", &spec.arc_names},
             {"kind", &spec.kind_names},
             {"path", &spec.path_names}},
            &spec.weights_sha256,
            &spec.layer_norm_epsilon};
}

template <class Any>
base::Result<Any> open(const std::string& path, base::Result<Any> (*parse)(std::string_view)) {
    const auto text = base::read_file(path, spec_bytes_max);
    if (!text) return text.error();
    auto spec = parse(*text);
    if (!spec) return std::move(spec).error().at(path);
    return spec;
}

}  // namespace

base::Result<Spec> parse_spec(std::string_view text) {
    Spec spec;
    const SpecForm form = form_of(spec);
    if (const auto read = read_spec(text, form); !read) return read.error();
    if (spec.hidden % spec.heads != 0) return form.fault("hidden is no multiple of heads");
    if (spec.window_pieces > spec.positions || spec.positions < 4) {
        return form.fault("a window of window_pieces does not fit into positions");
    }
    return spec;
}

base::Result<EventSpec> parse_event_spec(std::string_view text) {
    EventSpec spec;
    const SpecForm form = form_of(spec);
    if (const auto read = read_spec(text, form); !read) return read.error();
    if (spec.hidden % spec.heads != 0) return form.fault("hidden is no multiple of heads");
    return spec;
}

base::Result<Spec> open_spec(const std::string& path) { return open(path, parse_spec); }

base::Result<EventSpec> open_event_spec(const std::string& path) {
    return open(path, parse_event_spec);
}

}  // namespace sitrep::nn
