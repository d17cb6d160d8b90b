// sitrep-speed [--short]: how fast the program reads, beside what the machine can do.
//
// One core. The reports are those of examples/, read over and over. Prints a line a figure and, as
// its last line, one flat JSON object.
// Source  docs/decisions/0003-annotator.md; budgets in bench/README.md
#include <dnnl.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/marks.h"
#include "lookup/layers.h"
#include "nn/plain.h"
#include "pipeline/digest.h"
#include "pipeline/knowledge.h"
#include "resolve/actors.h"
#include "resolve/coreference.h"
#include "resolve/moments.h"
#include "resolve/places.h"
#include "resolve/quantities.h"
#include "speed/places.h"
#include "split/sentences.h"

namespace sitrep::speed {
namespace {

// Of the encoder alone: a multiply and an add for each weight of its six layers.
constexpr double operations_a_piece = 2.0 * 6 * 384 * (1152 + 384 + 1536 + 1536);

double seconds() {
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// The quickest of several runs: what the machine does when nobody disturbs it.
template <class Work>
double quickest(int runs, const Work& work) {
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const double start = seconds();
        work();
        best = std::min(best, seconds() - start);
    }
    return best;
}

// u8 x s8 -> s32 products a second by oneDNN, over the encoder's own shapes, 200 rows at a time.
double machine_rate(int runs) {
    nn::plain::one_thread();
    constexpr std::array<std::array<dnnl::memory::dim, 2>, 4> shapes = {
        {{1152, 384}, {384, 384}, {1536, 384}, {384, 1536}}};
    constexpr dnnl::memory::dim rows = 200;
    const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    dnnl::stream stream(engine);
    double operations = 0;
    double time = 0;
    for (const auto& [outputs, depth] : shapes) {
        using Type = dnnl::memory::data_type;
        using Tag = dnnl::memory::format_tag;
        const dnnl::memory::desc x({rows, depth}, Type::u8, Tag::ab);
        const dnnl::memory::desc w({depth, outputs}, Type::s8, Tag::any);
        const dnnl::memory::desc y({rows, outputs}, Type::s32, Tag::ab);
        const dnnl::matmul::primitive_desc chosen({x, w, y}, engine);
        const dnnl::matmul product(chosen);
        const dnnl::memory x_memory(x, engine);
        const dnnl::memory w_memory(chosen.weights_desc(), engine);
        const dnnl::memory y_memory(y, engine);
        time += quickest(runs, [&] {
            product.execute(
                stream,
                {{DNNL_ARG_SRC, x_memory}, {DNNL_ARG_WEIGHTS, w_memory}, {DNNL_ARG_DST, y_memory}});
            stream.wait();
        });
        operations += 2.0 * static_cast<double>(rows * outputs * depth);
    }
    return operations / time;
}

double memory_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Figures {
    std::vector<std::pair<std::string, double>> all;

    void add(const std::string& name, double value, const char* note) {
        all.emplace_back(name, value);
        std::printf("%-34s %12.1f   %s\n", name.c_str(), value, note);
    }
    void print() const {
        std::string line = "{\"bench\":\"speed\"";
        for (const auto& [name, value] : all) {
            std::array<char, 64> number{};
            std::snprintf(number.data(), number.size(), "%.1f", value);
            line += ",\"" + name + "\":" + number.data();
        }
        std::printf("%s}\n", line.c_str());
    }
};

std::size_t pieces_of(const std::vector<values::Sentence>& sentences, std::string_view text,
                      const nn::Pieces& pieces) {
    std::vector<std::int32_t> ids;
    for (const auto& sentence : sentences) {
        if (!values::is_news(sentence.kind)) continue;
        for (const auto token : sentence.tokens) pieces.append(token.of(text), ids);
    }
    return ids.size();
}

// What the resolve room makes of a report.
void resolve_all(const values::Report& report, const values::Marks& marks,
                 const pipeline::Knowledge& know) {
    const auto& known = know.resolving;
    (void)resolve::moments(report, marks, known.times);
    (void)resolve::places(report, marks, known.gazetteer, known.places);
    (void)resolve::quantities(report, marks, known.numbers);
    std::vector<resolve::Chain> groups;
    const auto chains = resolve::coreference(report, marks, known.beings);
    for (const auto& chain : chains.chains) {
        auto& group = groups.emplace_back();
        for (const auto at : chain.mentions) group.push_back(chains.mentions[at].words);
    }
    (void)resolve::actors(report, marks, groups, known.actors);
}

int measure(bool brief) {
    const int runs = brief ? 3 : 15;
    const std::string home = SITREP_ROOT;
    Figures figures;
    const double load = quickest(brief ? 2 : 5, [&] {
        const auto encoder = nn::Encoder::open(pipeline::model_folder(home));
        if (!encoder) std::fprintf(stderr, "sitrep-speed: %s\n", encoder.error().message().c_str());
    });
    const auto know =
        pipeline::open({home, lookup::layer_paths(home + "/build/gazetteer/world.places", {})});
    if (!know) {
        std::fprintf(stderr, "sitrep-speed: %s\n", know.error().message().c_str());
        return 1;
    }
    const auto input = pipeline::input({home + "/examples"}, read::Options{}, know->lexicon);
    std::vector<std::vector<values::Sentence>> split;
    double pieces = 0;
    double words = 0;
    for (const auto& report : input.reports) {
        split.push_back(split::sentences(report, know->lexicon.words));
        pieces += static_cast<double>(pieces_of(split.back(), report.text, know->encoder.pieces()));
        for (const auto& sentence : split.back())
            words += static_cast<double>(sentence.tokens.size());
    }
    const double rate = machine_rate(runs * 10);
    figures.add("machine_gops", rate / 1e9, "u8 x s8 products of oneDNN, the encoder's shapes");
    const double annotate = quickest(runs, [&] {
        for (std::size_t i = 0; i < split.size(); ++i) {
            (void)annotate::marks(input.reports[i], split[i], know->encoder);
        }
    });
    std::vector<values::Marks> marks;
    for (std::size_t i = 0; i < split.size(); ++i) {
        marks.push_back(annotate::marks(input.reports[i], split[i], know->encoder));
    }
    figures.add("annotator_pieces_a_second", pieces / annotate, "budget 13,000 with AVX-512 VNNI");
    figures.add("annotator_share_of_machine", 100 * pieces / annotate * operations_a_piece / rate,
                "%, budget 60");
    const double digest = quickest(runs, [&] {
        for (const auto& report : input.reports) (void)pipeline::digest(report, *know);
    });
    const double resolve = quickest(runs, [&] {
        for (std::size_t i = 0; i < marks.size(); ++i)
            resolve_all(input.reports[i], marks[i], *know);
    });
    figures.add("resolve_share_of_annotator", 100 * resolve / annotate,
                "%, moments, places, actors with chains, quantities; budget 15");
    constexpr double report_words = 600;
    figures.add("digest_reports_a_second", words / digest / report_words,
                "of 600 words, budget 12");
    figures.add("model_load_ms", load * 1e3, "budget 50");
    figures.add("memory_mb", memory_mb(), "budget 300");
    const auto places =
        place_figures(std::string(SITREP_ROOT) + "/build/gazetteer/world.places", runs);
    if (places) {
        figures.add("places_open_ms", places->open_ms, "the world layer; budget 20");
        figures.add("places_mb", places->layer_mb, "on disk; budget 150");
        figures.add("places_names_a_second", places->names_a_second, "budget 200,000");
        figures.add("places_variants_a_second", places->variants_a_second, "a letter changed");
    }
    std::printf("path: %s\n", std::string(nn::name(know->encoder.path())).c_str());
    figures.print();
    return 0;
}

}  // namespace
}  // namespace sitrep::speed

int main(int count, char** words) {
    const bool brief = count == 2 && std::string_view(words[1]) == "--short";
    if (count > 2 || (count == 2 && !brief)) {
        std::fputs("usage: sitrep-speed [--short]\n", stderr);
        return 2;
    }
    return sitrep::speed::measure(brief);
}
