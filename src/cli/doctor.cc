#include <dnnl_version.h>
#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>

#include "cli/commands.h"
#include "cli/home.h"
#include "cli/say.h"
#include "lookup/layer.h"
#include "lookup/layers.h"
#include "lookup/table.h"
#include "nn/encoder.h"
#include "pipeline/knowledge.h"

namespace sitrep::cli {
namespace {

constexpr std::size_t digits_shown = 12;  // of a SHA-256
constexpr std::size_t label_width = 12;

// What was found, line by line, and whether all of it is whole.
struct Findings {
    std::string text;
    bool whole = true;

    void add(std::string label, const std::string& what) {
        label.resize(std::max(label.size() + 1, label_width), ' ');
        text += label + what + "\n";
    }
    void fault(const std::string& label, const base::Error& error) {
        whole = false;
        add(label, "BROKEN: " + error.message());
    }
};

void add_processor(Findings& found) {
    found.add("processor", std::string(nn::name(nn::fastest_path())));
}

std::string dotted(std::initializer_list<int> parts) {
    std::string out;
    for (const int part : parts) out += (out.empty() ? "" : ".") + std::to_string(part);
    return out;
}

void add_libraries(Findings& found) {
    std::array<char, U_MAX_VERSION_STRING_LENGTH> icu{};
    std::array<char, U_MAX_VERSION_STRING_LENGTH> unicode{};
    UVersionInfo version{};
    u_getVersion(version);
    u_versionToString(version, icu.data());
    u_getUnicodeVersion(version);
    u_versionToString(version, unicode.data());
    found.add("libraries",
              "ICU " + std::string(icu.data()) + " (Unicode " + unicode.data() + "), simdjson " +
                  dotted({simdjson::SIMDJSON_VERSION_MAJOR, simdjson::SIMDJSON_VERSION_MINOR,
                          simdjson::SIMDJSON_VERSION_REVISION}) +
                  ", oneDNN " +
                  dotted({DNNL_VERSION_MAJOR, DNNL_VERSION_MINOR, DNNL_VERSION_PATCH}));
}

void add_lexicon(const std::string& home, Findings& found) {
    const std::string folder = pipeline::lexicon_folder(home);
    std::error_code none;
    std::vector<std::string> tables;
    for (auto at = std::filesystem::recursive_directory_iterator(folder, none);
         !none && at != std::filesystem::recursive_directory_iterator(); at.increment(none)) {
        if (at->path().extension() == ".tsv") tables.push_back(at->path().string());
    }
    std::sort(tables.begin(), tables.end());
    for (const auto& path : tables) {
        const auto table = lookup::table(path);
        if (!table) {
            found.fault("lexicon", table.error());
            continue;
        }
        found.add("lexicon", path + ": " + std::to_string(table->rows.size()) + " rows");
    }
    // The tables may be well formed and still hold rows that no room can use.
    const auto lexicon = pipeline::open_lexicon(home);
    if (!lexicon) found.fault("lexicon", lexicon.error());
}

void add_model(const std::string& home, Findings& found) {
    const std::string folder = pipeline::model_folder(home);
    const auto encoder = nn::Encoder::open(folder);
    if (!encoder) {
        found.fault("model", encoder.error());
        return;
    }
    found.add("model", folder + ": weights " +
                           encoder->spec().weights_sha256.substr(0, digits_shown) + ", runs as " +
                           std::string(nn::name(encoder->path())));
}

// A layer that is not there is no fault: reading goes on without.
void add_places(const std::string& home, Findings& found) {
    const auto paths = lookup::layer_paths(world_layer(home), imported_layers());
    if (paths.empty()) found.add("places", "no layer is there; check.d/world makes the world's");
    for (const auto& path : paths) {
        const auto info = lookup::layer_info(path);
        if (!info) {
            found.fault("places", info.error());
            continue;
        }
        found.add("places", path + ": " + std::to_string(info->places) + " places, " +
                                std::to_string(info->names) + " names");
    }
}

}  // namespace

Exit doctor(const Asked& asked) {
    Findings found;
    found.add("sitrep", version);
    found.add("home", asked.home);
    add_processor(found);
    found.add("threads", std::to_string(asked.threads));
    add_libraries(found);
    add_lexicon(asked.home, found);
    add_model(asked.home, found);
    add_places(asked.home, found);
    found.add("verdict", found.whole ? "all is well" : "BROKEN: mend what is named above");
    if (!print(found.text)) return Exit::Nothing;
    return found.whole ? Exit::Done : Exit::Broken;
}

}  // namespace sitrep::cli
