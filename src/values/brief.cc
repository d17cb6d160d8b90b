#include "values/brief.h"

namespace sitrep::values {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

void append_words(std::string& out, std::string_view bytes) {
    bool blank = false;
    for (const char c : bytes) {
        if (is_blank(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += c;
    }
}

}  // namespace

Quoted quoted(std::string_view text, std::vector<Span> spans) {
    Quoted quoted;
    for (const Span span : spans) {
        if (!quoted.words.empty()) quoted.words += " … ";
        std::string piece;
        append_words(piece, span.of(text));
        quoted.words += piece;
    }
    quoted.spans = std::move(spans);
    return quoted;
}

}  // namespace sitrep::values
