// Holds windows and decoding to what training/export.py wrote of the Python twin, from the scores
// that stand in the fixture; no model is needed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "annotate/pointers.h"
#include "annotate/tags.h"
#include "annotate/trees.h"
#include "annotate/windows.h"
#include "values/marks.h"

namespace sitrep::annotate {
namespace {

using Json = nlohmann::json;

const std::string& path() {
    static const std::string found = std::string(SITREP_ROOT) + "/tests/annotate/conformance.json";
    return found;
}

class Conformance : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(path())) GTEST_SKIP() << path() << " is not there";
        std::ifstream in(path());
        fixture_ = Json::parse(in);
        for (const Json& sentence : fixture_["sentences"]) add(sentence);
    }

    void add(const Json& sentence) {
        Stretch stretch;
        stretch.sentence = static_cast<std::uint32_t>(report_.stretches.size());
        stretch.first_word = static_cast<std::uint32_t>(report_.starts.size());
        stretch.first_piece = static_cast<std::uint32_t>(report_.pieces.size());
        stretch.words = static_cast<std::uint32_t>(sentence["tokens"].size());
        stretch.pieces = static_cast<std::uint32_t>(sentence["pieces"].size());
        stretch.ends_paragraph = sentence["paragraph_end"];
        for (const std::uint32_t first : sentence["first"]) {
            report_.starts.push_back(stretch.first_piece + first);
        }
        for (const std::int32_t piece : sentence["pieces"]) report_.pieces.push_back(piece);
        for (const int casing : sentence["casing"]) {
            report_.casing.push_back(static_cast<nn::Casing>(casing));
        }
        report_.stretches.push_back(stretch);
    }

    // Words before each sentence of a window, and all of them.
    std::vector<std::size_t> starts(const Json& window) const {
        std::vector<std::size_t> found{0};
        for (std::uint32_t i = window["first"]; i < window["last"]; ++i) {
            found.push_back(found.back() + report_.stretches[i].words);
        }
        return found;
    }

    Json fixture_;
    PiecedReport report_;
};

nn::OwnedMatrix matrix(const Json& rows) {
    nn::OwnedMatrix made(rows.size(), rows.empty() ? 0 : rows[0].size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < made.columns(); ++j) made.row(i)[j] = rows[i][j];
    }
    return made;
}

std::vector<std::string> entity_labels() {
    std::vector<std::string> labels{"O"};
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(values::EntityType::Other); ++i) {
        const std::string code(values::code(static_cast<values::EntityType>(i)));
        labels.push_back("B-" + code);
        labels.push_back("I-" + code);
    }
    return labels;
}

TEST_F(Conformance, OfWindows) {
    const auto found = runs(report_.stretches, Packing());
    ASSERT_EQ(found.size(), fixture_["windows"].size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Json& window = fixture_["windows"][i];
        EXPECT_EQ(found[i], (annotate::Run{window["first"], window["last"]}));
        std::vector<nn::Window> laid;
        const std::vector<std::int32_t> pieces = window["pieces"];
        append_windows(report_, found[i], Packing(), {pieces.front(), pieces.back()}, laid);
        ASSERT_EQ(laid.size(), 1U);
        EXPECT_EQ(laid[0].pieces, pieces);
        Json casing = Json::array();
        for (const auto each : laid[0].casing) casing.push_back(static_cast<int>(each));
        EXPECT_EQ(casing, window["casing"]);
        const std::vector<std::uint32_t> words = window["word_at"];
        ASSERT_EQ(laid[0].wanted.size(), words.size() + found[i].last - found[i].first);
        EXPECT_TRUE(std::equal(words.begin(), words.end(), laid[0].wanted.begin()));
    }
}

TEST_F(Conformance, OfTrees) {
    for (const Json& window : fixture_["windows"]) {
        for (const Json& sentence : window["sentences"]) {
            Json heads = Json::array();
            for (const auto head : tree(matrix(sentence["arcs"]).view())) heads.push_back(head + 1);
            EXPECT_EQ(heads, sentence["heads"]);
        }
    }
}

TEST_F(Conformance, OfEntities) {
    Tagger tagger(entity_labels());
    for (const Json& window : fixture_["windows"]) {
        const auto scores = matrix(window["entity"]);
        const auto begins = starts(window);
        for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
            const auto labels =
                tagger.path(scores.view().rows_from(begins[i], begins[i + 1] - begins[i]));
            EXPECT_EQ(Json(std::vector<std::uint32_t>(labels.begin(), labels.end())),
                      window["sentences"][i]["entities"]);
        }
    }
}

Json span_of(const Pointed& pointed) {
    if (!pointed.words) return nullptr;
    return {pointed.words->first, pointed.words->last};
}

TEST_F(Conformance, OfAttributions) {
    const std::vector<std::string> labels{"O", "B", "I"};
    Tagger tagger(labels);
    std::size_t seen = 0;
    for (const Json& window : fixture_["windows"]) {
        const auto scores = matrix(window["cue"]);
        const auto begins = starts(window);
        Json found = Json::array();
        for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
            for (const TagRun& run :
                 tagger.runs(scores.view().rows_from(begins[i], begins[i + 1] - begins[i]))) {
                found.push_back({begins[i] + run.first, begins[i] + run.last});
            }
        }
        const Json& expected = window["attributions"];
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i, ++seen) {
            EXPECT_EQ(found[i], expected[i]["cue"]);
            const auto ends = matrix(expected[i]["pointers"]);
            EXPECT_EQ(span_of(pointed(ends.row(0), ends.row(1))), expected[i]["source"]);
            EXPECT_EQ(span_of(pointed(ends.row(2), ends.row(3))), expected[i]["content"]);
        }
    }
    EXPECT_GT(seen, 0U);
}

}  // namespace
}  // namespace sitrep::annotate
