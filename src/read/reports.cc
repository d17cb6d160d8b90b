#include "read/reports.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/file.h"
#include "read/encoding.h"
#include "read/jsonl.h"
#include "read/metadata.h"
#include "read/text.h"

namespace sitrep::read {
namespace {

namespace files = std::filesystem;

constexpr std::string_view beside_name = "reports.tsv";
constexpr std::size_t beside_bytes_max = 64U << 20U;

bool is_lines(const files::path& path) {
    return path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

enum class Entry { Report, Hidden, Other };

Entry entry_of(const files::path& name) {
    const std::string whole = name.string();
    const std::string stem = name.stem().string();
    if (whole.starts_with('.') || whole == beside_name) return Entry::Hidden;
    if (stem == "README" || stem == "LICENSE") return Entry::Hidden;
    const std::string ending = name.extension().string();
    const bool read = ending.empty() || ending == ".txt" || ending == ".text" || ending == ".md" ||
                      is_lines(name);
    return read ? Entry::Report : Entry::Other;
}

// "dir/x.txt" from "dir/" and "x.txt", as the user wrote dir.
std::string joined(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

// The metadata table of a folder and which of its rows have met their report.
struct Table {
    std::string folder;
    Beside rows;
    std::set<std::string> met;
};

class Reading {
public:
    Reading(const Options& options, const Known& know) : options_(options), know_(know) {}

    void path(const std::string& path) {
        if (path == "-") return standard_input();
        std::error_code code;
        if (files::is_directory(path, code)) {
            const auto before = found_;
            folder(path, 0);
            if (found_ == before && !stopped()) {
                refuse(base::Error("holds no report (.txt, .md, .jsonl or no ending); name another "
                                   "folder, or the files themselves")
                           .at(path));
            }
            return;
        }
        // Metadata stands beside a named file as it does in a folder.
        const auto slash = path.rfind('/');
        const std::string home = slash == std::string::npos ? "." : path.substr(0, slash + 1);
        const bool table = files::is_regular_file(path, code) && open_table(home);
        file(path, slash == std::string::npos ? path : path.substr(slash + 1));
        if (table) tables_.pop_back();
    }

    bool stopped() const { return options_.strict && !input_.unreadable.empty(); }
    Input input() && { return std::move(input_); }

private:
    void refuse(const base::Error& error) {
        input_.unreadable.push_back({error.place(), error.fault()});
    }

    // Reads the folder's reports.tsv, if it has one.
    bool open_table(const std::string& folder) {
        const std::string path =
            folder == "." ? std::string(beside_name) : joined(folder, std::string(beside_name));
        std::error_code code;
        if (!files::exists(path, code)) return false;
        auto bytes = base::read_file(path, beside_bytes_max);
        if (!bytes) {
            refuse(bytes.error());
            return false;
        }
        auto text = decoded(*bytes);
        if (!text) {
            refuse(std::move(text).error().at(path));
            return false;
        }
        auto rows = beside(text->text, path);
        if (!rows) {
            refuse(rows.error());
            return false;
        }
        for (const auto& error : rows->refused) refuse(error);
        tables_.push_back({folder, *std::move(rows), {}});
        return true;
    }

    // Rows that no file answers to are slips of whoever wrote them, and are said.
    void close_table() {
        const auto& table = tables_.back();
        for (const auto& [path, row] : table.rows.rows) {
            if (table.met.contains(path)) continue;
            refuse(
                base::Error("\"" + path + "\" is no report of this folder; mend or delete the row")
                    .at(table.rows.path + ":" + std::to_string(row.line)));
        }
        tables_.pop_back();
    }

    void folder(const std::string& path, std::size_t depth) {
        if (depth > folders_deep_max) {
            return refuse(base::Error("folders stand more than " +
                                      std::to_string(folders_deep_max) + " deep; name it by itself")
                              .at(path));
        }
        std::error_code code;
        std::vector<std::string> names;
        files::directory_iterator entries(path, code);
        for (; !code && entries != files::directory_iterator(); entries.increment(code)) {
            names.push_back(entries->path().filename().string());
        }
        if (code) {
            ++found_;
            return refuse(base::Error("the folder cannot be read (" + code.message() +
                                      "); check who owns it and its mode (chmod)")
                              .at(path));
        }
        std::sort(names.begin(), names.end());
        const bool table = open_table(path);
        for (const auto& name : names) {
            if (stopped()) break;
            entry(path, name, depth);
        }
        if (table && !stopped()) close_table();
        if (table && stopped()) tables_.pop_back();
    }

    void entry(const std::string& home, const std::string& name, std::size_t depth) {
        const std::string path = joined(home, name);
        const auto kind = entry_of(name);
        std::error_code code;
        const auto status = files::symlink_status(path, code);
        if (kind == Entry::Hidden) return;
        if (files::is_directory(status)) return folder(path, depth + 1);
        // A dangling link is opened too, so that its fault is said.
        const bool dangles = files::is_symlink(status) && !files::exists(path, code);
        if (!dangles && !files::is_regular_file(path, code)) return;
        if (kind == Entry::Other) {
            input_.passed_by.push_back(path);
            return;
        }
        file(path, name);
    }

    const Metadata* given_for(const std::string& path, const std::string& name) {
        for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
            const auto prefix = joined(table->folder, "");
            const auto relative = path.starts_with(prefix) ? path.substr(prefix.size()) : name;
            const auto row = table->rows.rows.find(relative);
            if (row == table->rows.rows.end()) continue;
            table->met.insert(relative);
            return &row->second.given;
        }
        return nullptr;
    }

    void file(const std::string& path, const std::string& name) {
        ++found_;
        std::error_code code;
        const auto real = files::canonical(path, code);
        const Metadata* given = given_for(path, name);
        if (!code && files::is_regular_file(real, code) && !read_.insert(real.string()).second) {
            return;
        }
        const bool lines = is_lines(path);
        auto bytes = base::read_file(path, lines ? lines_file_bytes_max : text_file_bytes_max);
        if (!bytes) return refuse(bytes.error());
        input_.bytes += bytes->size();
        if (lines) return take_lines(*bytes, path);
        take_text(*bytes, path, given == nullptr ? Metadata{} : *given);
    }

    void standard_input() {
        ++found_;
        auto bytes = base::read_stream(stdin, "-", lines_file_bytes_max);
        if (!bytes) return refuse(bytes.error());
        input_.bytes += bytes->size();
        std::string_view start(*bytes);
        if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
        const auto first = start.find_first_not_of(" \t\r\n");
        const bool lines = first != std::string_view::npos && start[first] == '{';
        if (lines) return take_lines(*bytes, "-");
        take_text(*bytes, "-", {});
    }

    void take_lines(std::string_view bytes, const std::string& path) {
        auto lines =
            jsonl(bytes, path, know_, options_.year, options_.strict ? Bad::Stops : Bad::Passed);
        for (auto& report : lines.reports) input_.reports.push_back(std::move(report));
        for (const auto& error : lines.refused) refuse(error);
    }

    void take_text(std::string_view bytes, const std::string& path, const Metadata& given) {
        auto report = text(bytes, path, know_, given, options_.year);
        if (!report) return refuse(report.error());
        input_.reports.push_back(*std::move(report));
    }

    const Options& options_;
    const Known& know_;
    Input input_;
    std::vector<Table> tables_;
    std::set<std::string> read_;  // canonical paths
    std::size_t found_ = 0;       // files that were to be reports, read or not
};

}  // namespace

Input reports(const std::vector<std::string>& paths, const Options& options, const Known& know) {
    Reading reading(options, know);
    for (const auto& path : paths) {
        if (reading.stopped()) break;
        reading.path(path);
    }
    Input input = std::move(reading).input();
    if (!options.published) return input;
    if (input.reports.size() != 1) {
        input.refused =
            base::Error("dates one report, and " + std::to_string(input.reports.size()) +
                        " were read; name one, or write their dates into reports.tsv")
                .at("--published");
        return input;
    }
    auto& date = input.reports.front().published;
    date = *options.published;
    date.known = values::Known::Given;
    date.rule = "--published";
    date.evidence = {};
    return input;
}

}  // namespace sitrep::read
