// Outcome: what a bench measured, as a table for people and one flat JSON line for machines.
//
// Units  figures in percent, two decimals
// Form   {"bench":"ud","ewt_las":89.7}; {"bench":"ud","skipped":"why"} where nothing was measured
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

class Outcome {
public:
    explicit Outcome(std::string bench) : bench_(std::move(bench)) {}

    // A row with precision, recall and F; the F is a figure called `key`.
    void add(const std::string& key, const Counts& counts);
    // A figure alone, beside the F or in its stead: "nouns_precision".
    void figure(const std::string& key, double rate);
    // A figure that is no rate: "mean_kilometres".
    void amount(const std::string& key, double number);
    // The same as add, for the table alone: a number that none should compare by.
    void show(const std::string& name, const Counts& counts);
    // A row that says why a set was not measured.
    void skip(const std::string& why) { skipped_.push_back(why); }

    // The table, then what was skipped, then the JSON line.
    std::string print() const;
    // The JSON line alone.
    std::string json() const;

private:
    struct Row {
        std::string name;
        Counts counts;
    };

    std::string bench_;
    std::vector<Row> rows_;
    std::vector<std::pair<std::string, double>> figures_;
    std::vector<std::string> skipped_;
};

}  // namespace sitrep::quality
