#include "quality/moments_cases.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "lookup/table.h"
#include "quality/given.h"
#include "quality/readers/dated.h"
#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using values::Grain;
using values::Moment;
using values::TimeExpression;
using Times = std::vector<TimeExpression>;

constexpr std::string_view duckling_day = "2013-02-12";

const TimeExpression* on_words(const Times& times, std::size_t begin, std::size_t end) {
    const auto found = std::find_if(times.begin(), times.end(), [&](const auto& time) {
        return time.span.begin() < end && begin < time.span.end();
    });
    return found == times.end() ? nullptr : &*found;
}

// The same days and minutes; the grain alone is no difference.
bool same_moment(const Moment& one, const Moment& other) {
    return one.first == other.first && one.last == other.last &&
           one.from_minute == other.from_minute && one.to_minute == other.to_minute;
}

using Names = std::set<std::string, std::less<>>;

base::Result<Names> names_of(const std::string& folder) {
    const auto words = lookup::table(folder + "/words.tsv");
    if (!words) return words.error();
    const auto holidays = lookup::table(folder + "/holidays.tsv");
    if (!holidays) return holidays.error();
    Names out;
    for (const auto& row : words->rows) {
        if (row.cells[0].starts_with("weekday") || row.cells[0] == "month") {
            out.insert(row.cells[1]);
        }
    }
    for (const auto& row : holidays->rows) out.insert(row.cells[0]);
    return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Each word of the names that the phrase holds with a capital.
std::string with_capitals(std::string phrase, const Names& names) {
    const std::string whole = phrase;
    for (const auto& name : names) {
        for (auto at = whole.find(name); at != std::string::npos; at = whole.find(name, at + 1)) {
            const std::size_t end = at + name.size();
            if ((at > 0 && is_letter(whole[at - 1])) ||
                (end < whole.size() && is_letter(whole[end]))) {
                continue;
            }
            for (std::size_t i = at; i < end; ++i) {
                const bool begins = i == at || whole[i - 1] == ' ';
                if (begins && whole[i] >= 'a' && whole[i] <= 'z') {
                    phrase[i] = static_cast<char>(whole[i] - 'a' + 'A');
                }
            }
        }
    }
    return phrase;
}

std::string printed(const Times& times) {
    std::string out;
    for (const auto& time : times) {
        if (!out.empty()) out += " + ";
        out += time.moment.choice ? time.moment.choice->print() : "unknown " + time.value;
    }
    return out;
}

}  // namespace

Times TimesReader::read(const std::string& text, std::string_view published,
                        const std::string& id) const {
    values::Report report = report_of(id, text);
    if (const auto day = values::Publication::parse(published)) report.published = *day;
    return moments(report, annotate(report, split(report)));
}

base::Result<base::Done> weekday_cases(const std::string& cases, const TimesReader& reader,
                                       Predictions& predictions, Outcome& outcome) {
    const auto table = lookup::table(cases);
    if (!table) return table.error();
    Counts counts;
    for (const auto& row : table->rows) {
        const auto& [published, words, day, sentence] =
            std::tie(row.cells[0], row.cells[1], row.cells[2], row.cells[3]);
        const auto begin = sentence.find(words);
        if (begin == std::string::npos) {
            return base::Error("\"" + words + "\" is not in its sentence; mend the row")
                .at(cases + ":" + std::to_string(row.line));
        }
        const auto times = reader.read(sentence, published, "weekdays");
        const auto* const found = on_words(times, begin, begin + words.size());
        const bool right = found != nullptr && found->value.starts_with(day);
        counts += Counts{right ? 1U : 0U, found != nullptr ? 1U : 0U, 1};
        predictions.add({{"set", "weekdays"},
                         {"line", row.line},
                         {"sentence", sentence},
                         {"words", words},
                         {"published", published},
                         {"right", right},
                         {"expected", day},
                         {"predicted", found != nullptr ? found->value : ""},
                         {"rule", found != nullptr ? found->moment.reason.rule : ""}});
    }
    outcome.add("weekday_cases", Counts{counts.right, counts.expected, counts.expected});
    return base::Done{};
}

base::Result<base::Done> duckling_times(const std::string& data, const std::string& scope,
                                        const std::string& words, const TimesReader& reader,
                                        Predictions& predictions, Outcome& outcome) {
    const std::string name = "time/duckling-time-en/time-en.tsv";
    const auto path = first_there(data, {name});
    if (!path) {
        outcome.skip(name + " is not there");
        return base::Done{};
    }
    const auto phrases = dated_file(*path);
    if (!phrases) return phrases.error();
    const auto table = lookup::table(scope);
    if (!table) return table.error();
    const auto names = names_of(words);
    if (!names) return names.error();
    std::set<std::string> out;
    for (const auto& row : table->rows) out.insert(row.cells[0]);
    Counts in_scope;
    Counts all;
    for (const auto& phrase : *phrases) {
        const auto times =
            reader.read(with_capitals(phrase.phrase, *names), duckling_day, "duckling");
        const bool right = phrase.told && times.size() == 1 && times[0].moment.choice &&
                           same_moment(*times[0].moment.choice, *phrase.told);
        const bool outside = out.contains(std::to_string(phrase.number));
        const Counts counts{right ? 1U : 0U, 1, 1};
        all += counts;
        if (!outside) in_scope += counts;
        predictions.add({{"set", "duckling"},
                         {"case", phrase.number},
                         {"phrase", phrase.phrase},
                         {"in_scope", !outside},
                         {"right", right},
                         {"expected", phrase.told ? phrase.told->print() : ""},
                         {"predicted", printed(times)}});
    }
    outcome.add("duckling", in_scope);
    outcome.add("duckling_all", all);
    return base::Done{};
}

}  // namespace sitrep::quality
