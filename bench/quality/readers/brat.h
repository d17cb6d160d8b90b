// brat: stand-off attributions of one article, as PolNeAR writes them.
//
// "T" rows give spans in code points of the text, several pieces parted by ";": a span here is its
// outer ends, in bytes. "E" rows tie a source, a cue and a content (at times a second) together;
// spans that no "E" row names, and all other kinds, are left out.
// Errors  path and line: a span that is none, or past the end of the text
// Source  brat.nlplab.org/standoff.html
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quality/scores/extents.h"

namespace sitrep::quality {

// In bytes of the article's text.
struct BratAttribution {
    std::optional<Extent> source;
    std::optional<Extent> cue;
    std::optional<Extent> content;
    std::optional<Extent> second_content;

    friend bool operator==(const BratAttribution&, const BratAttribution&) = default;
};

base::Result<std::vector<BratAttribution>> brat(std::string_view annotations, std::string_view text,
                                                const std::string& path);

}  // namespace sitrep::quality
