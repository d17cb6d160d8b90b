#include "resolve/chains/quotations.h"

#include <algorithm>

namespace sitrep::resolve::chains {
namespace {

using values::WordAt;

constexpr std::int32_t none = -1;

enum class Mark { None, Opens, Closes, Either };

Mark mark_of(std::string_view form) {
    if (form == "\"") return Mark::Either;
    if (form == "“" || form == "«" || form == "``" || form == "„") return Mark::Opens;
    if (form == "”" || form == "»" || form == "''") return Mark::Closes;
    return Mark::None;
}

// Finds what stands between marks; a quotation ends with its paragraph at the latest.
class Finder {
public:
    Finder(std::string_view text, const values::Marks& marks) : text_(text), marks_(marks) {}

    Quotations find() {
        for (std::uint32_t s = 0; s < marks_.sentences.size(); ++s) {
            const auto& sentence = marks_.sentences[s];
            found_.of.emplace_back(sentence.words.size(), none);
            for (std::uint32_t w = 0; w < sentence.words.size(); ++w) read({s, w});
            if (sentence.ends_paragraph) {
                close();
                ++paragraph_;
            }
        }
        close();
        return std::move(found_);
    }

private:
    void read(WordAt where) {
        const Mark mark = mark_of(marks_.at(where).span.of(text_));
        if (mark == Mark::Opens || (mark == Mark::Either && !open_)) {
            close();
            open_ = true;
        } else if (mark != Mark::None) {
            if (inside_) found_.all.back().closed = true;
            close();
        } else if (open_) {
            if (!inside_) {
                found_.all.push_back({where, where, none, none, paragraph_, false, {}, {}});
            }
            inside_ = true;
            found_.all.back().last = where;
            found_.of[where.sentence][where.word] =
                static_cast<std::int32_t>(found_.all.size()) - 1;
        }
    }
    void close() { open_ = inside_ = false; }

    std::string_view text_;
    const values::Marks& marks_;
    Quotations found_;
    std::uint32_t paragraph_ = 0;
    bool open_ = false;
    bool inside_ = false;
};

// Looks for speakers, the surest sign first.
class Asker {
public:
    Asker(const values::Marks& marks, const Phrases& phrases, const BeingsKnown& known,
          const Quotations& quotations)
        : marks_(marks), phrases_(phrases), known_(known), quotations_(quotations) {}

    void ask(std::vector<Quotation>& all) const {
        for (Quotation& one : all) {
            by_attribution(one);
            if (one.speaker == none) by_clause(one);
            if (one.speaker == none) by_sentence_before(one);
        }
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (all[i].speaker == none) by_neighbour(all[i - 1], all[i - 1], all[i], all[i]);
        }
        for (std::size_t i = all.size(); i-- > 1;) {
            if (all[i - 1].speaker == none) by_neighbour(all[i], all[i - 1], all[i], all[i - 1]);
        }
        for (Quotation& one : all) by_address(one);
    }

private:
    // The phrase whose head the range holds and whose head hangs outside of it.
    std::int32_t headed_in(const values::WordRange& range) const {
        for (std::uint32_t s = range.first.sentence; s <= range.last.sentence; ++s) {
            const auto& words = marks_.sentences[s].words;
            for (std::uint32_t w = 0; w < words.size(); ++w) {
                const auto inside = [&](std::int32_t word) {
                    const WordAt at{s, static_cast<std::uint32_t>(std::max(word, 0))};
                    return word >= 0 && range.first <= at && at <= range.last;
                };
                if (!inside(static_cast<std::int32_t>(w)) || inside(words[w].head)) continue;
                if (const std::int32_t phrase = phrases_.headed_by({s, w}); phrase != none) {
                    return phrase;
                }
            }
        }
        return none;
    }

    void told_by(std::uint32_t sentence, std::uint32_t verb, std::int32_t speaker,
                 const std::string& rule, Quotation& one) const {
        one.speaker = speaker;
        one.rule = rule;
        one.evidence = marks_.sentences[sentence].words[verb].span;
        const Tree& tree = phrases_.trees[sentence];
        for (const std::uint32_t child : tree.under(verb)) {
            const values::Word& word = tree.at(child);
            if (!relates(word, "obj") && !relates(word, "iobj") && !relates(word, "obl")) continue;
            const std::int32_t phrase = phrases_.headed_by({sentence, child});
            if (phrase == none || quotations_.at({sentence, child}) != none) continue;
            if (phrases_.phrases[static_cast<std::size_t>(phrase)].being == values::Being::Person) {
                one.listener = phrase;
            }
        }
    }

    bool in_one_paragraph(std::uint32_t one, std::uint32_t other) const {
        for (std::uint32_t s = std::min(one, other); s < std::max(one, other); ++s) {
            if (marks_.sentences[s].ends_paragraph) return false;
        }
        return true;
    }

