// text_of: a whole data file as text, unpacked where its name ends in ".xz".
//
// Units   at most file_bytes_max bytes, unpacked, all of it UTF-8
// Errors  unreadable, corrupt or cut, too large, no UTF-8: the path and the next step
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

constexpr std::size_t file_bytes_max = 512U << 20U;

base::Result<std::string> text_of(const std::string& path);
base::Result<std::string> unpacked(std::string_view xz);

// The first of these that is there, as a path; empty where none is.
std::optional<std::string> first_there(const std::string& folder,
                                       std::initializer_list<std::string> names);

// FOLDER/BEFORE + "dev" or, where there is none, "test" + AFTER; each also with ".xz" behind it.
std::optional<std::string> dev_or_test(const std::string& folder, const std::string& before,
                                       const std::string& after);

// The pieces between separators; as many as there are separators, and one.
std::vector<std::string_view> cut(std::string_view line, char separator);

}  // namespace sitrep::quality
