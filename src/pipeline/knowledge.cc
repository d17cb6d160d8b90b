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

base::Result<Resolving> open_resolving(const Home& home) {
    const std::string folder = lexicon_folder(home.folder);
    std::vector<lookup::Table> tables;
    for (const auto* name : {"/time/words.tsv", "/time/holidays.tsv", "/beings.tsv",
                             "/given_names.tsv", "/places/beside.tsv"}) {
        auto table = lookup::table(folder + name);
        if (!table) return std::move(table).error();
        tables.push_back(*std::move(table));
    }
    auto times = resolve::TimeKnown::from(tables[0], tables[1]);
    if (!times) return std::move(times).error();
    auto beings = resolve::BeingsKnown::from(tables[2], tables[3]);
    if (!beings) return std::move(beings).error();
    auto places = resolve::PlacesKnown::from(tables[4]);
    if (!places) return std::move(places).error();
    auto numbers = resolve::NumbersKnown::open(folder + "/numbers");
    if (!numbers) return std::move(numbers).error();
    auto actors = resolve::ActorsKnown::open(home.folder + "/lexicon/actors");
    if (!actors) return std::move(actors).error();
    auto gazetteer = lookup::Gazetteer::open(home.layers);
    if (!gazetteer) return std::move(gazetteer).error();
    return Resolving{*std::move(times),  *std::move(numbers), *std::move(beings),
                     *std::move(actors), *std::move(places),  *std::move(gazetteer)};
}

base::Result<Knowledge> open(const Home& home) {
    auto lexicon = open_lexicon(home.folder);
    if (!lexicon) return std::move(lexicon).error();
    auto encoder = nn::Encoder::open(model_folder(home.folder));
    if (!encoder) return std::move(encoder).error();
    auto resolving = open_resolving(home);
    if (!resolving) return std::move(resolving).error();
    return Knowledge{{*std::move(lexicon), *std::move(encoder)}, *std::move(resolving)};
}

read::Input input(const std::vector<std::string>& paths, const read::Options& options,
                  const Lexicon& lexicon) {
    auto input = read::reports(paths, options, lexicon.reading);
    link::years(input.reports);
    return input;
}

base::Result<Prepared> prepare(const Home& home, const std::vector<std::string>& paths,
                               const read::Options& options) {
    // Where no thread is to be had, async runs it at get().
    auto opening = std::async([&] { return open_resolving(home); });
    auto prepared = prepare_for_marks(home.folder, paths, options);
    auto resolving = opening.get();
    if (!prepared) return std::move(prepared).error();
    if (!resolving) return std::move(resolving).error();
    return Prepared{{std::move(prepared->know), *std::move(resolving)}, std::move(prepared->input)};
}

base::Result<PreparedForMarks> prepare_for_marks(const std::string& home,
                                                 const std::vector<std::string>& paths,
                                                 const read::Options& options) {
    auto opening = std::async([&] { return nn::Encoder::open(model_folder(home)); });
    auto lexicon = open_lexicon(home);
    if (!lexicon) return std::move(lexicon).error();
    auto read = input(paths, options, *lexicon);
    auto encoder = opening.get();
    if (!encoder) return std::move(encoder).error();
    return PreparedForMarks{{*std::move(lexicon), *std::move(encoder)}, std::move(read)};
}

}  // namespace sitrep::pipeline
