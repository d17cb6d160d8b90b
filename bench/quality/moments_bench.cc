// moments: TIMEX3 expressions in raw text, as TempEval-3 scores them.
#include <algorithm>
#include <filesystem>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/moments_cases.h"
#include "quality/readers/files.h"
#include "quality/readers/timeml.h"
#include "quality/scores/timexes.h"

namespace sitrep::quality {
namespace {

namespace fs = std::filesystem;

// All documents below data/time, in order; the training set's own try-out copies are left out.
std::vector<std::string> documents(const std::string& data) {
    std::vector<std::string> out;
    std::error_code fault;
    for (fs::recursive_directory_iterator at(data + "/time", fault), end; !fault && at != end;
         at.increment(fault)) {
        const std::string path = at->path().string();
        if (path.ends_with(".tml") && path.find("/testpipeline/") == std::string::npos) {
            out.push_back(path);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Timex> predicted(const std::vector<values::TimeExpression>& times) {
    std::vector<Timex> out;
    for (const auto& time : times) {
        out.push_back({{time.span.begin(), time.span.end()},
                       std::string(values::name(time.type)),
                       time.value});
    }
    return out;
}

Json line(const Timex& timex, std::string_view text) {
    return {{"words", text.substr(timex.span.begin, timex.span.size())},
            {"type", timex.type},
            {"value", timex.value}};
}

void keep(const TimemlDocument& document, const std::vector<Timex>& ours,
          Predictions& predictions) {
    const auto paired = pairs(ours, document.times);
    std::vector<bool> used(ours.size(), false);
    const auto around = [&](const Timex& timex) {
        const std::size_t from = timex.span.begin < 60 ? 0 : timex.span.begin - 60;
        return document.text.substr(from, timex.span.end - from + 40);
    };
    for (std::size_t i = 0; i < document.times.size(); ++i) {
        const auto& gold = document.times[i];
        Json beside = nullptr;
        if (paired[i] >= 0) {
            used[static_cast<std::size_t>(paired[i])] = true;
            beside = line(ours[static_cast<std::size_t>(paired[i])], document.text);
        }
        predictions.add({{"document", document.id},
                         {"published", document.created},
                         {"expected", line(gold, document.text)},
                         {"predicted", std::move(beside)},
                         {"around", around(gold)}});
    }
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (used[i]) continue;
        predictions.add({{"document", document.id},
                         {"published", document.created},
                         {"expected", nullptr},
                         {"predicted", line(ours[i], document.text)},
                         {"around", around(ours[i])}});
    }
}

}  // namespace

base::Result<Outcome> moments(const std::string& data, const Split& split, const Annotate& annotate,
                              const Moments& moments, const MomentCases& cases,
                              Predictions& predictions) {
    Outcome outcome("moments");
    const TimesReader reader{split, annotate, moments};
    TimexScore score;
    TimexScore fifth;  // every fifth document, which no rule was written from
    const auto paths = documents(data);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto xml = text_of(paths[i]);
        if (!xml) return xml.error();
        const auto document = timeml(*xml, paths[i]);
        if (!document) return document.error();
        const auto ours =
            predicted(reader.read(document->text, document->created.substr(0, 10), document->id));
        const auto here = compare(ours, document->times);
        score += here;
        if (i % 5 == 4) {
            fifth += here;
        } else {
            keep(*document, ours, predictions);
        }
    }
    if (paths.empty()) {
        outcome.skip("time: absent");
    } else {
        outcome.add("span_relaxed_f1", score.relaxed);
        outcome.add("span_strict_f1", score.strict);
        outcome.add("type_f1", score.type);
        outcome.add("value_f1", score.value);
        outcome.show("value, or written otherwise", score.alike);
        outcome.show("every fifth: span relaxed", fifth.relaxed);
        outcome.show("every fifth: span strict", fifth.strict);
        outcome.show("every fifth: value", fifth.value);
    }
    if (auto done = weekday_cases(cases.weekdays, reader, predictions, outcome); !done) {
        return std::move(done).error();
    }
    if (auto done = duckling_times(data, cases.scope, cases.words, reader, predictions, outcome);
        !done) {
        return std::move(done).error();
    }
    return outcome;
}

}  // namespace sitrep::quality
