// Affiliations: is the country of an actor right, and its sector, in the terms of PLOVER's gold
// records.
//
// Country  right where exactly the gold code was given. Three codes of the records that ISO does
// not
//          know stand for those they mean (JAP JPN, ITL ITA, VTN VNM); the records' version knows
//          one code for all international bodies, so that our UNO and EUR count as IGO.
// Sector   scored where the gold one begins with a code of the manual's table ("CVLalb" is CVL);
//          right where the leading one is the same.
// Source   PLOVER manual 0.8, "Country Names and Sector Codes"; PLOVER_GSR_CAMEO_readme
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

std::string gold_country(const std::string& code);
// The gold sector, where it is cleanly given.
std::optional<std::string> gold_sector(std::string_view sector);

Counts country_counts(const std::vector<std::string>& ours, const std::string& gold);
Counts sector_counts(const std::vector<std::string>& ours, const std::string& gold);

}  // namespace sitrep::quality
