#include "annotate/marks.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "annotate/argmax.h"
#include "annotate/events.h"
#include "annotate/lemmas.h"
#include "annotate/pieced.h"
#include "annotate/pointers.h"
#include "annotate/tags.h"
#include "annotate/trees.h"
#include "annotate/windows.h"

namespace sitrep::annotate {
namespace {

using values::MarkedSentence;
using values::Marks;
using values::Word;
using values::WordAt;
using values::WordRange;

// Vectors of so many windows are held at once: about 40 MB.
constexpr std::size_t windows_at_once = 128;

constexpr std::string_view no_features = "_";
constexpr std::string_view root_relation = "root";
constexpr std::string_view relation_of_a_stretch = "parataxis";  // to the one before it

// Reads what the encoder made of one run after the other into marks.
class Reader {
public:
    Reader(const values::Report& report, const std::vector<values::Sentence>& sentences,
           const PiecedReport& pieced, const nn::Encoder& encoder, Marks& marks)
        : text_(report.text),
          sentences_(sentences),
          stretches_(pieced.stretches),
          spec_(encoder.spec()),
          heads_(encoder.heads()),
          words_known_{encoder.lemmas(), encoder.pieces()},
          marks_(marks),
          entities_(spec_.entity_names),
          cues_(cue_labels),
          entity_types_(entity_types(spec_.entity_names)),
          root_(place_of_root(spec_.relation_names)) {
        if (encoder.events() != nullptr) events_.emplace(*encoder.events());
    }

    // encoded [words + stretches, hidden and what is tapped]: the run's words, then its roots.
    void read(Run run, nn::Matrix<const float> encoded);

private:
    struct Cue {
        std::uint32_t row = 0;
        WordRange words;
        float score = 0;
    };
    inline static const std::array<std::string, 3> cue_labels{"O", "B", "I"};

    static std::vector<std::optional<values::EntityType>> entity_types(
        const std::vector<std::string>& labels);
    static std::size_t place_of_root(const std::vector<std::string>& relations);

    void read_words(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at);
    void read_tree(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at);
    void read_entities(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at);
    void read_cues(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at);
    void read_attributions(Run run, nn::Matrix<const float> x, const nn::HeadRows& rows);
    std::string_view relation(std::span<float> scores) const;
    WordAt word_at(Run run, std::uint32_t row) const;

