#include "resolve/numbers/apart.h"

#include <cmath>
#include <string>

namespace sitrep::resolve::numbers {
namespace {

constexpr double year_first = 1500;
constexpr double year_last = 2100;
constexpr double year_plain = 1900;  // from here on a bare four-digit number is a year
constexpr double age_max = 115;

bool is_nounlike(std::string_view part) {
    return part == "NOUN" || part == "PROPN" || part == "SYM";
}

bool is_number(const Sentence& s, std::size_t at) {
    return at < s.pieces.size() && s.pieces[at].kind == PieceKind::Number;
}
bool is_letters(const Sentence& s, std::size_t at) {
    return at < s.pieces.size() && s.pieces[at].kind == PieceKind::Letters;
}
bool capital(const Sentence& s, std::size_t at) {
    return at < s.pieces.size() && s.pieces[at].written[0] >= 'A' && s.pieces[at].written[0] <= 'Z';
}

bool ahead(const Sentence& s, const NumbersKnown& known, std::string_view kind, std::size_t at) {
    const auto phrases = known.context.find(kind);
    return phrases != known.context.end() && phrases->second.ahead(s.pieces, at);
}

class Judge {
public:
    Judge(const Sentence& s, const Figure& f, const NumbersKnown& known)
        : s_(s), f_(f), known_(known), first_(f.number.first), end_(f.number.end) {}

    std::string_view why() const {
        if (f_.number.form == Form::Code) return "code";
        if (f_.number.form == Form::TooLong) return "too-long";
        if (f_.number.form == Form::Ordinal) return dated() ? "date" : "";
        if (is_clock()) return "time";
        if (is_chain()) return "code";
        if (is_glued()) return "name";
        if (f_.measured() || f_.old || f_.strong) return measured_apart();
        if (dated()) return "date";
        if (is_year()) return "year";
        if (is_score()) return "score";
        if (is_label()) return "label";
        if (is_list()) return "list";
        if (is_pronoun()) return "pronoun";
        if (is_half_of_time()) return "half";
        if (is_compound()) return "compound";
        if (is_name()) return "name";
        return "";
    }

private:
    bool lone() const {
        return f_.number.form == Form::Digits || (end_ == first_ + 1 && !f_.number.grouped);
    }

    // A number with its unit is one, but for "five-year", which tells how long a thing lasts.
    std::string_view measured_apart() const {
        const bool duration = f_.hyphened && f_.unit != nullptr && f_.unit->kind == "time" &&
                              !f_.old && f_.number.form != Form::Digits;
        if (duration) return "lasting";
        if (f_.unit != nullptr && f_.unit->name == "day" && f_.number.low == 1 &&
            s_.is(first_, "one"))
            return "pronoun";
        if (f_.unit != nullptr && f_.unit->kind == "time" && dated_before()) return "date";
        return "";
    }

    bool is_clock() const {
        if (s_.is(end_, ":") && s_.glued(end_) && is_number(s_, end_ + 1) && s_.glued(end_ + 1))
            return true;
        if (first_ > 1 && s_.is(first_ - 1, ":") && s_.glued(first_) && is_number(s_, first_ - 2) &&
            s_.glued(first_ - 1))
            return true;
        return !f_.measured() &&
               (ahead(s_, known_, "clock", end_) || ahead(s_, known_, "era", end_));
    }

    // Phone numbers and numeric dates: three or more numbers chained by signs.
    bool is_chain() const {
        const auto link = [&](std::size_t at) {
            return s_.is(at, "-") || s_.is(at, "/") || s_.is(at, ".");
        };
        int links = 0;
        for (std::size_t at = end_;
             link(at) && s_.glued(at) && s_.glued(at + 1) && is_number(s_, at + 1) && links < 2;
             at += 2)
            ++links;
        for (std::size_t at = first_; at > 1 && links < 2 && link(at - 1) && s_.glued(at) &&
                                      s_.glued(at - 1) && is_number(s_, at - 2);
             at -= 2)
            ++links;
        const bool dialled = links > 0 && first_ > 0 && s_.is(first_ - 1, "+");
        const bool dated_slash = links == 1 && s_.is(end_, "/") && f_.number.form == Form::Digits &&
                                 is_number(s_, end_ + 1);
        const bool below_slash = links == 1 && first_ > 1 && s_.is(first_ - 1, "/");
        return links >= 2 || dialled || dated_slash || below_slash;
    }

