#include "values/marks.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 10> entity_codes{"PER", "ORG",  "GRP", "GPE", "LOC",
                                                        "FAC", "NORP", "WPN", "EVT", "MISC"};
constexpr std::size_t fields_before_features = 5;
constexpr std::array<LineKind, 8> line_kinds{
    LineKind::Prose,  LineKind::Heading, LineKind::Bullet,   LineKind::Caption,
    LineKind::Byline, LineKind::Credit,  LineKind::Footnote, LineKind::Boilerplate};

bool blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

std::string without_blanks(std::string_view form) {
    std::string out(form);
    for (char& byte : out) {
        if (blank(byte) || byte == '|') byte = '_';
    }
    return out;
}

std::string position(WordAt where, std::size_t seen_from) {
    std::string out = std::to_string(where.word + 1);
    const auto away =
        static_cast<std::int64_t>(where.sentence) - static_cast<std::int64_t>(seen_from);
    if (away != 0) out += (away > 0 ? "@+" : "@") + std::to_string(away);
    return out;
}

std::string range(WordRange words, std::size_t seen_from) {
    const std::string first = position(words.first, seen_from);
    return words.first == words.last ? first : first + "-" + position(words.last, seen_from);
}

std::string print_attribution(const Attribution& attribution, std::size_t sentence) {
    std::string out = "{";
    if (attribution.source) out += "source " + range(*attribution.source, sentence) + " ";
    out += "cue " + range(attribution.cue, sentence);
    if (attribution.content) out += " content " + range(*attribution.content, sentence);
    return out + "}";
}

// --- reading back ---

// The next piece of text up to a blank, and the text behind it.
std::string_view take_piece(std::string_view& text) {
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    std::size_t size = 0;
    while (size < text.size() && !blank(text[size])) ++size;
    const auto piece = text.substr(0, size);
    text.remove_prefix(size);
    return piece;
}

template <class Number>
bool take_number(std::string_view& text, Number& into) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), into);
    if (result.ec != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return true;
}

std::optional<WordAt> take_position(std::string_view& text, std::size_t sentence) {
    std::uint32_t word = 0;
    if (!take_number(text, word) || word == 0) return std::nullopt;
    std::int32_t away = 0;
    if (text.starts_with('@')) {
        text.remove_prefix(1);
        if (text.starts_with('+')) text.remove_prefix(1);
        if (!take_number(text, away)) return std::nullopt;
    }
    const std::int64_t at = static_cast<std::int64_t>(sentence) + away;
    if (at < 0) return std::nullopt;
    return WordAt{static_cast<std::uint32_t>(at), word - 1};
}

std::optional<WordRange> range_from(std::string_view text, std::size_t sentence) {
    const auto first = take_position(text, sentence);
    if (!first) return std::nullopt;
    if (text.empty()) return WordRange{*first, *first};
    if (!text.starts_with('-')) return std::nullopt;
    text.remove_prefix(1);
    const auto last = take_position(text, sentence);
    if (!last || !text.empty()) return std::nullopt;
    return WordRange{*first, *last};
}

bool starts_code_point(std::string_view form) {
    return !form.empty() && (static_cast<unsigned char>(form.front()) & 0xC0U) != 0x80U;
}

// form|lemma|PART|head|relation|features; the form goes to the text.
bool read_word(std::string_view piece, NotedMarks& noted, MarkedSentence& sentence) {
    std::array<std::string_view, fields_before_features> fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto bar = piece.find('|');
        if (bar == std::string_view::npos && i + 1 < fields.size()) return false;
        fields[i] = piece.substr(0, bar);
        piece = bar == std::string_view::npos ? std::string_view{} : piece.substr(bar + 1);
    }
    Word word;
    auto head = fields[3];
    if (!starts_code_point(fields[0]) || !take_number(head, word.head) || !head.empty())
        return false;
    --word.head;
    if (!sentence.words.empty()) noted.text += ' ';
    const std::size_t begin = noted.text.size();
    noted.text += fields[0];
    word.span = Span::in(noted.text, begin, noted.text.size());
    word.lemma = fields[1];
    word.part = fields[2];
    word.relation = fields[4];
    word.features = piece;
    sentence.words.push_back(std::move(word));
    return true;
}

// "PER 1-2"
bool read_entity(std::string_view group, std::size_t at, MarkedSentence& sentence) {
    const auto type = entity_type(take_piece(group));
    const auto words = range_from(take_piece(group), at);
    if (!type || !words || !take_piece(group).empty()) return false;
    if (words->first.sentence != at || words->last.sentence != at) return false;
    sentence.entities.push_back({*type, words->first.word, words->last.word, 0});
    return true;
}

// "source 1-2 cue 3 content 5-9"; the cue must be there.
bool read_attribution(std::string_view group, std::size_t at, Marks& marks) {
    Attribution attribution;
    bool cue = false;
    for (auto role = take_piece(group); !role.empty(); role = take_piece(group)) {
        const auto words = range_from(take_piece(group), at);
        if (!words) return false;
        if (role == "source" && !attribution.source) {
            attribution.source = words;
        } else if (role == "content" && !attribution.content) {
            attribution.content = words;
        } else if (role == "cue" && !cue) {
            attribution.cue = *words;
            cue = true;
        } else {
            return false;
        }
    }
    marks.attributions.push_back(attribution);
    return cue;
}

// "heading", "end", "heading end"
bool read_line_kind(std::string_view group, MarkedSentence& sentence) {
    for (auto piece = take_piece(group); !piece.empty(); piece = take_piece(group)) {
        const auto* const kind =
            std::find_if(line_kinds.begin(), line_kinds.end(),
                         [&](LineKind candidate) { return name(candidate) == piece; });
        if (piece == "end") {
            sentence.ends_paragraph = true;
        } else if (kind != line_kinds.end()) {
            sentence.kind = *kind;
        } else {
            return false;
        }
    }
    return true;
}

