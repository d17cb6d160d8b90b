// sitrep-quality NAME [--data DIR] [--predictions FILE] [--set SET] [--path plain]: see
// bench/README.md.
//
// Exit  0 measured or skipped, 1 a file says no, 2 the command makes no sense
#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "quality/benches.h"

namespace sitrep::quality {
namespace {

constexpr std::array<std::string_view, 25> names = {
    "sentences",   "ud",         "entities", "attribution", "moments", "places",    "variants",
    "coreference", "quantities", "actors",   "events",      "muc",     "plover",    "stage",
    "case2021",    "control",    "claims",   "copies",      "stories", "incidents", "timelines",
    "crises",      "html",       "feeds",    "warc"};

constexpr const char* no_weights = "there are no weights in models/english";

struct Command {
    std::string bench;
    std::string data = std::string(SITREP_ROOT) + "/../shared/data";
    std::string predictions;
    std::string set;  // of muc; empty: dev
    By path = By::FastestPath;
};

std::optional<Command> command(int count, char** words) {
    if (count < 2 || count % 2 != 0) return std::nullopt;
    Command found;
    found.bench = words[1];
    for (int i = 2; i + 1 < count; i += 2) {
        const std::string_view option = words[i];
        if (option == "--data") {
            found.data = words[i + 1];
        } else if (option == "--predictions") {
            found.predictions = words[i + 1];
        } else if (option == "--set") {
            found.set = words[i + 1];
        } else if (option == "--path" && words[i + 1] == std::string_view("plain")) {
            found.path = By::PlainPath;
        } else {
            return std::nullopt;
        }
    }
    for (const std::string_view name : names) {
        if (name == found.bench) return found;
    }
    return std::nullopt;
}

int usage() {
    std::fputs(
        "usage: sitrep-quality NAME [--data DIR] [--predictions FILE] [--set SET] [--path plain]\n"
        "NAME is one of",
        stderr);
    for (const std::string_view name : names) {
        std::fprintf(stderr, " %.*s", static_cast<int>(name.size()), name.data());
    }
    std::fputs("\n", stderr);
    return 2;
}

Outcome skipped(const Command& command, const std::string& why) {
    Outcome outcome(command.bench);
    outcome.skip(why);
    return outcome;
}

// The benches that need no annotator; empty where that is none of them.
std::optional<base::Result<Outcome>> run_plain(const Command& command, const Split& split,
                                               Predictions& predictions) {
    if (command.bench == "sentences") return sentences(command.data, split, predictions);
    if (command.bench == "variants") {
        const auto index = place_index(SITREP_ROOT);
        if (!index) return index.error();
        return variants(command.data, *index, predictions);
    }
    return std::nullopt;
}

base::Result<Outcome> run_actors(const Command& command, const Split& split,
                                 const Annotate& annotate, Predictions& predictions) {
    const auto affiliate = affiliator(SITREP_ROOT);
    if (!affiliate) return affiliate.error();
    const auto find = actor_finder(SITREP_ROOT);
    if (!find) return find.error();
    return actors(command.data, SITREP_ROOT "/bench/quality/cases/actors.tsv", split, annotate,
                  *affiliate, *find, predictions);
}

// Those of the resolve room; empty where that is none of them.
std::optional<base::Result<Outcome>> run_resolving(const Command& command, const Split& split,
                                                   const Annotate& annotate,
                                                   Predictions& predictions) {
    if (command.bench == "moments") {
        const auto finder = moment_finder(SITREP_ROOT);
        if (!finder) return finder.error();
        const MomentCases cases{SITREP_ROOT "/bench/quality/cases/weekdays.tsv",
                                SITREP_ROOT "/bench/quality/scope/times.tsv",
                                SITREP_ROOT "/lexicon/en/time"};
        return moments(command.data, split, annotate, *finder, cases, predictions);
    }
    if (command.bench == "coreference") {
        const auto corefer = coreferrer(SITREP_ROOT);
        if (!corefer) return corefer.error();
        return coreference(command.data, SITREP_ROOT "/bench/quality/cases/coreference.tsv", split,
                           annotate, *corefer, predictions);
    }
    if (command.bench == "places") {
        const auto find = toponym_finder(SITREP_ROOT);
        if (!find) return find.error();
        if (!*find) return skipped(command, "there is no build/gazetteer/world.places");
        return places(command.data, split, annotate, **find, predictions);
    }
    if (command.bench == "quantities") {
        const auto quantify = quantifier(SITREP_ROOT);
        if (!quantify) return quantify.error();
        return quantities(command.data, SITREP_ROOT "/bench/quality/scope/numerals.tsv", split,
                          annotate, *quantify, predictions);
    }
    return std::nullopt;
}

// Those of whole reports; empty where that is none of them.
std::optional<base::Result<Outcome>> run_whole(const Command& command, Predictions& predictions) {
    if (command.bench != "events" && command.bench != "claims") return std::nullopt;
    const auto digest = digester(SITREP_ROOT, command.path);
    if (!digest) return digest.error();
    if (!*digest) return skipped(command, no_weights);
    const std::string own = SITREP_ROOT "/training/corpus/test";
    if (command.bench == "events") return events(command.data, own, *digest, predictions);
    return claims(command.data, own + "/chains.label", *digest, predictions);
}

// Those that go by the tables of bench/quality/scope; empty where that is none of them.
std::optional<base::Result<Outcome>> run_coded(const Command& command, Predictions& predictions) {
    const std::string root = SITREP_ROOT;
    if (command.bench == "stage") {
        const auto stages_at = stager(root, command.path);
        if (!stages_at) return stages_at.error();
        if (!*stages_at) return skipped(command, no_weights);
        return stage(command.data, root, *stages_at, predictions);
    }
    constexpr std::array<std::string_view, 4> coded = {"case2021", "plover", "control", "muc"};
    if (std::find(coded.begin(), coded.end(), command.bench) == coded.end()) return std::nullopt;
    const auto digest = digester(root, command.path);
    if (!digest) return digest.error();
    if (!*digest) return skipped(command, no_weights);
    if (command.bench == "plover") return plover(command.data, root, *digest, predictions);
    if (command.bench == "control") return control(command.data, root, *digest, predictions);
    if (command.bench == "muc") return muc(command.data, command.set, root, *digest, predictions);
    return case2021(command.data, root, *digest, predictions);
}

base::Result<Outcome> run(const Command& command, Predictions& predictions) {
    constexpr std::array<std::string_view, 17> standing = {
        "sentences", "ud",          "entities",   "attribution", "moments", "places",
        "variants",  "coreference", "quantities", "actors",      "events",  "claims",
        "case2021",  "plover",      "stage",      "control",     "muc"};
    if (std::find(standing.begin(), standing.end(), command.bench) == standing.end()) {
        return skipped(command, "this bench is not there yet");
    }
    auto split = splitter(SITREP_ROOT);
    if (!split) return std::move(split).error();
    if (auto plain = run_plain(command, *split, predictions)) return std::move(*plain);
    if (auto whole = run_whole(command, predictions)) return std::move(*whole);
    if (auto coded = run_coded(command, predictions)) return std::move(*coded);

    auto annotate = annotator(SITREP_ROOT, command.path);
    if (!annotate) return std::move(annotate).error();
    if (command.bench == "actors") return run_actors(command, *split, *annotate, predictions);
    if (!*annotate) return skipped(command, no_weights);
    if (command.bench == "ud") return ud(command.data, *annotate, predictions);
    if (command.bench == "entities") return entities(command.data, *annotate, predictions);
    if (auto resolving = run_resolving(command, *split, *annotate, predictions)) {
        return std::move(*resolving);
    }
    return attribution(command.data, *split, *annotate, predictions);
}

int failed(const base::Error& error) {
    std::fprintf(stderr, "sitrep-quality: %s\n", error.message().c_str());
    return 1;
}

int main_of(int count, char** words) {
    const auto asked = command(count, words);
    if (!asked) return usage();
    auto predictions = Predictions::to(asked->predictions);
    if (!predictions) return failed(predictions.error());
    const auto outcome = run(*asked, *predictions);
    if (!outcome) return failed(outcome.error());
    if (const auto closed = predictions->close(); !closed) return failed(closed.error());
    std::fputs(outcome->print().c_str(), stdout);
    return 0;
}

}  // namespace
}  // namespace sitrep::quality

int main(int count, char** words) { return sitrep::quality::main_of(count, words); }
