#include "quality/readers/toponyms.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

constexpr std::string_view cdata_open = "<![CDATA[";
constexpr std::string_view cdata_close = "]]>";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// What stands between <name …> and </name>; empty where there is none. from: moved past it.
std::optional<std::string_view> element(std::string_view xml, const std::string& name,
                                        std::size_t* from = nullptr) {
    std::size_t open = from != nullptr ? *from : 0;
    for (;; ++open) {
        open = xml.find("<" + name, open);
        if (open == std::string_view::npos) return std::nullopt;
        const auto after = open + 1 + name.size();
        if (after < xml.size() && (xml[after] == '>' || xml[after] == ' ')) break;
    }
    const auto begin = xml.find('>', open);
    const auto end = xml.find("</" + name + ">", open);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return std::nullopt;
    }
    if (from != nullptr) *from = end + 1;
    return xml.substr(begin + 1, end - begin - 1);
}

template <class Number>
std::optional<Number> number(const std::optional<std::string_view>& text) {
    if (!text) return std::nullopt;
    const auto digits = trimmed(*text);
    Number value{};
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::string unescaped(std::string_view text) {
    constexpr std::pair<std::string_view, char> escapes[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string out;
    while (!text.empty()) {
        bool found = false;
        for (const auto& [written, meant] : escapes) {
            if (!text.starts_with(written)) continue;
            out += meant;
            text.remove_prefix(written.size());
            found = true;
            break;
        }
        if (found) continue;
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

std::size_t byte_of(std::string_view text, std::size_t code_points) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (starts && code_points-- == 0) return at;
    }
    return text.size();
}

// Where the words stand nearest to `begin`; npos where the text has none.
std::size_t nearest(std::string_view text, std::string_view words, std::size_t begin) {
    const auto after = text.find(words, begin);
    const auto before = text.rfind(words, begin);
    if (after == std::string_view::npos) return before;
    if (before == std::string_view::npos) return after;
    return begin - before <= after - begin ? before : after;
}

bool add(std::string_view xml, ToponymArticle& article) {
    const auto start = number<std::size_t>(element(xml, "start"));
    const auto words = element(xml, "phrase");
    if (!start || !words) return false;
    const std::string phrase = unescaped(trimmed(*words));
    const auto begin = byte_of(article.text, *start);
    const auto found = phrase.empty() ? std::string::npos : nearest(article.text, phrase, begin);
    if (found == std::string::npos) return false;
    article.moved += found == begin ? 0 : 1;
    Toponym toponym{found, found + phrase.size(), std::nullopt};
    const auto latitude = number<double>(element(xml, "lat"));
    const auto longitude = number<double>(element(xml, "lon"));
    if (latitude && longitude) toponym.point = values::point(*latitude, *longitude);
    article.toponyms.push_back(toponym);
    return true;
}

}  // namespace

base::Result<std::vector<ToponymArticle>> toponym_articles_of(std::string_view xml,
                                                              const std::string& path) {
    std::vector<ToponymArticle> articles;
    std::size_t at = xml.find("<articles>");
    at = at == std::string_view::npos ? 0 : at + 1;
    while (const auto inside = element(xml, "article", &at)) {
        ToponymArticle article;
        article.id = path + " article " + std::to_string(articles.size() + 1);
        const auto opened = inside->find(cdata_open);
        const auto closed = inside->find(cdata_close, opened);
        if (opened == std::string_view::npos || closed == std::string_view::npos) {
            return base::Error("no text stands in it; mend or delete the article").at(article.id);
        }
        const auto begin = opened + cdata_open.size();
        article.text = inside->substr(begin, closed - begin);
        article.domain = trimmed(element(*inside, "domain").value_or(""));
        const auto rest = inside->substr(closed);
        std::size_t next = 0;
        while (const auto toponym = element(rest, "toponym", &next)) {
            if (!add(*toponym, article)) {
                return base::Error(
                           "a toponym without start and phrase, or not in the text; mend it")
                    .at(article.id);
            }
        }
        std::stable_sort(article.toponyms.begin(), article.toponyms.end(),
                         [](const Toponym& a, const Toponym& b) { return a.begin < b.begin; });
        articles.push_back(std::move(article));
    }
    return articles;
}

base::Result<std::vector<ToponymArticle>> toponym_articles(const std::string& path) {
    const auto xml = text_of(path);
    if (!xml) return xml.error();
    return toponym_articles_of(*xml, path);
}

}  // namespace sitrep::quality
