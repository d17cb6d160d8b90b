#include "pipeline/knowledge.h"

#include <future>
#include <utility>

#include "link/years.h"
#include "lookup/table.h"

namespace sitrep::pipeline {

std::string lexicon_folder(const std::string& home) { return home + "/lexicon/en"; }
std::string model_folder(const std::string& home) { return home + "/models/english"; }

base::Result<Lexicon> open_lexicon(const std::string& home) {
    const std::string folder = lexicon_folder(home);
    auto reading = read::Known::open(folder);
    if (!reading) return std::move(reading).error();
    const auto splitting = lookup::table(folder + "/splitting.tsv");
    if (!splitting) return splitting.error();
    const auto lines = lookup::table(folder + "/lines.tsv");
    if (!lines) return lines.error();
    auto words = split::Words::from(*splitting, *lines);
    if (!words) return std::move(words).error();
    const auto acts_table = lookup::table(folder + "/acts.tsv");
    if (!acts_table) return acts_table.error();
    auto acts = extract::ActsKnown::from(*acts_table);
    if (!acts) return std::move(acts).error();
    return Lexicon{*std::move(reading), *std::move(words), *std::move(acts)};
}

base::Result<Knowledge> open(const std::string& home) {
    auto lexicon = open_lexicon(home);
    if (!lexicon) return std::move(lexicon).error();
    auto encoder = nn::Encoder::open(model_folder(home));
    if (!encoder) return std::move(encoder).error();
    return Knowledge{*std::move(lexicon), *std::move(encoder)};
}

read::Input input(const std::vector<std::string>& paths, const read::Options& options,
                  const Lexicon& lexicon) {
    auto input = read::reports(paths, options, lexicon.reading);
    link::years(input.reports);
    return input;
}

base::Result<Prepared> prepare(const std::string& home, const std::vector<std::string>& paths,
                               const read::Options& options) {
    // Where no thread is to be had, async runs it at get().
    auto opening = std::async([&] { return nn::Encoder::open(model_folder(home)); });
    auto lexicon = open_lexicon(home);
    if (!lexicon) return std::move(lexicon).error();
    auto read = input(paths, options, *lexicon);
    auto encoder = opening.get();
    if (!encoder) return std::move(encoder).error();
    return Prepared{{*std::move(lexicon), *std::move(encoder)}, std::move(read)};
}

}  // namespace sitrep::pipeline
