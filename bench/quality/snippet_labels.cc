#include "quality/snippet_labels.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using values::Event;
using values::Stage;

constexpr std::string_view anything = "-";

bool took_place(const Event& event) {
    return event.stage == Stage::Happened || event.stage == Stage::Ongoing;
}

bool did_not(const Event& event) {
    return event.stage == Stage::Denied || event.stage == Stage::Negated;
}

std::string folded(std::string_view words) {
    std::string out(words);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool begins_a_word(std::string_view text, const std::string& word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || !letter(text[at - 1])) return true;
    }
    return false;
}

bool has_word(const Event& event, std::string_view text, const std::vector<std::string>& words) {
    std::string told = folded(event.trigger.of(text));
    for (const auto& filler : event.fillers) told += "\n" + folded(filler.words.of(text));
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return begins_a_word(told, word); });
}

bool has_facet(const Event& event, const values::Facet& facet) {
    return std::any_of(event.facets.begin(), event.facets.end(), [&](const values::Facet& own) {
        return own.type == facet.type && (facet.mode.empty() || own.mode == facet.mode);
    });
}

bool has_beside(const Event& event, const values::Digest& digest,
                const std::vector<values::EventType>& types) {
    for (const auto& other : digest.events) {
        if (&other == &event) continue;
        for (const auto type : types) {
            if (has_facet(other, {type, ""})) return true;
        }
    }
    return false;
}

}  // namespace

base::Result<SnippetLabels::Row> SnippetLabels::row_of(const std::vector<std::string>& cells) {
    Row row;
    row.label = cells[0];
    const auto facet = values::Facet::parse(cells[1]);
    if (!facet) return base::Error("\"" + cells[1] + "\" is no type with its mode; mend the row");
    row.facet = *facet;
    if (cells[2] == "state") row.hand = Hand::State;
    if (cells[2] == "non-state") row.hand = Hand::NonState;
    if (!row.hand && cells[2] != anything) {
        return base::Error("the hand is \"" + cells[2] + "\"; write state, non-state or -");
    }
    if (cells[3] != anything) {
        for (const auto word : cut(cells[3], '|')) row.words.emplace_back(word);
    }
    if (cells[4] == anything) return row;
    for (const auto name : cut(cells[4], '|')) {
        const auto type = values::event_type(name);
        if (!type) return base::Error("\"" + std::string(name) + "\" is no type; mend the row");
        row.beside.push_back(*type);
    }
    return row;
}

base::Result<SnippetLabels> SnippetLabels::from(const lookup::Table& table) {
    SnippetLabels out;
    for (const auto& line : table.rows) {
        if (line.cells[1] == anything) {
            add_once(out.unmapped_, line.cells[0]);
            continue;
        }
        auto row = row_of(line.cells);
        if (!row) {
            return std::move(row).error().at(table.path + ":" + std::to_string(line.line));
        }
        add_once(out.mapped_, row->label);
        out.rows_.push_back(*std::move(row));
    }
    return out;
}

bool SnippetLabels::meets(const Row& row, const Event& event, const values::Digest& digest) {
    if (!has_facet(event, row.facet)) return false;
    if (row.hand && hand_of(digest, event, values::Role::Actor) != *row.hand) return false;
    if (!row.words.empty() && !has_word(event, digest.report.text, row.words)) return false;
    return row.beside.empty() || has_beside(event, digest, row.beside);
}

std::string SnippetLabels::label(const values::Digest& digest) const {
    for (const bool real : {true, false}) {
        for (const Row& row : rows_) {
            for (const Event& event : digest.events) {
                if (took_place(event) != real || did_not(event)) continue;
                if (meets(row, event, digest)) return row.label;
            }
        }
    }
    return {};
}

}  // namespace sitrep::quality
