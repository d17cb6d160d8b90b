#include "quality/scores/chains.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace sitrep::quality {
namespace {

using values::Being;
using values::Form;
using values::WordAt;

constexpr std::int32_t none = -1;

constexpr std::array<std::string_view, 17> third = {
    "he",  "him",    "his",  "himself", "she",   "her",    "hers",       "herself", "it",
    "its", "itself", "they", "them",    "their", "theirs", "themselves", "themself"};
constexpr std::array<std::string_view, 15> speaking = {
    "i",    "me",        "my",  "mine", "myself", "we",       "us",        "our",
    "ours", "ourselves", "you", "your", "yours",  "yourself", "yourselves"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view form) {
    std::string lower(form);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::find(words.begin(), words.end(), lower) != words.end();
}

// By sentence and word: between quotation marks. A quotation ends with its paragraph.
std::vector<std::vector<bool>> in_quotes(std::string_view text, const values::Marks& marks) {
    std::vector<std::vector<bool>> found;
    bool open = false;
    for (const auto& sentence : marks.sentences) {
        auto& row = found.emplace_back(sentence.words.size(), false);
        for (std::size_t w = 0; w < sentence.words.size(); ++w) {
            const std::string_view form = sentence.words[w].span.of(text);
            if (form == "\"") {
                open = !open;
            } else if (form == "“" || form == "``") {
                open = true;
            } else if (form == "”" || form == "''") {
                open = false;
            } else {
                row[w] = open;
            }
        }
        if (sentence.ends_paragraph) open = false;
    }
    return found;
}

class Judge {
public:
    Judge(std::string_view text, const values::Marks& marks, const values::Chains& ours,
          const std::vector<GoldMention>& gold, const Parts& parts)
        : text_(text),
          marks_(marks),
          ours_(ours),
          gold_(gold),
          parts_(parts),
          quoted_(in_quotes(text, marks)) {
        for (std::size_t i = 0; i < gold.size(); ++i) {
            by_head_.emplace(gold[i].head, static_cast<std::int32_t>(i));
        }
        for (std::size_t i = 0; i < ours.mentions.size(); ++i) {
            const std::int32_t match = gold_of(ours.mentions[i]);
            matches_.push_back(match);
            if (match == none) continue;
            const auto [at, fresh] = ours_of_.emplace(match, static_cast<std::int32_t>(i));
            const auto& gold_words = gold[static_cast<std::size_t>(match)].words;
            const auto& before = ours.mentions[static_cast<std::size_t>(at->second)].words;
            if (!fresh && share(gold_words, ours.mentions[i].words) > share(gold_words, before)) {
                at->second = static_cast<std::int32_t>(i);
            }
        }
    }

    JudgedChains judge() {
        for (std::size_t i = 0; i < gold_.size(); ++i) {
            const auto found = ours_of_.find(static_cast<std::int32_t>(i));
            one(static_cast<std::int32_t>(i), found == ours_of_.end() ? none : found->second);
        }
        for (std::size_t i = 0; i < ours_.mentions.size(); ++i) {
            const bool told =
                matches_[i] != none && ours_of_.at(matches_[i]) == static_cast<std::int32_t>(i);
            if (!told) one(none, static_cast<std::int32_t>(i));
        }
        return std::move(out_);
    }

private:
    static std::size_t shared(const values::WordRange& a, const values::WordRange& b) {
        if (a.first.sentence != b.first.sentence || a.last.sentence != b.last.sentence) return 0;
        const std::uint32_t begin = std::max(a.first.word, b.first.word);
        const std::uint32_t end = std::min(a.last.word, b.last.word) + 1;
        return end > begin ? end - begin : 0;
    }
    static std::size_t size(const values::WordRange& range) {
        return range.last.word + 1 - range.first.word;
    }

    static double share(const values::WordRange& a, const values::WordRange& b) {
        const std::size_t both = shared(a, b);
        return static_cast<double>(both) / static_cast<double>(size(a) + size(b) - both);
    }

    // The gold mention with this head; of several the one that shares most and has least beside.
    std::int32_t gold_of(const values::Mention& mention) const {
        std::int32_t best = none;
        double most = -1;
        const auto [begin, end] = by_head_.equal_range(mention.head);
        for (auto at = begin; at != end; ++at) {
            const auto& words = gold_[static_cast<std::size_t>(at->second)].words;
            const double here = share(words, mention.words);
            if (here > most) {
                most = here;
                best = at->second;
            }
        }
        return best == none ? crossed(mention) : best;
    }

