#include "quality/readers/plover.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using Parsed = nlohmann::json;

std::string word(const Parsed& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

void add_actors(const Parsed& record, const char* side, PloverRecord& into) {
    const auto found = record.find(side);
    if (found == record.end() || !found->is_array()) return;
    for (const auto& actor : *found) {
        if (!actor.is_object()) continue;
        into.actors.push_back({into.id, side == std::string_view("target"),
                               word(actor, "actorText"), word(actor, "code"),
                               word(actor, "sector")});
    }
}

}  // namespace

base::Result<std::vector<PloverRecord>> plover_of(std::string_view json, const std::string& path) {
    const auto parsed = Parsed::parse(json, nullptr, false);
    if (!parsed.is_array()) return base::Error("no JSON list; fetch the file anew").at(path);
    std::vector<PloverRecord> records;
    for (const auto& record : parsed) {
        PloverRecord read;
        if (record.is_object()) read.id = word(record, "id");
        if (read.id.empty()) {
            return base::Error("record " + std::to_string(records.size() + 1) +
                               " has no id; fetch the file anew")
                .at(path);
        }
        read.event = word(record, "event");
        read.text = word(record, "text");
        if (read.event == "DOCUMENT") continue;  // tells of the file, not of the world
        add_actors(record, "source", read);
        add_actors(record, "target", read);
        records.push_back(std::move(read));
    }
    return records;
}

base::Result<std::vector<PloverRecord>> plover_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return plover_of(*text, path);
}

}  // namespace sitrep::quality
