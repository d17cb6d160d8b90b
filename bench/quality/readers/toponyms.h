// toponyms: news articles with their place names and GeoNames' points, as LGL and TR-News hold
// them.
//
// Form    <article docid> with <domain>, <text> in CDATA, <toponym> with <start>, <end> (code
// points
//         of the text), <phrase>, and <gaztag> with <lat>, <lon> where the place has an entry
// Units   spans in bytes of the text
// Errors  an article without text, a toponym without its parts or that no text holds: path, article
// Source  Lieberman et al. 2010 (LGL); Kamalloo and Rafiei 2018 (TR-News)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/place.h"

namespace sitrep::quality {

struct Toponym {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<values::Point> point;  // empty: the data gives no entry
};

struct ToponymArticle {
    std::string id;
    std::string domain;
    std::string text;
    std::vector<Toponym> toponyms;
    std::size_t moved = 0;  // whose offsets drifted and were set to the nearest such words
};

base::Result<std::vector<ToponymArticle>> toponym_articles(const std::string& path);
// The same from text in memory; path is only named in errors.
base::Result<std::vector<ToponymArticle>> toponym_articles_of(std::string_view xml,
                                                              const std::string& path);

}  // namespace sitrep::quality