    // "M50", "F-16", "49ers", "#12": letters that touch a number make a name of it.
    bool is_glued() const {
        const bool digits = is_number(s_, first_);
        if (!digits || f_.money != nullptr) return false;
        if (s_.glued(end_) && is_letters(s_, end_) && end_ == f_.end) return true;
        if (!s_.glued(first_) || first_ == 0) return false;
        if (is_letters(s_, first_ - 1)) return true;
        const std::string_view sign = s_.lowered(first_ - 1);
        if (sign == "#" || sign == "_" || sign == "=" || sign == "@" || sign == "%") return true;
        const bool hyphen = sign == "-" && s_.glued(first_ - 1) && first_ > 1;
        const auto before = hyphen ? s_.lowered(first_ - 2) : std::string_view();
        const bool coded = hyphen && first_ > 2 && is_number(s_, first_ - 2) &&
                           s_.glued(first_ - 2) && is_letters(s_, first_ - 3);
        if (coded) return true;
        return hyphen && is_letters(s_, first_ - 2) && before != "to" && before != "sub" &&
               known_.word(s_.pieces[first_ - 2]) == nullptr;
    }

    bool is_month(std::size_t at) const {
        return at < s_.pieces.size() && capital(s_, at) && known_.is("month", s_.lowered(at));
    }

    bool dated_before() const {
        if (first_ == 0) return false;
        std::size_t at = first_ - 1;
        if (s_.is(at, ",") && at > 1) return year_shaped() && day_of_month(at);
        if (s_.is(at, ".") && at > 0) --at;
        return is_month(at);
    }
    // "12 May 2021", "May 12, 2021": a year behind day and month.
    bool day_of_month(std::size_t comma) const {
        return is_number(s_, comma - 1) && is_month(comma - 2);
    }

    bool dated() const {
        const bool small = f_.number.low <= 31 || year_shaped();
        if (!small || f_.number.low != f_.number.high) return false;
        if (dated_before()) return true;
        if (f_.number.low > 31) return false;
        std::size_t at = end_;
        if (s_.is(at, "of")) ++at;
        if (s_.is(at, "-") && s_.glued(at)) ++at;
        if (is_month(at)) return true;
        // "3 and 5 May", "3 to 5 May", "May 3-5"
        if (known_.is("joins", s_.lowered(end_)) && is_number(s_, end_ + 1) && is_month(end_ + 2))
            return true;
        return first_ > 2 && known_.is("joins", s_.lowered(first_ - 1)) &&
               is_number(s_, first_ - 2) && is_month(first_ - 3);
    }

    bool year_shaped() const {
        return f_.number.form == Form::Digits && s_.pieces[first_].written.size() == 4 &&
               f_.number.low >= year_first && f_.number.low <= year_last;
    }

    bool counts_plural() const {
        const std::int32_t noun = noun_of(*s_.marks, s_.word_of[first_]);
        return noun >= 0 && s_.marks->words[static_cast<std::size_t>(noun)].part == "NOUN" &&
               s_.marks->words[static_cast<std::size_t>(noun)].features.find("Number=Plur") !=
                   std::string::npos;
    }

    bool is_year() const {
        if (is_span_of_years()) return true;
        if (f_.number.form == Form::Digits && f_.number.low <= year_last && is_era_before())
            return true;
        if (!year_shaped()) return false;
        const auto before = first_ > 0 ? s_.lowered(first_ - 1) : std::string_view();
        if (known_.is("since", before)) return !round_count();
        if (f_.number.low < year_plain) return false;
        const auto bound = known_.before.behind(s_.pieces, first_);
        const bool bound_count = bound && bound.value->bound;
        return !(bound_count && f_.number.low != std::floor(f_.number.low / 10) * 10) &&
               !round_count() && !(bound_count && counts_plural());
    }
    // "A.D. 1000", and "1260" of "A.D. 1000 and 1260"
    bool is_era_before() const {
        const auto era = known_.context.find("era");
        if (era == known_.context.end() || first_ == 0) return false;
        if (era->second.behind(s_.pieces, first_)) return true;
        return first_ > 2 && known_.is("joins", s_.lowered(first_ - 1)) &&
               is_number(s_, first_ - 2) && era->second.behind(s_.pieces, first_ - 2);
    }

    // "2000 soldiers" is no year; "2019 protests" is.
    bool round_count() const { return counts_plural() && std::fmod(f_.number.low, 100) == 0; }