    std::string_view text_;
    const std::vector<values::Sentence>& sentences_;
    const std::vector<Stretch>& stretches_;
    const nn::Spec& spec_;
    const nn::Heads& heads_;
    const KnownWords words_known_;
    Marks& marks_;
    Tagger entities_;
    Tagger cues_;
    std::vector<std::optional<values::EntityType>> entity_types_;  // of each label
    std::size_t root_;                                             // among the relations
    std::optional<EventReader> events_;                            // where the model has its head
    std::vector<Cue> found_cues_;                                  // of the run at hand
};

std::vector<std::optional<values::EntityType>> Reader::entity_types(
    const std::vector<std::string>& labels) {
    std::vector<std::optional<values::EntityType>> types;
    types.reserve(labels.size());
    for (const std::string& label : labels) {
        types.push_back(label.size() > 2 ? values::entity_type(label.substr(2)) : std::nullopt);
    }
    return types;
}

std::size_t Reader::place_of_root(const std::vector<std::string>& relations) {
    return static_cast<std::size_t>(std::find(relations.begin(), relations.end(), root_relation) -
                                    relations.begin());
}

void Reader::read(Run run, nn::Matrix<const float> encoded) {
    const auto x = encoded.part(0, spec_.hidden);
    const nn::HeadRows rows = heads_.read(x);
    const auto stretches = run.last - run.first;
    CHECK(x.rows() > stretches);
    nn::SentenceRows at{0, 0, static_cast<std::uint32_t>(x.rows()) - stretches};
    found_cues_.clear();
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        const Stretch& stretch = stretches_[i];
        at.count = stretch.words;
        read_words(stretch, rows, at);
        read_tree(stretch, rows, at);
        read_entities(stretch, rows, at);
        read_cues(stretch, rows, at);
        at.first += at.count;
        ++at.root;
    }
    read_attributions(run, x, rows);
    if (events_) {
        events_->read(std::span(stretches_).subspan(run.first, stretches),
                      encoded.rows_from(0, encoded.rows() - stretches), marks_);
    }
}

void Reader::read_words(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at) {
    const auto& tokens = sentences_[stretch.sentence].tokens;
    auto& words = marks_.sentences[stretch.sentence].words;
    words.reserve(tokens.size());
    const auto upos = rows.upos();
    const auto features = rows.features();
    const auto lemmas = rows.lemma();
    for (std::uint32_t i = 0; i < stretch.words; ++i) {
        const std::size_t row = at.first + i;
        Word& word = words.emplace_back();
        word.span = tokens[stretch.offset + i];
        word.part = spec_.upos_names[argmax(upos.row(row))];
        const std::string& bundle = spec_.feature_names[argmax(features.row(row))];
        if (bundle != no_features) word.features = bundle;
        word.lemma =
            lemma(lemmas.row(row), spec_.lemma_names, word.span.of(text_), word.part, words_known_);
    }
}

void Reader::read_tree(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at) {
    const nn::OwnedMatrix arcs = heads_.arc_scores(rows, at);
    const auto heads = tree(arcs.view());
    std::vector<std::uint32_t> dependent_rows(stretch.words);
    std::iota(dependent_rows.begin(), dependent_rows.end(), at.first);
    std::vector<std::uint32_t> head_rows(stretch.words);
    for (std::size_t i = 0; i < head_rows.size(); ++i) {
        head_rows[i] = heads[i] < 0 ? at.root : at.first + static_cast<std::uint32_t>(heads[i]);
    }
    nn::OwnedMatrix scores = heads_.relation_scores(rows, dependent_rows, head_rows);

    auto& words = marks_.sentences[stretch.sentence].words;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        Word& word = words[stretch.offset + i];
        if (heads[i] >= 0) {
            word.head = heads[i] + static_cast<std::int32_t>(stretch.offset);
            word.relation = relation(scores.row(i));
        } else if (stretch.offset == 0) {
            word.relation = root_relation;
        } else {
            const auto first_root = std::find_if(words.begin(), words.end(),
                                                 [](const Word& each) { return each.head < 0; });
            word.head = static_cast<std::int32_t>(first_root - words.begin());
            word.relation = relation_of_a_stretch;
        }
    }
}

// The best that is not "root", which is kept for the root alone.
std::string_view Reader::relation(std::span<float> scores) const {
    std::size_t best = argmax(scores);
    if (best == root_ && scores.size() > 1) {
        const auto before = scores.first(root_);
        const auto after = scores.subspan(root_ + 1);
        const std::size_t in_before = before.empty() ? 0 : argmax(before);
        const std::size_t in_after = after.empty() ? 0 : argmax(after);
        const bool later =
            before.empty() || (!after.empty() && after[in_after] > before[in_before]);
        best = later ? root_ + 1 + in_after : in_before;
    }
    return spec_.relation_names[best];
}

void Reader::read_entities(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at) {
    auto& entities = marks_.sentences[stretch.sentence].entities;
    for (const TagRun& run : entities_.runs(rows.entity().rows_from(at.first, at.count))) {
        if (const auto type = entity_types_[run.begin_label]) {
            entities.push_back(
                {*type, stretch.offset + run.first, stretch.offset + run.last, run.score});
        }
    }
}

void Reader::read_cues(const Stretch& stretch, const nn::HeadRows& rows, nn::SentenceRows at) {
    for (const TagRun& run : cues_.runs(rows.cue().rows_from(at.first, at.count))) {
        found_cues_.push_back({at.first + run.first,
                               {{stretch.sentence, stretch.offset + run.first},
                                {stretch.sentence, stretch.offset + run.last}},
                               run.score});
    }
}

