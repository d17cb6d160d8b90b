// Predictions: a file of JSON lines, what was predicted beside what was expected.
//
// Errors  a path that cannot be written, a full disk: the path and the next step
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"

namespace sitrep::quality {

using Json = nlohmann::ordered_json;

class Predictions {
public:
    // Nothing is kept where the path is empty.
    static base::Result<Predictions> to(const std::string& path);

    void add(const Json& line);
    // All lines are on disk, or why not.
    base::Result<base::Done> close();

private:
    std::string path_;
    std::ofstream file_;
};

}  // namespace sitrep::quality