    // "2014-15", "between 1260 and 1300 AD", "1998/99"
    bool is_span_of_years() const {
        const auto year_at = [&](std::size_t at) {
            if (!is_number(s_, at) || s_.pieces[at].written.size() != 4) return false;
            const auto value = digits(s_.pieces[at].written);
            return value && *value >= year_first && *value <= year_last;
        };
        const bool dash = first_ > 1 && (s_.is(first_ - 1, "-") || s_.is(first_ - 1, "–"));
        if (dash && s_.glued(first_) && year_at(first_ - 2) &&
            s_.pieces[first_].written.size() == 2)
            return true;
        const bool joined = f_.number.form == Form::Digits && f_.number.low >= 1000 &&
                            f_.number.low <= year_last && !f_.number.grouped;
        if (!joined || s_.pieces[first_].written.size() != 4) return false;
        if (first_ > 1 && known_.is("joins", s_.lowered(first_ - 1)) && year_at(first_ - 2))
            return !counts_plural();
        return known_.is("joins", s_.lowered(end_)) && year_at(end_ + 1) && first_ > 0 &&
               !counts_plural() && s_.word(end_ + 1) != nullptr &&
               noun_of(*s_.marks, s_.word_of[end_ + 1]) < 0;
    }

    bool is_score() const {
        const auto pair = [&](std::size_t a, std::size_t sign, std::size_t b) {
            if (!is_number(s_, a) || !is_number(s_, b) || !s_.glued(sign) || !s_.glued(b))
                return false;
            if (s_.lowered(sign) != "-" && s_.lowered(sign) != "–") return false;
            const auto low = digits(s_.pieces[a].written);
            const auto high = digits(s_.pieces[b].written);
            return low && high && *low >= *high;
        };
        return pair(first_, end_, end_ + 1) || (first_ > 1 && pair(first_ - 2, first_ - 1, first_));
    }

    bool bound_before() const {
        const auto bound = known_.before.behind(s_.pieces, first_);
        return bound && bound.value->bound;
    }

    bool modifies_right() const { return noun_of(*s_.marks, s_.word_of[end_ - 1]) >= 0; }

    bool is_label() const {
        if (first_ == 0 || !lone() || bound_before()) return false;
        std::size_t at = first_ - 1;
        const bool point = s_.is(at, ".") && at > 0 && s_.glued(at);
        if (point) --at;
        if (!known_.is("label", s_.lowered(at))) return false;
        if (s_.is(at, "no") && !point && !capital(s_, at)) return false;
        return point || capital(s_, at) || !counts_plural();
    }

    bool is_list() const {
        return first_ == 0 && f_.number.form == Form::Digits && s_.pieces.size() > end_ + 1 &&
               (s_.is(end_, ".") || s_.is(end_, ")"));
    }

    // "one" counts where it stands before its noun or "of"; elsewhere it stands for a thing.
    bool is_pronoun() const {
        if (end_ != first_ + 1 || !s_.is(first_, "one")) return false;
        if (first_ > 0 && known_.is("pronoun", s_.lowered(first_ - 1))) return true;
        const auto* next = s_.word(end_);
        const bool ratio = s_.is(end_, "out") || s_.is(end_, "in");  // "one in five"
        const std::size_t behind = end_ + (s_.is(end_ + 1, "of") ? 2 : 1);
        if (ratio && behind < s_.pieces.size() &&
            (is_number(s_, behind) || known_.word(s_.pieces[behind]) != nullptr))
            return false;
        if (s_.is(end_, "of")) return false;
        if (s_.is(end_, "another") || s_.is(end_, "-")) return true;
        if (modifies_right()) return false;
        const auto* word = s_.word(first_);
        const bool numeral = word != nullptr && word->part == "NUM";
        const bool participle =
            next != nullptr && (next->part == "VERB" || next->part == "ADJ") && numeral;
        return !participle && s_.pieces.size() > 1;
    }

    // "a three-bed house": how a thing is made, not how many there are.
    bool is_compound() const {
        return s_.is(end_, "-") && s_.glued(end_) && s_.glued(end_ + 1) &&
               is_letters(s_, end_ + 1) && !known_.is("joins", s_.lowered(end_ + 1));
    }

    bool is_half_of_time() const {
        if (f_.number.form != Form::Fraction || is_number(s_, first_)) return false;
        const std::size_t before = first_;
        if (s_.is(first_, "half") && before > 0 && known_.is("halved", s_.lowered(before - 1)))
            return true;
        if (s_.is(first_, "half") && s_.is(end_, "-")) return true;
        return false;
    }

