#include "quality/readers/bracketed.h"

#include <cstdint>

namespace sitrep::quality {

base::Result<BracketedText> bracketed(std::string_view words) {
    BracketedText out;
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto here = static_cast<std::uint32_t>(out.text.size());
        if (words[at] == '[') {
            const auto blank = words.find(' ', at);
            if (blank == std::string_view::npos || blank == at + 1) {
                return base::Error("a bracket has no number behind it; write \"[1 words]\"");
            }
            open.push_back(out.brackets.size());
            out.brackets.push_back({std::string(words.substr(at + 1, blank - at - 1)), {here, 0}});
            at = blank;
        } else if (words[at] == ']') {
            if (open.empty()) return base::Error("a bracket closes that none opens");
            Extent& range = out.brackets[open.back()].range;
            open.pop_back();
            if (range.begin == here) return base::Error("a bracket holds no words");
            range.end = here;
        } else {
            out.text += words[at];
        }
    }
    if (!open.empty()) return base::Error("a bracket never closes");
    return out;
}

}  // namespace sitrep::quality
