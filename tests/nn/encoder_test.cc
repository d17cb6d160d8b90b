// The encoder and its heads against what PyTorch makes of the same weights (training/tiny.py).
#include "nn/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

namespace sitrep::nn {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

const std::string folder = std::string(SITREP_ROOT) + "/tests/nn/tiny";

Json expected() {
    std::ifstream in(folder + "/expected.json");
    return Json::parse(in);
}

Encoder opened(Path path) {
    auto encoder = Encoder::open(folder, path);
    EXPECT_TRUE(encoder) << encoder.error().message();
    return std::move(*encoder);
}

Window window_of(const Json& given) {
    Window window;
    window.pieces = given["pieces"].get<std::vector<std::int32_t>>();
    for (const int look : given["casing"]) window.casing.push_back(static_cast<Casing>(look));
    window.wanted = given["word_at"].get<std::vector<std::uint32_t>>();
    return window;
}

// Roots stand before their sentences' words: the row of each sentence's first word, less one piece.
struct Read {
    Window window;
    std::vector<SentenceRows> sentences;
};

Read with_roots(const Json& given, const Json& all) {
    Read read{window_of(given), {}};
    std::uint32_t at = 0;
    std::uint32_t root = 0;
    const auto words = static_cast<std::uint32_t>(read.window.wanted.size());
    for (std::size_t k = given["first"]; k < given["last"]; ++k) {
        const auto count = static_cast<std::uint32_t>(all["sentences"][k]["tokens"].size());
        const auto pieces = static_cast<std::uint32_t>(all["sentences"][k]["pieces"].size());
        read.sentences.push_back(
            {at, count, words + static_cast<std::uint32_t>(read.sentences.size())});
        read.window.wanted.push_back(root);
        at += count;
        root += pieces + 1;
    }
    return read;
}

void expect_near(std::span<const float> ours, const Json& theirs, double error,
                 const std::string& what) {
    ASSERT_EQ(ours.size(), theirs.size()) << what;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        EXPECT_NEAR(ours[i], theirs[i].get<double>(), error) << what << " " << i;
    }
}

// The error allowed on numbers of about 1.
void hold_to_pytorch(Path path, double error) {
    const Encoder encoder = opened(path);
    const Json all = expected();
    ASSERT_EQ(all["weights_sha256"], encoder.spec().weights_sha256);
    for (const Json& given : all["windows"]) {
        const Read read = with_roots(given, all);
        const auto x = std::move(encoder.encode({&read.window, 1}, 1)[0]);
        const HeadRows rows = encoder.heads().read(x.view());
        for (std::size_t i = 0; i < given["upos"].size(); ++i) {
            expect_near(x.row(i).first(16), given["vectors"][i], error, "vector");
            expect_near(rows.upos().row(i), given["upos"][i], error, "upos");
            expect_near(rows.entity().row(i), given["entity"][i], error, "entity");
            expect_near(rows.cue().row(i), given["cue"][i], error, "cue");
        }
        for (std::size_t k = 0; k < read.sentences.size(); ++k) {
            const SentenceRows sentence = read.sentences[k];
            const Json& parsed = given["sentences"][k];
            const OwnedMatrix arcs = encoder.heads().arc_scores(rows, sentence);
            std::vector<std::uint32_t> dependents;
            std::vector<std::uint32_t> heads;
            for (std::uint32_t i = 0; i < sentence.count; ++i) {
                const std::uint32_t head = parsed["heads"][i];
                dependents.push_back(sentence.first + i);
                heads.push_back(head == 0 ? sentence.root : sentence.first + head - 1);
                for (std::uint32_t j = 0; j <= sentence.count; ++j) {
                    if (j == i + 1) continue;  // its own head: means nothing
                    EXPECT_NEAR(arcs.row(i)[j], parsed["arcs"][i][j].get<double>(), 4 * error);
                }
            }
            const OwnedMatrix relations = encoder.heads().relation_scores(rows, dependents, heads);
            for (std::size_t i = 0; i < sentence.count; ++i) {
                const std::size_t best = parsed["relations"][i];
                EXPECT_NEAR(relations.row(i)[best], parsed["relation_scores"][i][0].get<double>(),
                            4 * error);
            }
        }
        std::vector<std::uint32_t> words(given["upos"].size());
        for (std::uint32_t i = 0; i < words.size(); ++i) words[i] = i;
        for (const Json& attribution : given["attributions"]) {
            const std::uint32_t cue = attribution["cue"][0];
            const auto pointers = encoder.heads().pointer_scores(x.view(), rows, {&cue, 1}, words);
            for (std::size_t k = 0; k < 4; ++k) {
                expect_near(pointers[0].row(k), attribution["pointers"][k], 2 * error, "pointer");
            }
        }
    }
}