    // Where no head is the same: the one whose head we hold and that holds ours, the shortest.
    std::int32_t crossed(const values::Mention& mention) const {
        std::int32_t best = none;
        for (auto at = by_head_.lower_bound(mention.words.first);
             at != by_head_.end() && at->first <= mention.words.last; ++at) {
            const auto& words = gold_[static_cast<std::size_t>(at->second)].words;
            if (mention.head < words.first || words.last < mention.head) continue;
            if (best == none || size(words) < size(gold_[static_cast<std::size_t>(best)].words)) {
                best = at->second;
            }
        }
        return best;
    }

    LinkKind kind(WordAt head, bool one_word) const {
        const std::string_view form = marks_.at(head).span.of(text_);
        const std::string_view part = parts_[head.sentence][head.word];
        if (one_word && part == "PRON" && is_one_of(third, form)) return LinkKind::Pronoun;
        if (one_word && part == "PRON" && is_one_of(speaking, form)) {
            return quoted_[head.sentence][head.word] ? LinkKind::Quoted : LinkKind::None;
        }
        return part == "NOUN" ? LinkKind::Noun : LinkKind::None;
    }

    std::int32_t earlier(std::int32_t gold) const {
        for (std::int32_t i = gold; i-- > 0;) {
            if (gold_[static_cast<std::size_t>(i)].chain ==
                gold_[static_cast<std::size_t>(gold)].chain) {
                return i;
            }
        }
        return none;
    }

    bool has_other_than_speaking(std::int32_t gold) const {
        const auto& chain = gold_[static_cast<std::size_t>(gold)].chain;
        return std::any_of(gold_.begin(), gold_.end(), [&](const GoldMention& one) {
            return one.chain == chain && (one.words.first != one.words.last ||
                                          !is_one_of(speaking, marks_.at(one.head).span.of(text_)));
        });
    }

    // Whether somebody of its chain is named beside the quotation.
    bool is_told(std::int32_t gold) const {
        const GoldMention& said = gold_[static_cast<std::size_t>(gold)];
        return std::any_of(gold_.begin(), gold_.end(), [&](const GoldMention& one) {
            const bool speaks = one.words.first == one.words.last &&
                                is_one_of(speaking, marks_.at(one.head).span.of(text_));
            return one.chain == said.chain && !speaks &&
                   !quoted_[one.head.sentence][one.head.word] &&
                   in_one_paragraph(one.head.sentence, said.head.sentence);
        });
    }

    bool in_one_paragraph(std::uint32_t one, std::uint32_t other) const {
        for (std::uint32_t s = std::min(one, other); s < std::max(one, other); ++s) {
            if (marks_.sentences[s].ends_paragraph) return false;
        }
        return true;
    }

    bool in_one_chain(std::int32_t gold, std::int32_t antecedent) const {
        if (gold == none || antecedent == none) return false;
        const std::int32_t other = matches_[static_cast<std::size_t>(antecedent)];
        return other != none && other != gold &&
               gold_[static_cast<std::size_t>(other)].chain ==
                   gold_[static_cast<std::size_t>(gold)].chain;
    }

    // The nearest name or noun before ours in its chain.
    std::int32_t to_name(std::int32_t ours) const {
        const auto& mention = ours_.mentions[static_cast<std::size_t>(ours)];
        std::int32_t found = none;
        for (const std::uint32_t i : ours_.chains[mention.chain].mentions) {
            const auto& other = ours_.mentions[i];
            if (other.form != Form::Pronoun && other.head < mention.head) {
                found = static_cast<std::int32_t>(i);
            }
        }
        return found;
    }

