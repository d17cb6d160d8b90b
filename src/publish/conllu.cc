#include "publish/conllu.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sitrep::publish {
namespace {

using values::MarkedSentence;
using values::Marks;
using values::Word;
using values::WordRange;

enum class Role : std::uint8_t { Source, Cue, Content };

std::string_view name(Role role) {
    constexpr std::array<std::string_view, 3> names{"Source", "Cue", "Content"};
    return names[static_cast<std::size_t>(role)];
}

// Words [first, last] of one sentence that play a role in an attribution.
struct Part {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::size_t attribution = 0;
    Role role = Role::Source;
};

// A cell never holds a tab or line end, and never nothing.
void put_cell(std::string& out, std::string_view cell) {
    if (cell.empty()) cell = "_";
    for (const char c : cell) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

bool before_in_any_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : int{c}; };
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [&](char x, char y) { return lower(x) < lower(y); });
}

// The bundle with its features in the order that the format wants.
std::string sorted_features(std::string_view bundle) {
    std::vector<std::string_view> features;
    while (!bundle.empty()) {
        const auto feature = bundle.substr(0, bundle.find('|'));
        features.push_back(feature);
        bundle.remove_prefix(std::min(bundle.size(), feature.size() + 1));
    }
    std::sort(features.begin(), features.end(), before_in_any_case);
    std::string out;
    for (const auto feature : features) (out += out.empty() ? "" : "|") += feature;
    return out;
}

class Writer {
public:
    Writer(const values::Report& report, const Marks& marks) : report_(report), marks_(marks) {}

    std::string written();

private:
    void sort_parts();
    void add(const std::optional<WordRange>& range, std::size_t attribution, Role role);
    void write(std::size_t at);
    void write(const Word& word, std::size_t at, std::uint32_t place);
    void write_misc(const Word& word, std::size_t at, std::uint32_t place);
    bool space_after(std::size_t at, std::uint32_t place) const;

    const values::Report& report_;
    const Marks& marks_;
    std::vector<std::vector<Part>> parts_;  // of each sentence, by attribution and role
    std::string out_;
};

std::string Writer::written() {
    sort_parts();
    bool opens_paragraph = true;
    for (std::size_t at = 0; at < marks_.sentences.size(); ++at) {
        const MarkedSentence& sentence = marks_.sentences[at];
        if (!sentence.words.empty()) {
            if (out_.empty()) out_ += "# newdoc id = " + report_.id + "\n";
            if (opens_paragraph) out_ += "# newpar\n";
            opens_paragraph = false;
            write(at);
        }
        opens_paragraph = opens_paragraph || sentence.ends_paragraph;
    }
    return std::move(out_);
}

void Writer::sort_parts() {
    parts_.resize(marks_.sentences.size());
    for (std::size_t i = 0; i < marks_.attributions.size(); ++i) {
        const values::Attribution& attribution = marks_.attributions[i];
        add(attribution.source, i, Role::Source);
        add(attribution.cue, i, Role::Cue);
        add(attribution.content, i, Role::Content);
    }
}

void Writer::add(const std::optional<WordRange>& range, std::size_t attribution, Role role) {
    if (!range) return;
    for (std::uint32_t at = range->first.sentence; at <= range->last.sentence; ++at) {
        const auto& words = marks_.sentences[at].words;
        if (words.empty()) continue;
        const auto end = static_cast<std::uint32_t>(words.size()) - 1;
        parts_[at].push_back({at == range->first.sentence ? range->first.word : 0,
                              at == range->last.sentence ? range->last.word : end, attribution,
                              role});
    }
}

void Writer::write(std::size_t at) {
    const auto& words = marks_.sentences[at].words;
    out_ += "# sent_id = " + report_.id + "-" + std::to_string(at + 1) + "\n# text = ";
    for (std::uint32_t place = 0; place < words.size(); ++place) {
        put_cell(out_, words[place].span.of(report_.text));
        if (place + 1 < words.size() && space_after(at, place)) out_ += ' ';
    }
    out_ += '\n';
    for (std::uint32_t place = 0; place < words.size(); ++place) write(words[place], at, place);
    out_ += '\n';
}

void Writer::write(const Word& word, std::size_t at, std::uint32_t place) {
    out_ += std::to_string(place + 1) + '\t';
    put_cell(out_, word.span.of(report_.text));
    out_ += '\t';
    put_cell(out_, word.lemma);
    out_ += '\t';
    put_cell(out_, word.part);
    out_ += "\t_\t";
    put_cell(out_, sorted_features(word.features));
    out_ += '\t' + std::to_string(word.head + 1) + '\t';
    put_cell(out_, word.relation);
    out_ += "\t_\t";
    write_misc(word, at, place);
    out_ += '\n';
}

// By the alphabet: Attribution, Entity, SpaceAfter, Span.
void Writer::write_misc(const Word& word, std::size_t at, std::uint32_t place) {
    bool first = true;
    for (const Part& part : parts_[at]) {
        if (place < part.first || place > part.last) continue;
        out_ += first ? "Attribution=" : ",";
        out_ += std::to_string(part.attribution + 1) + ':';
        out_ += name(part.role);
        first = false;
    }
    if (!first) out_ += '|';
    for (const values::Entity& entity : marks_.sentences[at].entities) {
        if (place < entity.first || place > entity.last) continue;
        out_ += place == entity.first ? "Entity=B-" : "Entity=I-";
        out_ += values::code(entity.type);
        out_ += '|';
        break;
    }
    if (!space_after(at, place)) out_ += "SpaceAfter=No|";
    out_ += "Span=" + word.span.print();
}

// Does anything stand between this word and what follows it, in its sentence or the next one?
bool Writer::space_after(std::size_t at, std::uint32_t place) const {
    const auto& words = marks_.sentences[at].words;
    const std::uint32_t end = words[place].span.end();
    if (place + 1 < words.size()) return words[place + 1].span.begin() != end;
    return at + 1 == marks_.sentences.size() || marks_.sentences[at + 1].span.begin() != end;
}

}  // namespace

std::string conllu(const values::Report& report, const values::Marks& marks) {
    return Writer(report, marks).written();
}

}  // namespace sitrep::publish
