// imports: places from files that others made: GeoNames, Who's On First, a table of one's own.
//
// Form    geonames     a country dump (AF.txt): 19 cells parted by tabs, no head
//         names        alternateNamesV2.txt: names for places of the dumps read before it
//         wof-table    a head with wof_id and placetype (one row a place)
//         wof-feature  one .geojson of whosonfirst-data
//         table        a head with name; id kind latitude longitude country province district
//                      population aliases (parted by |) may stand beside it
// Errors  no such form, UTF-16: no rows at all. A row that is broken, is a Fault with its line; the
//         rest is read
// Source  download.geonames.org/export/dump/readme.txt; whosonfirst.org/docs
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lookup/features.h"
#include "lookup/layer.h"

namespace sitrep::lookup {

constexpr std::size_t import_bytes_max = std::size_t{4} << 30U;
constexpr std::size_t import_line_bytes_max = std::size_t{1} << 20U;
constexpr std::size_t import_faults_kept_max = 10'000;  // further ones are only counted

enum class Form : std::uint8_t { GeoNames, Names, WofTable, WofFeature, Table };
std::string_view code(Form form);

// What the first line tells, or why the file cannot be read.
base::Result<Form> form_of(std::string_view text);

// What importers know of the world: codes, and the layers that lie below.
struct Importing {
    const Features& features;
    const Gazetteer& below;
};

// Adds what the text holds to drafts; a form Names adds to the drafts' own names.
void import(Form form, std::string_view text, const Importing& with, Drafts& drafts);

}  // namespace sitrep::lookup