bool read_group(std::string_view& line, std::size_t at, Marks& marks, MarkedSentence& sentence) {
    constexpr std::string_view opening = "[{<";
    constexpr std::string_view closing = "]}>";
    const auto which = opening.find(line.front());
    if (which == std::string_view::npos) return false;
    const auto close = line.find(closing[which]);
    if (close == std::string_view::npos) return false;
    const auto group = line.substr(1, close - 1);
    line.remove_prefix(close + 1);
    if (which == 0) return read_entity(group, at, sentence);
    if (which == 1) return read_attribution(group, at, marks);
    return read_line_kind(group, sentence);
}

bool one_tree(const std::vector<Word>& words) {
    std::size_t roots = 0;
    for (const Word& word : words) {
        if (word.head < -1 || word.head >= static_cast<std::int32_t>(words.size())) return false;
        roots += word.head == -1 ? 1 : 0;
    }
    if (!words.empty() && roots != 1) return false;
    for (const Word& word : words) {
        std::size_t steps = 0;
        for (auto up = word.head; up != -1; up = words[static_cast<std::size_t>(up)].head) {
            if (++steps > words.size()) return false;
        }
    }
    return true;
}

bool read_line(std::string_view line, NotedMarks& noted) {
    if (!noted.marks.sentences.empty()) noted.text += '\n';
    const std::size_t at = noted.marks.sentences.size();
    const std::size_t begin = noted.text.size();
    MarkedSentence sentence;
    while (true) {
        std::string_view rest = line;
        const auto piece = take_piece(rest);
        if (piece.find('|') == std::string_view::npos) break;
        if (!read_word(piece, noted, sentence)) return false;
        line = rest;
    }
    while (true) {
        while (!line.empty() && blank(line.front())) line.remove_prefix(1);
        if (line.empty()) break;
        if (!read_group(line, at, noted.marks, sentence)) return false;
    }
    sentence.span = Span::in(noted.text, begin, noted.text.size());
    const auto inside = [&](const Entity& entity) {
        return entity.first <= entity.last && entity.last < sentence.words.size();
    };
    if (!one_tree(sentence.words)) return false;
    if (!std::all_of(sentence.entities.begin(), sentence.entities.end(), inside)) return false;
    noted.marks.sentences.push_back(std::move(sentence));
    return true;
}

bool inside(const Marks& marks, const WordRange& words) {
    const auto stands = [&](WordAt at) {
        return at.sentence < marks.sentences.size() &&
               at.word < marks.sentences[at.sentence].words.size();
    };
    return words.first <= words.last && stands(words.first) && stands(words.last);
}

}  // namespace

std::string_view code(EntityType type) { return entity_codes[static_cast<std::size_t>(type)]; }

std::optional<EntityType> entity_type(std::string_view code) {
    const auto* const found = std::find(entity_codes.begin(), entity_codes.end(), code);
    if (found == entity_codes.end()) return std::nullopt;
    return static_cast<EntityType>(found - entity_codes.begin());
}

std::string print(std::string_view text, const Marks& marks, std::size_t sentence) {
    const MarkedSentence& printed = marks.sentences[sentence];
    std::string out;
    const auto separate = [&out](std::string_view by) {
        if (!out.empty()) out += by;
    };
    for (const Word& word : printed.words) {
        separate(" ");
        out += without_blanks(word.span.of(text)) + "|" + without_blanks(word.lemma) + "|";
        out += word.part + "|" + std::to_string(word.head + 1) + "|" + word.relation;
        if (!word.features.empty()) out += "|" + word.features;
    }
    for (const Entity& entity : printed.entities) {
        separate("  ");
        const auto at = static_cast<std::uint32_t>(sentence);
        out += "[" + std::string(code(entity.type)) + " " +
               range({{at, entity.first}, {at, entity.last}}, sentence) + "]";
    }
    for (const Attribution& attribution : marks.attributions) {
        if (attribution.cue.first.sentence != sentence) continue;
        separate("  ");
        out += print_attribution(attribution, sentence);
    }
    if (printed.kind != LineKind::Prose || printed.ends_paragraph || printed.words.empty()) {
        separate("  ");
        const bool named = printed.kind != LineKind::Prose || !printed.ends_paragraph;
        out += "<" + std::string(named ? name(printed.kind) : "");
        out += std::string(named && printed.ends_paragraph ? " " : "");
        out += std::string(printed.ends_paragraph ? "end" : "") + ">";
    }
    return out;
}

std::optional<NotedMarks> marks_from(std::string_view notation) {
    NotedMarks noted;
    while (!notation.empty()) {
        const auto line = notation.substr(0, notation.find('\n'));
        notation.remove_prefix(std::min(notation.size(), line.size() + 1));
        if (std::all_of(line.begin(), line.end(), blank)) continue;
        if (!read_line(line, noted)) return std::nullopt;
    }
    Marks& marks = noted.marks;
    for (const Attribution& attribution : marks.attributions) {
        if (!inside(marks, attribution.cue)) return std::nullopt;
        if (attribution.source && !inside(marks, *attribution.source)) return std::nullopt;
        if (attribution.content && !inside(marks, *attribution.content)) return std::nullopt;
    }
    std::stable_sort(
        marks.attributions.begin(), marks.attributions.end(),
        [](const Attribution& a, const Attribution& b) { return a.cue.first < b.cue.first; });
    return noted;
}

}  // namespace sitrep::values