void Reader::read_attributions(Run run, nn::Matrix<const float> x, const nn::HeadRows& rows) {
    if (found_cues_.empty()) return;
    std::vector<std::uint32_t> cues;
    for (const Cue& cue : found_cues_) cues.push_back(cue.row);
    std::vector<std::uint32_t> words(x.rows() - (run.last - run.first));
    std::iota(words.begin(), words.end(), 0U);
    const auto scores = heads_.pointer_scores(x, rows, cues, words);

    const auto range = [&](const Pointed& pointed) -> std::optional<WordRange> {
        if (!pointed.words) return std::nullopt;
        return WordRange{word_at(run, pointed.words->first), word_at(run, pointed.words->last)};
    };
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const nn::OwnedMatrix& ends = scores[i];
        const Pointed source = pointed(ends.row(0), ends.row(1));
        const Pointed content = pointed(ends.row(2), ends.row(3));
        marks_.attributions.push_back({found_cues_[i].words, range(source), range(content),
                                       found_cues_[i].score * source.score * content.score});
    }
}

WordAt Reader::word_at(Run run, std::uint32_t row) const {
    std::uint32_t i = run.first;
    while (row >= stretches_[i].words) row -= stretches_[i++].words;
    return {stretches_[i].sentence, stretches_[i].offset + row};
}

Marks unread(const std::vector<values::Sentence>& sentences) {
    Marks marks;
    marks.sentences.reserve(sentences.size());
    for (const auto& sentence : sentences) {
        MarkedSentence& marked = marks.sentences.emplace_back();
        marked.span = sentence.span;
        marked.kind = sentence.kind;
        marked.ends_paragraph = sentence.ends_paragraph;
    }
    return marks;
}

// Appends the rows of a run's words to those of their sentences.
void keep(const std::vector<Stretch>& stretches, Run run, nn::Matrix<const float> x,
          std::vector<nn::OwnedMatrix>& vectors) {
    std::size_t row = 0;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        auto& kept = vectors[stretches[i].sentence];
        nn::OwnedMatrix more(kept.rows() + stretches[i].words, x.columns());
        for (std::size_t r = 0; r < kept.rows(); ++r) {
            std::ranges::copy(kept.row(r), more.row(r).begin());
        }
        for (std::size_t r = kept.rows(); r < more.rows(); ++r) {
            std::ranges::copy(x.row(row++), more.row(r).begin());
        }
        kept = std::move(more);
    }
}

}  // namespace

Marks marks(const values::Report& report, const std::vector<values::Sentence>& sentences,
            const nn::Encoder& encoder, unsigned threads, std::vector<nn::OwnedMatrix>* vectors) {
    Marks marks = unread(sentences);
    if (vectors != nullptr) vectors->assign(sentences.size(), {});
    const PiecedReport read = pieced(report.text, sentences, encoder.pieces());
    const Packing packing = Packing::of(encoder.spec());
    const Specials specials{encoder.pieces().cls(), encoder.pieces().sep()};
    const auto todo = runs(read.stretches, packing);
    Reader reader(report, sentences, read, encoder, marks);
    for (std::size_t done = 0; done < todo.size();) {
        std::vector<nn::Window> windows;
        std::vector<std::size_t> counts;  // of windows, one for most runs
        for (std::size_t i = done; i < todo.size() && windows.size() < windows_at_once; ++i) {
            counts.push_back(append_windows(read, todo[i], packing, specials, windows));
        }
        const auto encoded = encoder.encode(windows, threads);
        std::size_t at = 0;
        for (const std::size_t count : counts) {
            const auto parts = std::span(encoded).subspan(at, count);
            const auto joined = count == 1 ? nn::OwnedMatrix() : joined_parts(parts);
            const auto x = count == 1 ? parts.front().view() : joined.view();
            reader.read(todo[done], x);
            if (vectors != nullptr) keep(read.stretches, todo[done], x, *vectors);
            at += count;
            ++done;
        }
    }
    return marks;
}

}  // namespace sitrep::annotate
