// Sentence: a sentence or line of a report with its tokens, and what kind of line it is.
//
// Tokens follow Universal Dependencies for English: clitics apart (do n't, Kabul 's), punctuation
// apart, hyphens apart (US - led). Each token is a span of the original text; nothing is rewritten.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "values/span.h"

namespace sitrep::values {

enum class LineKind : std::uint8_t {
    Prose,
    Heading,      // a title or sub-heading standing alone
    Bullet,       // a list item
    Caption,      // of a picture
    Byline,       // "By Jane Doe", "Monitoring Desk"
    Credit,       // "This news originally appeared in Sputnik."
    Footnote,     // "*Taliban, a terrorist group banned in Russia"
    Boilerplate,  // "Connect with us on our socials:"
};

std::string_view name(LineKind kind);  // "prose"

// Read as news: prose, headings, bullets and captions; the rest is kept but not read.
bool is_news(LineKind kind);

struct Sentence {
    Span span;
    LineKind kind = LineKind::Prose;
    bool ends_paragraph = false;
    bool starts_in_quote = false;  // a quotation opened in an earlier sentence is still open
    std::vector<Span> tokens;      // in order, not overlapping, all inside span

    friend bool operator==(const Sentence&, const Sentence&) = default;
};

}  // namespace sitrep::values
