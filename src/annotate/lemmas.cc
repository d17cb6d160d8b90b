#include "annotate/lemmas.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <numeric>
#include <optional>

#include "annotate/argmax.h"

namespace sitrep::annotate {
namespace {

constexpr std::size_t scripts_tried = 6;

// "borrowers", "borrower"; a rare noun's plural needs no known word.
bool plain_plural(std::string_view form, std::string_view lemma) {
    return form.size() == lemma.size() + 1 && form.starts_with(lemma) && form.ends_with('s') &&
           !form.ends_with("es");
}

bool inflects(std::string_view part) {
    return part == "NOUN" || part == "VERB" || part == "ADJ" || part == "ADV" || part == "AUX";
}

// Of a stem that no word known to us ends: "mopp" is mop's, "waiv" waive's, "overstat" overstate's.
std::string regular_verb(std::string stem) {
    const auto ends = [&](std::string_view with) { return stem.ends_with(with); };
    const std::size_t size = stem.size();
    const bool doubled =
        size > 3 && stem[size - 1] == stem[size - 2] &&
        std::string_view("bdgmnprt").find(stem[size - 1]) != std::string_view::npos;
    if (doubled || ends("ick")) {
        stem.pop_back();
    } else if (ends("v") || ends("u") || ends("iz") || ends("at") || ends("c") || ends("dg")) {
        stem += 'e';
    }
    return stem;
}

// The lemma of a regular past or participle: a known word where there is one.
std::string of_inflected(const std::string& low, const KnownWords& words) {
    const std::size_t ending = low.ends_with("ing") ? 3 : low.ends_with("ed") ? 2 : 0;
    if (ending == 0 || low.size() < ending + 2) return {};
    const std::string stem = low.substr(0, low.size() - ending);
    std::string regular = regular_verb(stem);
    for (const std::string& word : {regular, stem + "e", stem}) {
        if (word.size() > 2 && words.know(word)) return word;
    }
    return regular;
}

struct Script {
    bool lowers = false;
    std::size_t cut = 0;  // code points
    std::string_view add;
};

std::optional<Script> script_of(std::string_view text) {
    if (text.size() < 4 || text[1] != ';') return std::nullopt;
    Script script;
    script.lowers = text[0] == 'l';
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + 2, end, script.cut);
    if (read.ec != std::errc{} || read.ptr == end || *read.ptr != ';') return std::nullopt;
    script.add = text.substr(static_cast<std::size_t>(read.ptr + 1 - text.data()));
    return script;
}

// Bytes that are left when so many code points fall from the end; empty where there are not so
// many.
std::optional<std::size_t> bytes_kept(std::string_view word, std::size_t cut) {
    std::size_t end = word.size();
    for (; cut > 0; --cut) {
        if (end == 0) return std::nullopt;
        do --end;
        while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U);
    }
    return end;
}

bool ascii(std::string_view word) {
    return std::none_of(word.begin(), word.end(),
                        [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace

std::string lemma(std::string_view script, std::string_view form) {
    if (script.size() > 1 && script.front() == '=') return std::string(script.substr(1));
    const auto edit = script_of(script);
    std::string word = edit && edit->lowers ? lower(form) : std::string(form);
    if (!edit) return word;
    const auto kept = bytes_kept(word, edit->cut);
    // A script that does not fit the form, or would leave nothing of it, changes nothing.
    if (!kept || (*kept == 0 && edit->add.empty())) return word;
    word.resize(*kept);
    word += edit->add;
    return word;
}

bool KnownWords::know(std::string_view lemma) const {
    return table.knows(lemma) || pieces.is_word(lemma);
}

std::string lemma(std::span<const float> scores, const std::vector<std::string>& scripts,
                  std::string_view form, std::string_view part, const KnownWords& words) {
    const std::string low = lower(form);
    // A name or adjective ("Dutch", "Global") is written large or small as the name they stand in
    // asks.
    const bool named = (part == "ADJ" || part == "PROPN") && low != form;
    const std::string_view given = named ? std::string_view() : words.table.find(low, part);
    if (!given.empty()) return std::string(given);
    std::string best = lemma(scripts[argmax(scores)], form);
    // A name keeps its letters.
    if ((part == "PROPN" || part == "X") && best == low) return std::string(form);
    const bool cuts = best.size() < form.size() && !plain_plural(low, best);
    const bool known = words.know(best) && (part != "VERB" || best.size() > 2);
    if (!inflects(part) || !cuts || known) return best;
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t tried = std::min(scripts_tried, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(tried),
                      order.end(),
                      [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    for (std::size_t i = 1; i < tried; ++i) {
        const std::string& script = scripts[order[i]];
        if (script.front() == '=') continue;
        std::string next = lemma(script, form);
        if (next.size() > 2 && words.know(next)) return next;
    }
    if (part == "VERB") {
        if (std::string word = of_inflected(low, words); !word.empty()) return word;
    }
    return low.ends_with("ies") ? low.substr(0, low.size() - 3) + "y" : best;
}

std::string lower(std::string_view form) {
    std::string out;
    if (ascii(form)) {
        out = form;
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return out;
    }
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(form.data(), static_cast<std::int32_t>(form.size()));
    icu::CaseMap::utf8ToLower("", 0, piece, sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(form);
}

}  // namespace sitrep::annotate
