// plover_file: PLOVER's gold records: a sentence, its one event, actors and recipients.
//
// Form    a JSON list of records with "source" and "target" lists of {actorText, code, sector}
// Errors  unreadable, no JSON list, a record without an id: path and next step
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

struct PloverActor {
    std::string record;
    bool recipient = false;
    std::string text;
    std::string code;
    std::string sector;  // as given, empty where it is not

    friend bool operator==(const PloverActor&, const PloverActor&) = default;
};

struct PloverRecord {
    std::string id;
    std::vector<PloverActor> actors;
    std::string event;  // as version 0.5b1 calls it: "DEMAND"
    std::string text;
};

base::Result<std::vector<PloverRecord>> plover_file(const std::string& path);
base::Result<std::vector<PloverRecord>> plover_of(std::string_view json, const std::string& path);

}  // namespace sitrep::quality
