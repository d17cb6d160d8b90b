// Golden cases: a file of lines, each an input and what must come of it.
//
// Form    # comment;  # key value  (a setting for the cases below);  "input" -> expected
//         \" \\ \n \t stand escaped inside the input
// Update  with SITREP_UPDATE=1 what changed is rewritten (./check golden --update), never under CI
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sitrep::tests {

using Settings = std::map<std::string, std::string>;
using Judge = std::function<std::string(const std::string& input, const Settings& settings)>;

inline std::string unescaped(const std::string& quoted) {
    std::string out;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        if (quoted[i] != '\\' || i + 1 == quoted.size()) {
            out += quoted[i];
            continue;
        }
        const char next = quoted[++i];
        out += next == 'n' ? '\n' : next == 't' ? '\t' : next;
    }
    return out;
}

// The closing quote of the input that opens line; npos where there is none.
inline std::size_t input_end(const std::string& line) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == '"') {
            return i;
        }
    }
    return std::string::npos;
}

// name: from the repository's root, e.g. "tests/split/tokens.cases".
inline void run_cases(const std::string& name, const Judge& judge) {
    const std::string path = std::string(SITREP_ROOT) + "/" + name;
    std::ifstream in(path);
    ASSERT_TRUE(in) << path;
    const bool update = std::getenv("SITREP_UPDATE") != nullptr && std::getenv("CI") == nullptr;
    std::vector<std::string> lines;
    Settings settings;
    std::size_t number = 0;
    std::size_t run = 0;
    for (std::string line; std::getline(in, line); lines.push_back(line)) {
        ++number;
        if (line.starts_with("# ")) {
            const auto blank = line.find(' ', 2);
            settings[line.substr(2, blank - 2)] =
                blank == std::string::npos ? "" : line.substr(blank + 1);
        }
        if (!line.starts_with("\"")) continue;
        const auto end = input_end(line);
        ASSERT_TRUE(end != std::string::npos && line.compare(end, 5, "\" -> ") == 0)
            << name << ":" << number << ": not \"input\" -> expected";
        const std::string got = judge(unescaped(line.substr(1, end - 1)), settings);
        const std::string expected = line.substr(end + 5);
        ++run;
        if (update) {
            line = line.substr(0, end + 5) + got;
        } else {
            EXPECT_EQ(got, expected) << name << ":" << number;
        }
    }
    EXPECT_GT(run, 0U) << name << " holds no case";
    in.close();
    if (!update) return;
    std::ofstream out(path);
    for (const auto& line : lines) out << line << '\n';
}

}  // namespace sitrep::tests
