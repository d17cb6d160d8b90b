#include "publish/verify.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>

#include "publish/json.h"

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;
using values::Span;

constexpr int depth_max = 16;  // of a brief's JSON; ours is 7 deep

// A string under that key, else empty.
std::string text_at(const Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key) || !json[key].is_string()) return {};
    return json[key].get<std::string>();
}

// A report by its number in the brief, and its text.
struct Numbered {
    Json number;
    std::string_view text;
};

// Walks a parsed brief; every object with "words" or "spans" is a quotation to prove.
class Prover {
public:
    Prover(std::string_view text, Verified& verified) : text_(text), verified_(verified) {}

    void walk(const Json& json, const std::string& place, int depth = 0) {
        if (depth > depth_max) {
            verified_.broken.push_back(place + ": nested deeper than any brief; print it anew");
            return;
        }
        if (json.is_object() && json.contains("words")) prove(json, place);
        if (!json.is_structured()) return;
        for (const auto& [key, below] : json.items()) walk(below, place + "/" + key, depth + 1);
    }

    // Each line of that list must quote what makes it a line.
    void lines(const Json& part, const std::string& place, const char* list,
               std::initializer_list<const char*> quoted) {
        const std::string here = place + "/" + list;
        if (!part.is_object() || !part.contains(list) || !part[list].is_array()) {
            verified_.broken.push_back(here + ": no list; print the brief anew");
            return;
        }
        for (std::size_t i = 0; i < part[list].size(); ++i) {
            const Json& line = part[list][i];
            for (const char* key : quoted) {
                if (line.is_object() && line.contains(key) && line[key].is_object() &&
                    line[key].contains("words")) {
                    continue;
                }
                verified_.broken.push_back(here + "/" + std::to_string(i) + "/" + key +
                                           ": no words; print the brief anew");
            }
        }
    }

private:
    void prove(const Json& json, const std::string& place) {
        ++verified_.lines;
        std::vector<Span> spans;
        for (const auto& pair : json.contains("spans") ? json["spans"] : Json()) {
            const auto span = slice(pair);
            if (!span) {
                verified_.broken.push_back(
                    place + ": a span does not slice the report; print the brief anew");
                return;
            }
            spans.push_back(*span);
        }
        const std::string said = text_at(json, "words");
        if (spans.empty() || said.empty()) {
            verified_.broken.push_back(place + ": no words or no span; print the brief anew");
        } else if (values::quoted(text_, spans).words != said) {
            verified_.broken.push_back(
                place + ": the report's bytes are other words; print the brief anew");
        }
    }

    std::optional<Span> slice(const Json& pair) const {
        if (!pair.is_array() || pair.size() != 2) return std::nullopt;
        if (!pair[0].is_number_unsigned() || !pair[1].is_number_unsigned()) return std::nullopt;
        const std::size_t begin = pair[0];
        const std::size_t end = pair[1];
        const auto edge = [&](std::size_t at) {
            return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U;
        };
        if (begin >= end || end > text_.size() || !edge(begin) || !edge(end)) return std::nullopt;
        return Span::in(text_, begin, end);
    }

    std::string_view text_;
    Verified& verified_;
};

// Each spelling of a name must stand in the report of its number.
void prove_names(const Json& brief, const std::vector<Numbered>& numbered, Verified& verified) {
    if (!brief.contains("names") || !brief["names"].is_array()) {
        verified.broken.emplace_back("/names: no list; print the brief anew");
        return;
    }
    for (std::size_t i = 0; i < brief["names"].size(); ++i) {
        const Json& named = brief["names"][i];
        const std::string place = "/names/" + std::to_string(i) + "/spellings";
        const Json none = Json::array();
        const bool listed = named.is_object() && named.contains("spellings");
        for (const auto& spelling : listed ? named["spellings"] : none) {
            const auto report =
                std::find_if(numbered.begin(), numbered.end(), [&](const auto& one) {
                    return spelling.is_object() && spelling.contains("report") &&
                           spelling["report"] == one.number && spelling.contains("quoted");
                });
            if (report == numbered.end()) {
                verified.broken.push_back(place + ": of no report; print the brief anew");
                continue;
            }
            Prover(report->text, verified).walk(spelling["quoted"], place);
        }
    }
}

// Each highlight must name an act of its report.
void prove_highlights(const Json& brief, Verified& verified) {
    const Json none = Json::array();
    const Json& all = brief.contains("highlights") ? brief["highlights"] : none;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string act = text_at(all[i], "act");
        bool found = false;
        for (const auto& part : brief["reports"]) {
            const bool here = part.is_object() && part.contains("number") && all[i].is_object() &&
                              all[i].contains("report") && part["number"] == all[i]["report"] &&
                              part.contains("acts");
            for (const auto& line : here ? part["acts"] : none) {
                found = found || (!act.empty() && text_at(line, "id") == act);
            }
        }
        if (!found) {
            verified.broken.push_back("/highlights/" + std::to_string(i) +
                                      ": no such act in that report; print the brief anew");
        }
    }
}

}  // namespace

base::Result<Verified> verify(std::string_view brief_json,
                              const std::vector<values::Report>& reports) {
    const Json brief = Json::parse(brief_json, nullptr, false);
    if (brief.is_discarded()) return base::Error("no JSON; give the file that --json wrote");
    if (!brief.is_object() || !brief.contains("reports") || !brief["reports"].is_array() ||
        text_at(brief, "schema") != brief_schema) {
        return base::Error("no brief of schema " + std::string(brief_schema) +
                           "; give the file that --json wrote");
    }
    Verified verified;
    std::vector<Numbered> numbered;
    for (std::size_t i = 0; i < brief["reports"].size(); ++i) {
        const Json& part = brief["reports"][i];
        const std::string place = "/reports/" + std::to_string(i);
        const std::string hash =
            part.is_object() && part.contains("report") ? text_at(part["report"], "sha256") : "";
        const values::Report* found = nullptr;
        for (const auto& report : reports) {
            if (report.hash == hash) found = &report;
        }
        if (found == nullptr) {
            verified.broken.push_back(place + ": no report given has the SHA-256 " + hash +
                                      "; give the reports that the brief was printed from");
            continue;
        }
        if (part.contains("number")) numbered.push_back({part["number"], found->text});
        Prover prover(found->text, verified);
        prover.walk(part, place);
        prover.lines(part, place, "acts", {"clause"});
        prover.lines(part, place, "claims", {"content", "cue"});
    }
    prove_highlights(brief, verified);
    prove_names(brief, numbered, verified);
    return verified;
}

}  // namespace sitrep::publish
