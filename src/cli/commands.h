// Commands: what the words of a command line ask for, and what each command does about it.
//
// Output goes to stdout, everything else to stderr. Exit codes: docs/commands.md.
#pragma once

#include <string>
#include <vector>

#include "values/report.h"

namespace sitrep::cli {

constexpr const char* version = "0.1.0";

enum class Exit : int {
    Done = 0,
    SomeUnread = 1,
    WrongCommand = 2,
    Nothing = 5,
    Broken = 6,
    NotBorneOut = 7,
};

// What the commands that read reports have in common.
struct Asked {
    std::string home;  // holds lexicon/ and models/
    std::vector<std::string> paths;
    std::string published;  // notation of values::Publication; empty: not given
    int year = 0;           // 0: not given
    std::string
        gazetteer;  // a folder whose layers alone are used; empty: the world and the imported
    bool strict = false;
    unsigned threads = 1;
    std::string progress;  // "json", or empty: a line where stderr is a terminal
};

Exit brief(const Asked& asked, const std::string& json_file);
Exit marks(const Asked& asked);
Exit digest(const Asked& asked);
Exit explain(const Asked& asked, const std::string& id);
Exit verify(const Asked& asked, const std::string& brief_file);
Exit doctor(const Asked& asked);

// What the gazetteer's own commands are asked.
struct GazetteerAsked {
    std::string home;
    std::string folder;              // of imported layers; empty: the user's own
    std::vector<std::string> files;  // import
    std::string layer;               // import: what it is called
    std::string name;                // find
    std::string near;
    std::string in;
    std::string cities;  // world: a folder, empty: not there
    std::string towns;   // world: a file, empty: not there
};
Exit gazetteer_find(const GazetteerAsked& asked);
Exit gazetteer_import(const GazetteerAsked& asked);
Exit gazetteer_world(const GazetteerAsked& asked);

// The whole program: words after the program's name, home empty where none could be found.
Exit run(const std::vector<std::string>& words, const std::string& home);

}  // namespace sitrep::cli
