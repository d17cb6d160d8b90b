// The event head against what PyTorch makes of the same weights (training/tiny_events.py).
#include "nn/event_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

namespace sitrep::nn {
namespace {

using Json = nlohmann::json;

const std::string folder = std::string(SITREP_ROOT) + "/tests/nn/tiny_events";

Json expected() {
    std::ifstream in(folder + "/expected.json");
    return Json::parse(in);
}

EventHead opened(Path path) {
    Spec annotator;
    annotator.hidden = 64;
    annotator.layers = 2;
    auto head = EventHead::open(folder, annotator, path);
    EXPECT_TRUE(head) << head.error().message();
    return std::move(*head);
}

OwnedMatrix matrix(const Json& rows) {
    OwnedMatrix out(rows.size(), rows[0].size());
    for (std::size_t i = 0; i < out.rows(); ++i) {
        for (std::size_t j = 0; j < out.columns(); ++j) out.row(i)[j] = rows[i][j];
    }
    return out;
}

// The greatest difference, as a share of the greatest number.
double apart(Matrix<const float> got, const Json& rows) {
    EXPECT_EQ(got.rows(), rows.size());
    double most = 0;
    double size = 0;
    for (std::size_t i = 0; i < got.rows(); ++i) {
        for (std::size_t j = 0; j < got.columns(); ++j) {
            most = std::max(most, std::abs(got.row(i)[j] - rows[i][j].get<double>()));
            size = std::max(size, std::abs(rows[i][j].get<double>()));
        }
    }
    return most / size;
}

void agrees(Path path, double tolerance) {
    const Json all = expected();
    const EventHead head = opened(path);
    EXPECT_EQ(head.taps(), std::vector<std::uint32_t>{0});
    std::vector<EventWord> words;
    for (const auto& row : all["features"]) words.push_back({row[0], row[1], row[2], row[3]});
    const OwnedMatrix x = matrix(all["x"]);
    const EventRows rows = head.read(x.view(), words);
    EXPECT_LT(apart(rows.type(), all["type"]), tolerance);
    EXPECT_LT(apart(rows.stage(), all["stage"]), tolerance);
    EXPECT_LT(apart(rows.facet(), all["facet"]), tolerance);
    const auto paths = all["paths"].get<std::vector<std::uint32_t>>();
    const OwnedMatrix arcs = head.arc_scores(rows, all["trigger"], 0, paths);
    EXPECT_LT(apart(arcs.view(), all["arcs"]), tolerance);
}

TEST(EventHead, GivesWhatPyTorchGives) { agrees(Path::Plain, 1e-4); }

TEST(EventHead, FastPathIsNear) { agrees(fastest_path(), 0.05); }

TEST(EventHead, RefusesAnotherAnnotator) {
    Spec annotator;
    annotator.hidden = 32;
    annotator.layers = 2;
    const auto head = EventHead::open(folder, annotator, Path::Plain);
    ASSERT_FALSE(head);
    EXPECT_NE(head.error().message().find("events.txt"), std::string::npos);
    EXPECT_NE(head.error().message().find("export the folder again"), std::string::npos);
    annotator.hidden = 64;
    annotator.layers = 0;
    EXPECT_FALSE(EventHead::open(folder, annotator, Path::Plain));
}

}  // namespace
}  // namespace sitrep::nn
