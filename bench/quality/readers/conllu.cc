#include "quality/readers/conllu.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "quality/readers/files.h"
#include "quality/scores/characters.h"

namespace sitrep::quality {
namespace {

constexpr std::size_t columns = 10;

// A word as its row gives it, before it has a place in a text.
struct Row {
    std::string form;
    TreeWord tree;
    std::string features;
    std::string misc;
    bool space_after = true;
};

// One sentence of the file, line by line.
struct Block {
    std::string id;
    std::string text;
    std::optional<std::string> opens_document;
    bool opens_paragraph = false;
    std::vector<Row> rows;
    std::size_t joined_until = 0;  // words up to this one belong to a multi-word token
    bool joined_space_after = true;
};

std::optional<std::size_t> number(std::string_view digits) {
    std::size_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

// The value after "# key = ", where the line is that comment.
std::optional<std::string_view> comment(std::string_view line, std::string_view key) {
    if (!line.starts_with("# ") || !line.substr(2).starts_with(key)) return std::nullopt;
    line.remove_prefix(2 + key.size());
    if (line.empty()) return line;
    return line.starts_with(" = ") ? std::optional(line.substr(3)) : std::nullopt;
}

void read_comment(std::string_view line, Block& block) {
    if (const auto id = comment(line, "sent_id")) block.id = *id;
    if (const auto text = comment(line, "text")) block.text = *text;
    if (const auto id = comment(line, "newdoc id")) block.opens_document = *id;
    if (comment(line, "newdoc")) block.opens_document = "";
    if (comment(line, "newpar") || comment(line, "newpar id")) block.opens_paragraph = true;
}

bool space_after(std::string_view misc) {
    for (const std::string_view part : cut(misc, '|')) {
        if (part == "SpaceAfter=No") return false;
    }
    return true;
}

base::Result<base::Done> read_row(std::string_view line, Block& block) {
    const auto cells = cut(line, '\t');
    if (cells.size() != columns) return base::Error("not ten columns; is it CoNLL-U?");
    if (cells[0].find('.') != std::string_view::npos) return base::Done{};  // an empty node
    if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
        const auto last = number(cells[0].substr(dash + 1));
        if (!last) return base::Error("the range of a multi-word token is no range");
        block.joined_until = *last;
        block.joined_space_after = space_after(cells[9]);
        return base::Done{};
    }
    const auto head = number(cells[6]);
    if (!head) return base::Error("the head is no number");
    const std::size_t place = block.rows.size() + 1;
    if (number(cells[0]) != place) return base::Error("the words are not counted from 1");
    const bool spaced = place < block.joined_until    ? false
                        : place == block.joined_until ? block.joined_space_after
                                                      : space_after(cells[9]);
    block.rows.push_back({std::string(cells[1]),
                          {std::string(cells[2]), std::string(cells[3]),
                           static_cast<std::int32_t>(*head) - 1, std::string(cells[7])},
                          std::string(cells[5]),
                          std::string(cells[9]),
                          spaced});
    return base::Done{};
}

// A sentence's text, and where in it each word begins.
struct Laid {
    std::string text;
    std::vector<std::size_t> places;
};

// The words found in the text, nothing but white space between them; empty where they do not fit.
std::optional<Laid> found_in(const std::string& text, const std::vector<Row>& rows) {
    Laid laid{text, {}};
    std::size_t at = 0;
    for (const Row& row : rows) {
        while (at < text.size() && blank_bytes(text, at) > 0) at += blank_bytes(text, at);
        if (text.compare(at, row.form.size(), row.form) != 0) return std::nullopt;
        laid.places.push_back(at);
        at += row.form.size();
    }
    return laid;
}

Laid spelled(const std::vector<Row>& rows) {
    Laid laid;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        laid.places.push_back(laid.text.size());
        laid.text += rows[i].form;
        if (rows[i].space_after && i + 1 < rows.size()) laid.text += ' ';
    }
    return laid;
}

void lay_out(Block block, std::vector<ConlluDocument>& documents, bool& space_before) {
    if (block.opens_document || documents.empty()) {
        if (!documents.empty()) documents.back().sentences.back().ends_paragraph = true;
        documents.push_back({block.opens_document.value_or(""), {}, {}});
    } else if (block.opens_paragraph) {
        documents.back().sentences.back().ends_paragraph = true;
        documents.back().text += "\n\n";
    } else if (space_before) {
        documents.back().text += ' ';
    }
    space_before = block.rows.back().space_after;

    ConlluDocument& document = documents.back();
    const auto found = found_in(block.text, block.rows);
    const Laid laid = found ? *found : spelled(block.rows);
    const std::size_t begin = document.text.size();
    document.text += laid.text;
    ConlluSentence sentence;
    sentence.id = std::move(block.id);
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const std::size_t at = begin + laid.places[i];
        sentence.words.push_back(
            {values::Span::in(document.text, at, at + block.rows[i].form.size()),
             std::move(block.rows[i].tree), std::move(block.rows[i].features),
             std::move(block.rows[i].misc)});
    }
    document.sentences.push_back(std::move(sentence));
}

base::Result<base::Done> close(Block block, std::vector<ConlluDocument>& documents,
                               bool& space_before) {
    if (block.rows.empty()) return base::Done{};
    for (const Row& row : block.rows) {
        if (row.tree.head >= static_cast<std::int32_t>(block.rows.size())) {
            return base::Error("a head in the sentence before is out of it");
        }
        if (row.form.empty()) return base::Error("a word of the sentence before is empty");
    }
    lay_out(std::move(block), documents, space_before);
    return base::Done{};
}

}  // namespace

base::Result<std::vector<ConlluDocument>> conllu(std::string_view text, const std::string& path) {
    std::vector<ConlluDocument> documents;
    Block block;
    bool space_before = false;
    std::size_t count = 0;
    for (std::string_view line : cut(text, '\n')) {
        ++count;
        base::Result<base::Done> done = base::Done{};
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with('#')) {
            read_comment(line, block);
        } else if (line.empty()) {
            if (!block.rows.empty())
                done = close(std::exchange(block, {}), documents, space_before);
        } else {
            done = read_row(line, block);
        }
        if (!done) return std::move(done).error().at(path + ":" + std::to_string(count));
    }
    if (auto done = close(std::move(block), documents, space_before); !done) {
        return std::move(done).error().at(path);
    }
    if (!documents.empty()) documents.back().sentences.back().ends_paragraph = true;
    return documents;
}

base::Result<std::vector<ConlluDocument>> conllu_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return conllu(*text, path);
}

}  // namespace sitrep::quality
