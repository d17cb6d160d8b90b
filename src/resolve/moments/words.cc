#include "resolve/moments/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::resolve {
namespace {

constexpr std::array<std::pair<std::string_view, TimeKind>, 28> kinds = {
    {{"weekday", TimeKind::Weekday}, {"weekdays", TimeKind::Weekdays},
     {"month", TimeKind::Month},     {"number", TimeKind::Number},
     {"some", TimeKind::Some},       {"ordinal", TimeKind::Ordinal},
     {"unit", TimeKind::Unit},       {"units", TimeKind::Units},
     {"season", TimeKind::Season},   {"part", TimeKind::Part},
     {"day", TimeKind::Day},         {"dayparts", TimeKind::DayParts},
     {"ref", TimeKind::Ref},         {"refadj", TimeKind::RefAdjective},
     {"refnoun", TimeKind::RefNoun}, {"shift", TimeKind::Shift},
     {"early", TimeKind::Early},     {"edge", TimeKind::Edge},
     {"about", TimeKind::About},     {"set", TimeKind::Set},
     {"each", TimeKind::Each},       {"from", TimeKind::From},
     {"fiscal", TimeKind::Fiscal},   {"future", TimeKind::Future},
     {"bounds", TimeKind::Bounds},   {"aside", TimeKind::Aside},
     {"behind", TimeKind::Behind},   {"zone", TimeKind::Zone}}};

const std::string nothing;

std::string lowered(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    // A curved apostrophe is a straight one here.
    for (auto at = out.find("\xE2\x80\x99"); at != std::string::npos;
         at = out.find("\xE2\x80\x99")) {
        out.replace(at, 3, "'");
    }
    return out;
}

void add(TimeWords& to, const std::string& words, TimeKind kind, const std::string& value) {
    to.entries[words].push_back({kind, value});
    const auto count = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
    to.words_max = std::max(to.words_max, count);
}

}  // namespace

base::Result<TimeWords> time_words(const lookup::Table& words, const lookup::Table& holidays) {
    TimeWords out;
    for (const auto& row : words.rows) {
        const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                       [&](const auto& one) { return one.first == row.cells[0]; });
        if (kind == kinds.end()) {
            return base::Error("\"" + row.cells[0] + "\" is no kind; see the head of the table")
                .at(words.path + ":" + std::to_string(row.line));
        }
        add(out, row.cells[1], kind->second, row.cells[2] == "-" ? "" : row.cells[2]);
    }
    for (const auto& row : holidays.rows) add(out, row.cells[0], TimeKind::Holiday, row.cells[1]);
    return out;
}

TimeLine::TimeLine(std::string_view text, const values::MarkedSentence& sentence,
                   const TimeWords& words)
    : text_(text), sentence_(sentence), found_(sentence.words.size()) {
    low_.reserve(sentence.words.size());
    for (const auto& word : sentence.words) {
        low_.push_back(lowered(word.span.of(text)));
        std::string& low = low_.back();
        prefixes_.emplace_back();
        const auto hyphen = low.find('-');
        if (hyphen == std::string::npos || hyphen + 1 == low.size()) continue;
        const auto at = words.entries.find(low.substr(0, hyphen));
        if (at == words.entries.end() || at->second.front().kind != TimeKind::Early) continue;
        prefixes_.back() = at->second.front().value;
        low.erase(0, hyphen + 1);
    }
    std::string joined;
    for (std::size_t i = 0; i < low_.size(); ++i) {
        joined.clear();
        for (std::size_t n = 1; n <= words.words_max && i + n <= low_.size(); ++n) {
            if (n > 1) joined += ' ';
            joined += low_[i + n - 1];
            const auto at = words.entries.find(joined);
            if (at == words.entries.end()) continue;
            for (const auto& entry : at->second) found_[i].push_back({entry.kind, n, entry.value});
        }
    }
}

const std::string& TimeLine::low(std::size_t at) const { return at < size() ? low_[at] : nothing; }

std::string_view TimeLine::prefix(std::size_t at) const {
    return at < size() ? prefixes_[at] : std::string_view();
}

std::string_view TimeLine::part(std::size_t at) const {
    return at < size() ? std::string_view(sentence_.words[at].part) : std::string_view();
}

bool TimeLine::capital(std::size_t at) const {
    if (at >= size()) return false;
    const auto word = sentence_.words[at].span.of(text_);
    const char first = word[word.size() - std::min(word.size(), low_[at].size())];
    return first >= 'A' && first <= 'Z';
}

bool TimeLine::joined(std::size_t at) const {
    return at + 1 < size() &&
           sentence_.words[at].span.end() == sentence_.words[at + 1].span.begin();
}

TimeLine::Met TimeLine::met(std::size_t at, TimeKind kind) const {
    Met best;
    if (at >= size()) return best;
    for (const auto& found : found_[at]) {
        if (found.kind == kind && found.length > best.length) best = {found.length, found.value};
    }
    return best;
}

}  // namespace sitrep::resolve
