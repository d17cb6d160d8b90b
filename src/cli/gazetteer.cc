#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/home.h"
#include "cli/say.h"
#include "lookup/gazetteer.h"
#include "lookup/imports.h"
#include "lookup/layer.h"
#include "lookup/layers.h"
#include "lookup/world.h"

namespace sitrep::cli {
namespace {

constexpr std::size_t found_shown_max = 12;
constexpr std::size_t names_shown_max = 12;
constexpr std::size_t faults_shown_max = 20;
constexpr std::size_t conflicts_shown_max = 20;
constexpr const char* languages = "/usr/share/locale";
constexpr const char* iso_codes = "/usr/share/iso-codes/json";

std::string folder_of(const GazetteerAsked& asked) {
    return asked.folder.empty() ? imported_layers() : asked.folder;
}

base::Result<lookup::PlaceTables> tables_of(const GazetteerAsked& asked) {
    return lookup::place_tables(asked.home + "/lexicon/en/places");
}

std::string decimals(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", number);
    return text.data();
}

// "36.9,68.4"
std::optional<values::Point> point_written(const std::string& words) {
    const auto comma = words.find(',');
    if (comma == std::string::npos) return std::nullopt;
    double latitude = 0;
    double longitude = 0;
    const char* const end = words.data() + words.size();
    const auto first = std::from_chars(words.data(), words.data() + comma, latitude);
    const auto second = std::from_chars(words.data() + comma + 1, end, longitude);
    if (first.ptr != words.data() + comma || second.ptr != end) return std::nullopt;
    return values::point(latitude, longitude);
}

// A place named by the user: an id, or the likeliest of a name.
std::optional<lookup::PlaceNumber> place_named(const lookup::Gazetteer& gazetteer,
                                               const std::string& words) {
    if (const auto found = gazetteer.find(words)) return found;
    lookup::Wanted wanted;
    wanted.count_max = 1;
    const auto found = gazetteer.candidates(words, wanted);
    if (found.empty()) return std::nullopt;
    return found.front().place;
}

std::string names_line(const lookup::Gazetteer& gazetteer, lookup::PlaceNumber place) {
    std::string line;
    const auto names = gazetteer.names(place);
    for (std::size_t i = 0; i < std::min(names.size(), names_shown_max); ++i) {
        line += (i == 0 ? "" : " | ") + std::string(names[i].text);
    }
    if (names.size() > names_shown_max) {
        line += " | and " + std::to_string(names.size() - names_shown_max) + " more";
    }
    return line;
}

std::string shown(const lookup::Gazetteer& gazetteer, const lookup::Candidate& candidate,
                  const std::optional<values::Point>& near) {
    const auto place = candidate.place;
    std::string out = gazetteer.place(place).print() + "\n";
    out += "  met       " + std::string(code(candidate.met)) + " \"" + std::string(candidate.name) +
           "\" " + decimals(candidate.cost) + "\n";
    const auto point = gazetteer.point(place);
    if (near && point) out += "  away      " + decimals(kilometres(*near, *point)) + " km\n";
    out += "  names     " + names_line(gazetteer, place) + "\n";
    out += "  layer     " + std::string(gazetteer.layer(place)) + "\n";
    for (const auto& conflict : gazetteer.conflicts(place)) {
        out += "  conflict  with " + std::string(gazetteer.layer(conflict.lower)) + ": " +
               conflict.what + "\n";
    }
    return out;
}

// The folder of a directory's features, else the file itself.
std::vector<std::string> files_of(const std::string& path) {
    std::error_code none;
    if (!std::filesystem::is_directory(path, none)) return {path};
    std::vector<std::string> files;
    for (auto at = std::filesystem::recursive_directory_iterator(path, none);
         !none && at != std::filesystem::recursive_directory_iterator(); at.increment(none)) {
        if (at->path().extension() == ".geojson") files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// What one or more files gave, and how many of them could not be read at all.
struct Read {
    lookup::Drafts drafts;
    std::size_t unreadable = 0;
    std::size_t faults = 0;
};

void read_file(const std::string& path, const lookup::Importing& with, Read& read) {
    const auto file = base::MappedFile::open(path);
    if (!file) {
        complain(file.error());
        ++read.unreadable;
        return;
    }
    const auto form = file->bytes().size() > lookup::import_bytes_max
                          ? base::Result<lookup::Form>(base::Error("larger than 4 GiB; cut it"))
                          : lookup::form_of(file->bytes());
    if (!form) {
        complain(base::Error(form.error()).at(path));
        ++read.unreadable;
        return;
    }
    lookup::import(*form, file->bytes(), with, read.drafts);
    for (const auto& fault : read.drafts.faults) {
        if (read.faults++ >= faults_shown_max) continue;
        complain(path + ":" + std::to_string(fault.line), fault.what);
    }
    read.faults += read.drafts.faults_dropped;
    read.drafts.faults.clear();
    read.drafts.faults_dropped = 0;
}

std::string layer_name(const GazetteerAsked& asked) {
    if (!asked.layer.empty()) return asked.layer;
    const auto path = std::filesystem::path(asked.files.front()).lexically_normal();
    return (path.has_filename() ? path : path.parent_path()).stem().string();
}

bool good_name(const std::string& name) {
    return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos &&
           name.size() <= 100;
}

base::Result<base::Done> put(const std::string& path, const std::vector<lookup::Draft>& places,
                             const lookup::Making& making) {
    std::error_code fault;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), fault);
    if (fault) return base::Error(fault.message() + "; choose another folder").at(path);
    return base::write_file(path, lookup::layer_bytes(places, making));
}

void tell_conflicts(const std::vector<std::string>& below, const std::string& path) {
    auto layers = below;
    layers.push_back(path);
    const auto gazetteer = lookup::Gazetteer::open(layers);
    if (!gazetteer) return;
    std::size_t count = 0;
    for (lookup::PlaceNumber place = 0; place < gazetteer->size(); ++place) {
        for (const auto& conflict : gazetteer->conflicts(place)) {
            if (count++ >= conflicts_shown_max) continue;
            complain("conflict", std::string(gazetteer->id(place)) + " \"" +
                                     std::string(gazetteer->name(place)) + "\" and " +
                                     std::string(gazetteer->id(conflict.lower)) + " of " +
                                     std::string(gazetteer->layer(conflict.lower)) + ": " +
                                     conflict.what + "; the new one counts");
        }
    }
    if (count > conflicts_shown_max) {
        complain("conflict", std::to_string(count - conflicts_shown_max) + " more");
    }
}

}  // namespace

Exit gazetteer_find(const GazetteerAsked& asked) {
    const auto paths = lookup::layer_paths(world_layer(asked.home), folder_of(asked));
    if (paths.empty()) {
        complain("gazetteer", "no layer of places is there; run ./sitrep once, or import some");
        return Exit::Nothing;
    }
    const auto gazetteer = lookup::Gazetteer::open(paths);
    if (!gazetteer) return broken(gazetteer.error());
    lookup::Wanted wanted;
    for (const auto* words : {&asked.in, &asked.near}) {
        const bool needed = !words->empty() && !(words == &asked.near && point_written(*words));
        if (needed && !place_named(*gazetteer, *words)) {
            complain("\"" + *words + "\"", "no such place; look it up with gazetteer find");
            return Exit::Nothing;
        }
    }
    if (!asked.in.empty()) wanted.within = place_named(*gazetteer, asked.in);
    std::optional<values::Point> near = point_written(asked.near);
    if (!near && !asked.near.empty()) near = gazetteer->point(*place_named(*gazetteer, asked.near));
    auto found = gazetteer->candidates(asked.name, wanted);
    if (near) {
        const auto away = [&](const lookup::Candidate& candidate) {
            const auto point = gazetteer->point(candidate.place);
            return point ? kilometres(*near, *point) : 1e9;
        };
        std::stable_sort(found.begin(), found.end(),
                         [&](const auto& a, const auto& b) { return away(a) < away(b); });
    }
    if (found.empty()) {
        complain("\"" + asked.name + "\"", "no place of this name is known");
        return Exit::Nothing;
    }
    if (found.size() > found_shown_max) found.resize(found_shown_max);
    std::string out;
    for (const auto& candidate : found) out += shown(*gazetteer, candidate, near);
    return print(out) ? Exit::Done : Exit::Nothing;
}

Exit gazetteer_import(const GazetteerAsked& asked) {
    const auto tables = tables_of(asked);
    if (!tables) return broken(tables.error());
    const std::string name = layer_name(asked);
    const std::string folder = folder_of(asked);
    if (!good_name(name) || folder.empty()) {
        complain("command line", "no name or folder for the layer; give --layer and --gazetteer");
        return Exit::WrongCommand;
    }
    const std::string path = folder + "/" + name + lookup::layer_ending;
    // Below it lies what sorts before it; the layer that it replaces does not.
    auto below_paths = lookup::layer_paths(world_layer(asked.home), folder);
    std::erase_if(below_paths, [&](const std::string& other) {
        return other != world_layer(asked.home) && other >= path;
    });
    const auto below = lookup::Gazetteer::open(below_paths);
    if (!below) return broken(below.error());
    Read read;
    for (const auto& given : asked.files) {
        for (const auto& file : files_of(given)) read_file(file, {tables->features, *below}, read);
    }
    const std::size_t joined = lookup::join(read.drafts.places, *below);
    lookup::mend(read.drafts, *below);
    for (const auto& fault : read.drafts.faults) {
        if (read.faults++ >= faults_shown_max) continue;
        complain(name + ", row " + std::to_string(fault.line), fault.what);
    }
    if (read.drafts.places.empty()) {
        complain(name, "no place could be read; nothing is changed");
        return Exit::Nothing;
    }
    const auto written = put(path, read.drafts.places, {name, "", tables->kinds, tables->spelling});
    if (!written) {
        complain(written.error());
        return Exit::Nothing;
    }
    tell_conflicts(below_paths, path);
    if (read.faults > faults_shown_max) {
        complain(name, std::to_string(read.faults - faults_shown_max) + " faults more");
    }
    const std::string told = path + ": " + std::to_string(read.drafts.places.size()) + " places, " +
                             std::to_string(joined) + " of them known before, " +
                             std::to_string(read.faults) + " faults\n";
    if (!print(told)) return Exit::Nothing;
    return read.faults == 0 && read.unreadable == 0 ? Exit::Done : Exit::SomeUnread;
}

Exit gazetteer_world(const GazetteerAsked& asked) {
    const auto tables = tables_of(asked);
    if (!tables) return broken(tables.error());
    std::error_code none;
    const bool iso = std::filesystem::is_directory(iso_codes, none);
    auto world = lookup::world({asked.home + "/lexicon/en/places", asked.cities, asked.towns,
                                languages, iso ? iso_codes : ""});
    if (!world) {
        complain(world.error());
        return Exit::Nothing;
    }
    lookup::Drafts drafts;
    drafts.places = std::move(world->places);
    lookup::mend(drafts, {});
    const std::string path = world_layer(asked.home);
    auto written =
        put(path, drafts.places, {"world", world->attribution, tables->kinds, tables->spelling});
    if (written) {
        const auto folder = std::filesystem::path(path).parent_path();
        written = base::write_file((folder / "ATTRIBUTION.txt").string(), world->attribution);
    }
    if (!written) {
        complain(written.error());
        return Exit::Nothing;
    }
    const std::string told = path + ": " + std::to_string(drafts.places.size()) + " places\n";
    return print(told) ? Exit::Done : Exit::Nothing;
}

}  // namespace sitrep::cli
