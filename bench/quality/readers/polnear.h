// polnear: PolNeAR's articles, each with the files that annotate it; some were read by two people.
//
// Form    text/NAME.txt beside attributions/NAME.ann, or NAME_ID.ann where several annotate it
// Errors  a folder that cannot be listed, an annotation without text: path and next step
// Source  Newell and others, LREC 2018
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

// Path of the text: paths of its annotations, in order.
using PolnearArticles = std::map<std::string, std::vector<std::string>>;

base::Result<PolnearArticles> polnear_articles(const std::string& folder);

}  // namespace sitrep::quality
