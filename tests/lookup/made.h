// Small layers, made in a folder of their own and opened.
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "lookup/gazetteer.h"
#include "lookup/imports.h"
#include "lookup/layer.h"
#include "lookup/layers.h"

namespace sitrep::tests {

inline const lookup::PlaceTables& place_tables() {
    static const auto tables =
        lookup::place_tables(std::string(SITREP_ROOT) + "/lexicon/en/places");
    EXPECT_TRUE(tables) << (tables ? "" : tables.error().message());
    return *tables;
}

// A folder that goes with the test.
class Folder {
public:
    Folder() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        path_ = std::filesystem::temp_directory_path() /
                ("sitrep-" + std::string(test->test_suite_name()) + "-" + test->name() + "-" +
                 std::to_string(getpid()));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path(const std::string& name) const { return (path_ / name).string(); }

    // The path of a layer of these drafts, mended and joined over what lies below.
    std::string layer(const std::string& name, lookup::Drafts drafts,
                      const std::vector<std::string>& below = {}) const {
        const auto under = lookup::Gazetteer::open(below);
        EXPECT_TRUE(under);
        lookup::join(drafts.places, *under);
        lookup::mend(drafts, *under);
        const auto written = base::write_file(
            path(name), lookup::layer_bytes(drafts.places, {name, "", place_tables().kinds,
                                                            place_tables().spelling}));
        EXPECT_TRUE(written);
        return path(name);
    }

    std::string layer_of_table(const std::string& name, const std::string& table,
                               const std::vector<std::string>& below = {}) const {
        const auto under = lookup::Gazetteer::open(below);
        EXPECT_TRUE(under);
        lookup::Drafts drafts;
        lookup::import(lookup::Form::Table, table, {place_tables().features, *under}, drafts);
        EXPECT_TRUE(drafts.faults.empty());
        return layer(name, std::move(drafts), below);
    }

private:
    std::filesystem::path path_;
};

inline lookup::Gazetteer opened(const std::vector<std::string>& paths) {
    auto gazetteer = lookup::Gazetteer::open(paths);
    EXPECT_TRUE(gazetteer) << (gazetteer ? "" : gazetteer.error().message());
    return gazetteer ? *std::move(gazetteer) : lookup::Gazetteer();
}

// An invented country: Velia, of two provinces.
inline const char* velia() {
    return "name\tid\tkind\tlatitude\tlongitude\tcountry\tprovince\tdistrict\tpopulation\taliases\t"
           "seat\n"
           "Velia\tiso:XV\tcountry\t10.5\t20.5\tXV\t\t\t\tRepublic of Velia\t\n"
           "Naran Province\tv:naran\tprovince\t\t\tXV\t\t\t\t\t\n"
           "Ilmen\tv:ilmen\tprovince\t\t\tXV\t\t\t\t\t\n"
           "Korda\tv:korda\tdistrict\t\t\tXV\tNaran Province\t\t\t\t\n"
           "Khwaja Ghar\tv:ghar\ttown\t10.1\t20.1\tXV\tNaran Province\tKorda\t8000\t"
           "Khajaghar\tdistrict\n"
           "Shir Khan Bandar\tv:bandar\tcrossing\t10.3\t20.3\tXV\tNaran Province\tKorda\t\t\t\n"
           "Ostra\tv:ostra\ttown\t11.5\t21.5\tXV\tIlmen\t\t250000\t\tcountry\n"
           "Ostra\tv:ostra2\tvillage\t10.2\t20.4\tXV\tNaran Province\tKorda\t\t\t\n"
           "Ilmen\tv:ilmenriver\triver\t11\t21\tXV\t\t\t\t\t\n";
}

}  // namespace sitrep::tests