    // "iPhone 11", "S&P 500", "Boeing 737"; a bare number in brackets behind a name is his shirt's.
    bool is_name() const {
        if (first_ == 0 || !lone()) return false;
        if (s_.is(first_ - 1, "(") && s_.is(end_, ")")) return true;
        if (is_age_of_name(s_, f_)) return false;
        const auto* before = s_.word(first_ - 1);
        const auto* own = s_.word(first_);
        if (before == nullptr || own == nullptr || !is_letters(s_, first_ - 1)) return false;
        const auto* after = s_.word(end_);
        if (before->part != "PROPN" && !named(*own)) return false;
        if (!capital(s_, first_ - 1) && before->part != "NOUN" && !inner_capital(first_ - 1))
            return false;
        if (bound_before()) return false;
        // "Model 3s", "X 11 Pro"
        if (after != nullptr && after->part == "PROPN") return true;
        if (named(*own)) return true;
        if (is_number(s_, first_) && before->part == "PROPN" && !is_place(first_ - 1)) return true;
        return !counts_plural() && !modifies_right() && before->part == "PROPN" &&
               is_number(s_, first_);
    }
    // The parser hangs a name's number on the name, to its left.
    bool named(const values::Word& own) const {
        const auto at = static_cast<std::int32_t>(&own - s_.marks->words.data());
        return own.head >= 0 && own.head < at && at - own.head <= 2 &&
               s_.marks->words[static_cast<std::size_t>(own.head)].part == "PROPN" &&
               (own.relation == "nummod" || own.relation == "flat" || own.relation == "compound");
    }
    // "In Osk 12 people died": only a place stands so before a count.
    bool is_place(std::size_t piece) const {
        const auto word = static_cast<std::uint32_t>(s_.word_of[piece]);
        for (const auto& entity : s_.marks->entities) {
            const bool place = entity.type == values::EntityType::GeoPolitical ||
                               entity.type == values::EntityType::Location ||
                               entity.type == values::EntityType::Facility;
            if (place && entity.last == word) return true;
        }
        return known_.is("weekday", s_.lowered(piece)) || known_.is("month", s_.lowered(piece));
    }
    bool inner_capital(std::size_t at) const {
        const auto word = s_.pieces[at].written;
        return word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
    }

    const Sentence& s_;
    const Figure& f_;
    const NumbersKnown& known_;
    std::size_t first_;
    std::size_t end_;
};

}  // namespace

std::string_view apart(const Sentence& s, const Figure& f, const NumbersKnown& known) {
    return Judge(s, f, known).why();
}

bool is_age_of_name(const Sentence& s, const Figure& f) {
    std::size_t at = f.number.first;
    if (f.measured() || f.number.low != f.number.high || f.number.low > age_max) return false;
    if (at < 1 || f.number.low < 1 || f.number.end != at + 1) return false;
    --at;
    const bool bracket = s.is(at, "(") || s.is(at, ",");
    if (bracket && at > 0) --at;
    const std::int32_t word = s.word_of[at];
    const auto* own = s.word(f.number.first);
    if (word < 0 || own == nullptr || own->part != "NUM") return false;
    bool person = false;
    for (const auto& entity : s.marks->entities) {
        person = person || (entity.type == values::EntityType::Person &&
                            (entity.last == static_cast<std::uint32_t>(word) ||
                             entity.last == static_cast<std::uint32_t>(s.word_of[f.number.first])));
    }
    if (!person) return false;
    // A shirt number or a score follows no comma and is followed by none.
    const auto next = f.number.end;
    if (bracket && s.is(f.number.first - 1, ",")) return s.is(next, ",") || s.is(next, ".");
    const auto* after = s.word(next);
    if (bracket) return f.number.low >= 14 && s.is(next, ")");
    return after != nullptr && (after->part == "AUX" || after->part == "VERB") &&
           f.number.low >= 14;
}

std::int32_t noun_of(const values::MarkedSentence& marks, std::int32_t word) {
    if (word < 0) return -1;
    const auto at = [&](std::int32_t i) -> const values::Word& {
        return marks.words[static_cast<std::size_t>(i)];
    };
    // "400 million people": the number's first word hangs below its last.
    std::int32_t i = word;
    for (int step = 0; step < 4; ++step) {
        const auto& own = at(i);
        if (own.head <= i) return -1;
        const bool number = own.relation == "compound" || own.relation == "nummod" ||
                            own.relation == "flat" || own.relation == "det" ||
                            own.relation == "amod" || own.relation == "advmod";
        if (!number) return -1;
        i = own.head;
        const bool run_on =
            at(i).part == "NUM" || (own.relation == "compound" && at(i).relation == "compound");
        if (!run_on) break;
    }
    return i != word && is_nounlike(at(i).part) && i - word <= 8 ? i : -1;
}

}  // namespace sitrep::resolve::numbers