TEST(Encoder, ThePlainPathIsPyTorchs) { hold_to_pytorch(Path::Plain, 2e-4); }

TEST(Encoder, TheFastPathIsNear) {
    if (fastest_path() == Path::Plain) GTEST_SKIP() << "this processor has no AVX2";
    hold_to_pytorch(fastest_path(), 0.35);
}

TEST(Encoder, TokensBecomeTheSamePieces) {
    const Encoder encoder = opened(Path::Plain);
    const Json all = expected();
    for (const Json& sentence : all["sentences"]) {
        std::vector<std::int32_t> ids;
        std::vector<int> looks;
        const auto tokens = sentence["tokens"].get<std::vector<std::string>>();
        const std::vector<std::string_view> views(tokens.begin(), tokens.end());
        const auto casings = sentence_casing(views);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::size_t before = ids.size();
            encoder.pieces().append(tokens[i], ids);
            looks.insert(looks.end(), ids.size() - before, static_cast<int>(casings[i]));
        }
        EXPECT_EQ(ids, sentence["pieces"].get<std::vector<std::int32_t>>()) << sentence["tokens"];
        EXPECT_EQ(looks, sentence["casing"].get<std::vector<int>>()) << sentence["tokens"];
    }
}

TEST(Encoder, ThreadsAndNeighboursChangeNothing) {
    const Json all = expected();
    std::vector<Window> windows;
    for (int round = 0; round < 3; ++round) {
        for (const Json& given : all["windows"]) windows.push_back(window_of(given));
    }
    for (const Path path : {Path::Plain, fastest_path()}) {
        const Encoder encoder = opened(path);
        const auto one = encoder.encode(windows, 1);
        EXPECT_EQ(one, encoder.encode(windows, 3));
        EXPECT_EQ(one[0], encoder.encode({&windows[0], 1}, 1)[0]);
    }
}

// A copy of the tiny folder whose file `name` went through `change`.
std::string damaged(const std::string& name, const std::function<void(std::string&)>& change) {
    const std::string copy = testing::TempDir() + "sitrep_damaged_model";
    fs::remove_all(copy);
    fs::copy(folder, copy);
    std::string bytes;
    {
        std::ifstream in(copy + "/" + name, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    change(bytes);
    std::ofstream(copy + "/" + name, std::ios::binary) << bytes;
    return copy;
}

std::string refused(const std::string& name, const std::function<void(std::string&)>& change) {
    const auto encoder = Encoder::open(damaged(name, change), Path::Plain);
    return encoder ? "opened" : encoder.error().message();
}

TEST(Encoder, RefusesADamagedFolder) {
    const auto flip = [](std::string& bytes) { bytes[bytes.size() / 2] ^= 1; };
    EXPECT_NE(refused("weights.safetensors", flip).find("SHA-256"), std::string::npos);
    const auto cut = [](std::string& bytes) { bytes.resize(bytes.size() - 100); };
    EXPECT_NE(refused("weights.safetensors", cut).find("reach out of the file"), std::string::npos);
    const auto empty = [](std::string& bytes) { bytes.clear(); };
    EXPECT_NE(refused("weights.safetensors", empty).find("weights.safetensors"), std::string::npos);
    EXPECT_NE(refused("spec.txt", empty).find("spec.txt"), std::string::npos);
    EXPECT_NE(refused("vocab.txt", empty).find("vocab.txt"), std::string::npos);
    const auto layer = [](std::string& bytes) {
        bytes.replace(bytes.find("layers 2"), 8, "layers 3");
    };
    EXPECT_NE(refused("spec.txt", layer).find("layer.2"), std::string::npos);
    EXPECT_NE(Encoder::open(folder + "/nowhere", Path::Plain).error().message().find("nowhere"),
              std::string::npos);
}

}  // namespace
}  // namespace sitrep::nn
