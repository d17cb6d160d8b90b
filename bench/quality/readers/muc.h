// muc: the reports of MUC-3 and MUC-4 and their answer keys.
//
// Reports  a line that is an identifier ("DEV-MUC3-0001", perhaps with more behind it) opens one
// Keys     templates of 25 numbered slots, 0 to 24; ";" opens a comment; a line without a number
//          goes on with the slot above. A filler: "A" / "B" alternatives, "A": "B" with what it
//          belongs to, ? before it where it is optional; * not to be filled, - nothing to fill in
// Errors   unreadable, no identifier, a template without one: path, line and next step
// Source   MUC-4 template documentation, parts 1 and 2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

struct MucReport {
    std::string id;  // "DEV-MUC3-0001"
    std::string text;

    friend bool operator==(const MucReport&, const MucReport&) = default;
};

enum class MucSlot : std::uint8_t {
    Message = 0,
    Template = 1,
    Type = 4,
    Stage = 5,
    Instrument = 6,
    Individual = 9,
    Organisation = 10,
    Target = 12,
    Victim = 18,
    VictimDescription = 19,
};
constexpr std::size_t muc_slots = 25;

struct MucFiller {
    std::vector<std::string> alternatives;
    std::vector<std::string> belongs_to;  // behind a colon
    bool optional = false;

    friend bool operator==(const MucFiller&, const MucFiller&) = default;
};

struct MucTemplate {
    std::string report;
    bool optional = false;
    std::array<std::vector<MucFiller>, muc_slots> slots;

    const std::vector<MucFiller>& of(MucSlot slot) const {
        return slots[static_cast<std::size_t>(slot)];
    }
};

base::Result<std::vector<MucReport>> muc_reports_of(std::string_view text, const std::string& path);
// Templates that say "no incident" are left out.
base::Result<std::vector<MucTemplate>> muc_key_of(std::string_view text, const std::string& path);

// One line of a slot that is not * or -.
MucFiller muc_filler(std::string_view line);

// All of a folder, files in the order of their names; of reports with one identifier the first.
struct MucSet {
    std::vector<MucReport> reports;
    std::vector<MucTemplate> templates;
};
base::Result<MucSet> muc_folder(const std::string& folder);

}  // namespace sitrep::quality