    void one(std::int32_t gold, std::int32_t ours) {
        const WordAt head = gold != none ? gold_[static_cast<std::size_t>(gold)].head
                                         : ours_.mentions[static_cast<std::size_t>(ours)].head;
        const auto& words = gold != none ? gold_[static_cast<std::size_t>(gold)].words
                                         : ours_.mentions[static_cast<std::size_t>(ours)].words;
        JudgedLink link{
            kind(head, words.first == words.last), head, false, false, false, false, false, ours,
            gold == none ? none : earlier(gold)};
        if (link.kind == LinkKind::None) return;
        const values::Mention* mention =
            ours == none ? nullptr : &ours_.mentions[static_cast<std::size_t>(ours)];
        const auto antecedent = mention && mention->antecedent.choice
                                    ? static_cast<std::int32_t>(*mention->antecedent.choice)
                                    : none;
        link.predicted = antecedent != none;
        link.right = in_one_chain(gold, antecedent);
        if (link.kind == LinkKind::Pronoun) {
            pronoun(gold, mention, link);
            return;
        }
        link.expected = gold != none && link.gold != none;
        if (link.kind == LinkKind::Noun) {
            count(link, out_.score.nouns);
        } else {
            quoted(gold, link);
        }
        if (link.expected || link.predicted) out_.links.push_back(link);
    }

    // The nearest mention before ours in its chain, else the first behind, that is no I, we or you.
    std::int32_t to_speaker(std::int32_t ours) const {
        const auto& mention = ours_.mentions[static_cast<std::size_t>(ours)];
        std::int32_t found = none;
        for (const std::uint32_t i : ours_.chains[mention.chain].mentions) {
            const auto& other = ours_.mentions[i];
            const bool speaks = other.form == Form::Pronoun &&
                                is_one_of(speaking, marks_.at(other.head).span.of(text_));
            if (speaks || (found != none && mention.head < other.head)) continue;
            found = static_cast<std::int32_t>(i);
        }
        return found;
    }

    void quoted(std::int32_t gold, JudgedLink& link) {
        const bool named = gold != none && has_other_than_speaking(gold);
        JudgedLink speaker = link;
        const std::int32_t ours = link.ours == none ? none : to_speaker(link.ours);
        speaker.expected = named;
        speaker.predicted = ours != none;
        speaker.right = named && in_one_chain(gold, ours);
        count(speaker, out_.score.quoted_to_speaker);
        link.told = named && is_told(gold);
        link.to_speaker = speaker.right;
        if (link.told) count(speaker, out_.score.quoted_told);
        link.expected = named || link.gold != none;
        link.right = link.right && link.expected;
        count(link, out_.score.quoted);
    }

    void pronoun(std::int32_t gold, const values::Mention* mention, JudgedLink& link) {
        const std::string type = gold == none ? "" : gold_[static_cast<std::size_t>(gold)].type;
        if (type == "place" || type == "animal") return;
        link.expected = (type == "person" || type == "organization") && link.gold != none;
        if (link.predicted) {
            const Being being = ours_.chains[mention->chain].being;
            link.predicted =
                being == Being::Person || being == Being::Body || being == Being::State;
        }
        // A link counts as right only where it is expected.
        link.right = link.right && link.expected && link.predicted;
        count(link, out_.score.pronouns);
        JudgedLink to_name_link = link;
        to_name_link.right =
            link.expected && link.predicted && in_one_chain(gold, to_name(link.ours));
        count(to_name_link, out_.score.pronouns_to_name);
        if (link.expected || link.predicted) out_.links.push_back(link);
    }

    static void count(const JudgedLink& link, Counts& counts) {
        counts.expected += link.expected ? 1U : 0U;
        counts.predicted += link.predicted ? 1U : 0U;
        counts.right += link.right ? 1U : 0U;
    }

    std::string_view text_;
    const values::Marks& marks_;
    const values::Chains& ours_;
    const std::vector<GoldMention>& gold_;
    const Parts& parts_;
    std::vector<std::vector<bool>> quoted_;
    std::multimap<WordAt, std::int32_t> by_head_;
    std::vector<std::int32_t> matches_;             // ours to gold
    std::map<std::int32_t, std::int32_t> ours_of_;  // gold to ours
    JudgedChains out_;
};

}  // namespace

ChainScore& ChainScore::operator+=(const ChainScore& more) {
    pronouns += more.pronouns;
    pronouns_to_name += more.pronouns_to_name;
    nouns += more.nouns;
    quoted += more.quoted;
    quoted_to_speaker += more.quoted_to_speaker;
    quoted_told += more.quoted_told;
    return *this;
}

JudgedChains judged(std::string_view text, const values::Marks& marks, const values::Chains& ours,
                    const std::vector<GoldMention>& gold, const Parts& parts) {
    return Judge(text, marks, ours, gold, parts).judge();
}

}  // namespace sitrep::quality
