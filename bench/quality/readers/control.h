// control: the notes of a table of changes of control, with the place each stands for, and our own
// reading of who holds it.
//
// Form    a head line, then nine columns parted by tabs, place the second, note the sixth; a
//         cell in quotation marks doubles those inside (RFC 4180)
// Errors  unreadable, a row of another width: path, line and next step
// Source  data/control; bench/quality/scope/control.tsv
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"

namespace sitrep::quality {

struct ControlNote {
    std::size_t row = 0;  // the first with this place and note, the head line being 1
    std::string place;
    std::string note;
    std::string id;  // ten hex digits of SHA-256 of place, tab and note as the file has them

    friend bool operator==(const ControlNote&, const ControlNote&) = default;
};

// Each distinct note of a place once, by its first row.
base::Result<std::vector<ControlNote>> control_notes_of(std::string_view text,
                                                        const std::string& path);
base::Result<std::vector<ControlNote>> control_notes_file(const std::string& path);

}  // namespace sitrep::quality
