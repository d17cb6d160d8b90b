// case2021: snippets of news with one ACLED-like label each.
//
// Form    a head line, then number, snippet and label, parted by tabs
// Errors  unreadable, a row of another width: path, line and next step
// Source  CASE 2021 shared task 3, evaluation snippets (ACL-IJCNLP workshop)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

struct Snippet {
    std::string id;
    std::string text;
    std::string label;

    friend bool operator==(const Snippet&, const Snippet&) = default;
};

base::Result<std::vector<Snippet>> snippets_of(std::string_view text, const std::string& path);
base::Result<std::vector<Snippet>> snippets_file(const std::string& path);

}  // namespace sitrep::quality
