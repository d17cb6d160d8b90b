#include "quality/readers/timeml.h"

#include <array>
#include <filesystem>
#include <utility>

namespace sitrep::quality {
namespace {

std::string attribute(std::string_view tag, std::string_view name) {
    const std::string key = " " + std::string(name) + "=\"";
    const auto at = tag.find(key);
    if (at == std::string_view::npos) return {};
    const auto begin = at + key.size();
    return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

// One entity or character at `at`; moves past it.
std::string_view plain(std::string_view xml, std::size_t& at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities = {
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}}};
    for (const auto& [entity, character] : entities) {
        if (xml.substr(at).starts_with(entity)) {
            at += entity.size();
            return character;
        }
    }
    return xml.substr(at++, 1);
}

}  // namespace

base::Result<TimemlDocument> timeml(std::string_view xml, const std::string& path) {
    TimemlDocument document;
    document.id = std::filesystem::path(path).stem().string();
    const auto created = xml.find("functionInDocument=\"CREATION_TIME\"");
    if (created != std::string_view::npos) {
        const auto tag = xml.rfind('<', created);
        document.created = attribute(xml.substr(tag, xml.find('>', created) - tag), "value");
    }
    const auto begin = xml.find("<TEXT>");
    const auto end = xml.find("</TEXT>");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return base::Error("has no TEXT; fetch the file again").at(path);
    }
    for (std::size_t at = begin + 6; at < end;) {
        if (xml[at] != '<') {
            document.text += plain(xml, at);
            continue;
        }
        const auto close = xml.find('>', at);
        if (close == std::string_view::npos) {
            return base::Error("a tag never closes; fetch the file again").at(path);
        }
        const std::string_view tag = xml.substr(at, close - at);
        const auto here = static_cast<std::uint32_t>(document.text.size());
        if (tag.starts_with("<TIMEX3")) {
            document.times.push_back(
                {{here, here}, attribute(tag, "type"), attribute(tag, "value")});
        } else if (tag.starts_with("</TIMEX3") && !document.times.empty()) {
            document.times.back().span.end = here;
        }
        at = close + 1;
    }
    return document;
}

}  // namespace sitrep::quality