    void by_attribution(Quotation& one) const {
        for (const values::Attribution& said : marks_.attributions) {
            if (!said.content || !said.source) continue;
            if (said.content->last < one.first || one.last < said.content->first) continue;
            if (!in_one_paragraph(said.cue.first.sentence, one.first.sentence)) continue;
            // What the quoted one says of others is no quotation of theirs.
            if (one.first < said.cue.first && said.cue.first < one.last) continue;
            const std::int32_t speaker = headed_in(*said.source);
            if (speaker == none || !may_speak(speaker)) continue;
            told_by(said.cue.first.sentence, said.cue.first.word, speaker, "speaker", one);
            return;
        }
    }

    // Of a verb, or of the verb that it hangs on: "smiled, saying".
    std::int32_t subject(std::uint32_t sentence, std::uint32_t verb) const {
        const Tree& tree = phrases_.trees[sentence];
        for (std::size_t step = 0; step < 3; ++step) {
            for (const std::uint32_t child : tree.under(verb)) {
                if (!relates(tree.at(child), "nsubj")) continue;
                if (quotations_.at({sentence, child}) != none) continue;
                const std::int32_t found = phrases_.headed_by({sentence, child});
                return found != none && may_speak(found) ? found : none;
            }
            const values::Word& word = tree.at(verb);
            const bool shared =
                relates(word, "advcl") || relates(word, "conj") || relates(word, "xcomp");
            if (!shared || word.head < 0) return none;
            verb = static_cast<std::uint32_t>(word.head);
        }
        return none;
    }

    bool may_speak(std::int32_t phrase) const {
        const auto being = phrases_.phrases[static_cast<std::size_t>(phrase)].being;
        return being != values::Being::Thing && being != values::Being::Place;
    }

    // "… ," she said: a verb of saying outside, with a subject, beside the quotation.
    void by_clause(Quotation& one) const {
        for (const std::uint32_t s : {one.last.sentence, one.first.sentence}) {
            const auto& words = marks_.sentences[s].words;
            for (std::uint32_t w = 0; w < words.size(); ++w) {
                if (quotations_.at({s, w}) != none) continue;
                if (!known_.find(WordKind::Speaks, words[w].lemma)) continue;
                const std::int32_t speaker = subject(s, w);
                if (speaker == none) continue;
                told_by(s, w, speaker, "speaker-of-clause", one);
                return;
            }
        }
    }

    // She wrote: "…"
    void by_sentence_before(Quotation& one) const {
        if (one.first.sentence == 0) return;
        const std::uint32_t s = one.first.sentence - 1;
        const auto& words = marks_.sentences[s].words;
        if (words.empty() || words.back().part != "PUNCT" || words.back().lemma != ":") return;
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            if (words[w].head >= 0) continue;
            const std::int32_t speaker = subject(s, w);
            if (speaker != none) told_by(s, w, speaker, "speaker-before-colon", one);
        }
    }

    // A quotation goes on within its paragraph, and into the next one where no mark closed it.
    static void by_neighbour(const Quotation& from, const Quotation& early, const Quotation& late,
                             Quotation& to) {
        if (from.speaker == none || late.first.sentence > early.last.sentence + 2) return;
        const bool goes_on = late.paragraph == early.paragraph ||
                             (late.paragraph == early.paragraph + 1 && !early.closed);
        if (!goes_on) return;
        to.speaker = from.speaker;
        to.listener = from.listener;
        to.rule = "speaker-goes-on";
        to.evidence = from.evidence;
    }

    // "Ana, you must go": whom a quotation calls hears it.
    void by_address(Quotation& one) const {
        for (std::uint32_t s = one.first.sentence; s <= one.last.sentence; ++s) {
            const auto& words = marks_.sentences[s].words;
            for (std::uint32_t w = 0; w < words.size(); ++w) {
                if (words[w].relation != "vocative" || quotations_.at({s, w}) == none) continue;
                const WordAt at{s, w};
                if (at < one.first || one.last < at) continue;
                if (const std::int32_t called = phrases_.headed_by(at); called != none) {
                    one.listener = called;
                    return;
                }
            }
        }
    }

    const values::Marks& marks_;
    const Phrases& phrases_;
    const BeingsKnown& known_;
    const Quotations& quotations_;
};

}  // namespace

Quotations quotations(std::string_view text, const values::Marks& marks, const Phrases& phrases,
                      const BeingsKnown& known) {
    Quotations found = Finder(text, marks).find();
    std::vector<Quotation> all = found.all;
    Asker(marks, phrases, known, found).ask(all);
    found.all = std::move(all);
    return found;
}

}  // namespace sitrep::resolve::chains
