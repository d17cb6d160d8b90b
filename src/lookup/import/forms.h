// forms: one reader for each form of file; the door is lookup/imports.h.
#pragma once

#include <string_view>

#include "lookup/imports.h"

namespace sitrep::lookup::imported {

constexpr std::size_t geonames_cells = 19;
constexpr std::size_t names_cells_min = 8;  // alternateNames.txt has 8, its second version 10

void geonames(std::string_view text, const Importing& with, Drafts& drafts);
void geonames_names(std::string_view text, Drafts& drafts);
void wof_table(std::string_view text, const Importing& with, Drafts& drafts);
void wof_feature(std::string_view text, const Importing& with, Drafts& drafts);
void own_table(std::string_view text, const Importing& with, Drafts& drafts);

}  // namespace sitrep::lookup::imported
