#include "publish/highlights.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace sitrep::publish {
namespace {

using values::ActLine;
using values::Quoted;
using values::ReportPart;

constexpr std::size_t long_clause_bytes = 220;  // a longer clause tells more than one thing
constexpr std::size_t telling_word_bytes = 4;   // shorter words are in every clause
constexpr double same_words = 0.6;              // share of words that makes two lines one
constexpr int strength_min = 4;                 // weaker acts are no highlights

const Quoted* field(const ActLine& line, std::string_view name) {
    for (const auto& field : line.fields) {
        if (field.name == name) return &field.quoted;
    }
    return nullptr;
}

// Is one of the places what was acted upon ("seized the Naro bridge")?
bool takes_place(const ActLine& line) {
    const auto* object = field(line, "object");
    if (object == nullptr) return false;
    return std::any_of(line.fields.begin(), line.fields.end(), [&](const auto& field) {
        return field.name == "place" && object->spans.front().overlaps(field.quoted.spans.front());
    });
}

int strength_of_type(const ActLine& line) {
    const bool counted = field(line, "figure") != nullptr;
    if (line.type == "CONTROL") {
        return takes_place(line) || counted ? 6 : field(line, "actor") != nullptr ? 3 : 1;
    }
    if (line.type == "COERCE") return takes_place(line) ? 6 : counted ? 3 : 1;
    if (line.type == "ASSAULT" || line.type == "HARM") return counted ? 5 : 2;
    if (line.type == "MOVE" || line.type == "RETREAT") return counted ? 4 : 2;
    if (line.type == "HAZARD") return counted ? 4 : 3;
    return counted ? 1 : 0;
}

int strength(const ActLine& line) {
    const bool done = line.polarity == values::Polarity::Affirmed &&
                      (line.hedge == values::Hedge::None || line.hedge == values::Hedge::Reported);
    if (!done) return 0;
    int out = strength_of_type(line);
    if (out == 0) return 0;
    for (const auto* name : {"place", "when"}) out += field(line, name) != nullptr ? 1 : 0;
    const bool whose = field(line, "actor") != nullptr && field(line, "object") != nullptr;
    out += whose ? 1 : 0;
    if (line.clause.words.size() > long_clause_bytes) out -= 1;
    if (line.clause.spans.size() > 1) out -= 1;
    return out;
}

// The longer words of a clause, lower-cased, without their endings.
std::set<std::string> telling_words(std::string_view words) {
    std::set<std::string> out;
    std::string word;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        const char c = i < words.size() ? words[i] : ' ';
        const bool upper = c >= 'A' && c <= 'Z';
        const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0;
        if (letter) {
            word += upper ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        const bool number = !word.empty() && word[0] >= '0' && word[0] <= '9';
        if (word.size() >= telling_word_bytes || number) {
            out.insert(word.substr(0, telling_word_bytes));
        }
        word.clear();
    }
    return out;
}

bool says_the_same(const ActLine& a, const ActLine& b) {
    if (a.clause == b.clause) return true;
    const auto left = telling_words(a.clause.words);
    const auto right = telling_words(b.clause.words);
    const auto shared = std::count_if(left.begin(), left.end(),
                                      [&](const auto& word) { return right.contains(word); });
    const auto smaller = std::min(left.size(), right.size());
    return smaller > 0 && static_cast<double>(shared) >= same_words * static_cast<double>(smaller);
}

struct Candidate {
    const ReportPart* part = nullptr;
    const ActLine* line = nullptr;
    int strength = 0;
};

}  // namespace

bool in_title(const ReportPart& part, const Quoted& line) {
    const auto& title = part.report.title;
    if (title.value.empty() || line.spans.empty()) return false;
    const auto outer = line.spans.front().joined(line.spans.back());
    if (title.known == values::Known::Inferred) return title.evidence.contains(outer);
    const auto at = part.report.text.find(title.value);  // given, and printed above the text too
    return at != std::string::npos && outer.begin() >= at && outer.end() <= at + title.value.size();
}

std::vector<values::Highlight> highlights(const std::vector<ReportPart>& reports) {
    std::vector<Candidate> all;
    for (const auto& part : reports) {
        for (const auto& line : part.acts) {
            const int here = strength(line);
            if (here >= strength_min && !in_title(part, line.clause)) {
                all.push_back({&part, &line, here});
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.strength > b.strength; });
    std::vector<Candidate> chosen;
    for (const auto& candidate : all) {
        if (chosen.size() == highlights_max) break;
        const bool told = std::any_of(chosen.begin(), chosen.end(), [&](const Candidate& other) {
            const bool sentence =
                candidate.part == other.part && candidate.line->sentence == other.line->sentence;
            return sentence || says_the_same(*candidate.line, *other.line);
        });
        if (!told) chosen.push_back(candidate);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) {
        if (a.part->number != b.part->number) return a.part->number < b.part->number;
        return a.line->clause.spans.front() < b.line->clause.spans.front();
    });
    std::vector<values::Highlight> out;
    out.reserve(chosen.size());
    for (const auto& one : chosen) out.push_back({one.part->number, one.line->id});
    return out;
}

}  // namespace sitrep::publish
