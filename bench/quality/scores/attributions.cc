#include "quality/scores/attributions.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "quality/scores/characters.h"

namespace sitrep::quality {
namespace {

PartScore& operator+=(PartScore& score, const PartScore& more) {
    score.exact += more.exact;
    score.overlap += more.overlap;
    return score;
}

std::vector<Extent> spans(const std::vector<Triple>& triples, std::optional<Extent> Triple::*part) {
    std::vector<Extent> found;
    for (const Triple& triple : triples) {
        if (triple.*part) found.push_back(*(triple.*part));
    }
    return found;
}

PartScore score(const std::vector<Extent>& predicted, const std::vector<Extent>& expected) {
    return {exact(predicted, expected), overlap(predicted, expected)};
}

std::vector<Triple> distinct_triples(std::vector<Triple> triples) {
    std::sort(triples.begin(), triples.end());
    triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
    return triples;
}

bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// General punctuation (U+2010 to U+205E: dashes, curly quotes, the ellipsis) is three bytes long.
bool wide_mark(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    return at + 2 < text.size() && byte(at) == 0xE2U &&
           (byte(at + 1) == 0x80U || byte(at + 1) == 0x81U);
}

bool in_word(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (ascii_letter(c) || (c >= '0' && c <= '9')) return true;
    return static_cast<unsigned char>(c) >= 0x80U && !wide_mark(text, at) &&
           blank_bytes(text, at) == 0;
}

// Past "U.S." where it begins at `at`, else `at`.
std::size_t dotted_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end + 1 < text.size() && ascii_letter(text[end]) && text[end + 1] == '.') end += 2;
    return end - at >= 4 ? end : at;
}

std::size_t token_end(std::string_view text, std::size_t at) {
    if (const std::size_t end = dotted_end(text, at); end > at) return end;
    if (wide_mark(text, at)) return at + 3;
    std::size_t end = at;
    while (end < text.size() && in_word(text, end)) ++end;
    return end > at ? end : at + 1;
}

}  // namespace

AttributionScore& AttributionScore::operator+=(const AttributionScore& more) {
    quality::operator+=(source, more.source);
    quality::operator+=(cue, more.cue);
    quality::operator+=(content, more.content);
    triples += more.triples;
    return *this;
}

AttributionScore compare(const std::vector<Triple>& predicted, const std::vector<Triple>& expected,
                         const std::vector<Extent>& more_contents) {
    AttributionScore result;
    result.source = score(spans(predicted, &Triple::source), spans(expected, &Triple::source));
    result.cue = score(spans(predicted, &Triple::cue), spans(expected, &Triple::cue));
    auto contents = spans(expected, &Triple::content);
    contents.insert(contents.end(), more_contents.begin(), more_contents.end());
    result.content = score(spans(predicted, &Triple::content), contents);

    const auto ours = distinct_triples(predicted);
    const auto gold = distinct_triples(expected);
    std::vector<Triple> both;
    std::set_intersection(ours.begin(), ours.end(), gold.begin(), gold.end(),
                          std::back_inserter(both));
    result.triples = {both.size(), ours.size(), gold.size()};
    return result;
}

std::vector<Extent> plain_tokens(std::string_view text) {
    std::vector<Extent> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t blank = blank_bytes(text, at); blank > 0) {
            at += blank;
            continue;
        }
        const std::size_t end = token_end(text, at);
        tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end;
    }
    return tokens;
}

std::optional<Extent> touched(const std::vector<Extent>& tokens, Extent bytes) {
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Extent& token) {
        return token.end <= bytes.begin;
    });
    const auto last = std::partition_point(
        first, tokens.end(), [&](const Extent& token) { return token.begin < bytes.end; });
    if (first == last) return std::nullopt;
    return Extent{static_cast<std::uint32_t>(first - tokens.begin()),
                  static_cast<std::uint32_t>(last - tokens.begin())};
}

}  // namespace sitrep::quality
