#include "quality/readers/chained.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

constexpr std::string_view key = "Entity=";

using values::WordAt;

// Reads the brackets of one document, word by word.
class Brackets {
public:
    explicit Brackets(const ConlluDocument& document) : document_(document) {}

    base::Result<base::Done> read(std::string_view value, WordAt where) {
        while (!value.empty()) {
            const bool opens = value.front() == '(';
            if (opens) value.remove_prefix(1);
            const std::size_t end = value.find_first_of("()");
            const std::string_view what = value.substr(0, end);
            const std::string_view id = what.substr(0, what.find('-'));
            const bool closes = end != std::string_view::npos && value[end] == ')';
            if (id.empty() || (!opens && !closes)) return base::Error("no bracket of a mention");
            if (opens) open_[std::string(id)].push_back({where, type(what)});
            if (closes) {
                auto& open = open_[std::string(id)];
                if (open.empty()) return base::Error("a mention closes that is not open");
                add(open.back(), where, std::string(id));
                open.pop_back();
            }
            value.remove_prefix(end == std::string_view::npos ? value.size() : end + closes);
        }
        return base::Done{};
    }

    std::vector<GoldMention> mentions() {
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return a.words.first != b.words.first ? a.words.first < b.words.first
                                                  : b.words.last < a.words.last;
        });
        return std::move(found_);
    }

private:
    struct Open {
        WordAt first;
        std::string type;
    };

    static std::string type(std::string_view what) {
        const auto fields = cut(what, '-');
        return fields.size() < 2 ? std::string() : std::string(fields[1]);
    }

    void add(const Open& open, WordAt last, std::string id) {
        WordAt head = open.first;
        if (open.first.sentence == last.sentence) {
            const auto& words = document_.sentences[last.sentence].words;
            for (std::uint32_t w = last.word + 1; w-- > open.first.word;) {
                const std::int32_t above = words[w].tree.head;
                if (above < static_cast<std::int32_t>(open.first.word) ||
                    above > static_cast<std::int32_t>(last.word)) {
                    head.word = w;
                }
            }
        }
        found_.push_back({{open.first, last}, head, std::move(id), open.type});
    }

    const ConlluDocument& document_;
    std::map<std::string, std::vector<Open>> open_;
    std::vector<GoldMention> found_;
};

}  // namespace

base::Result<std::vector<GoldMention>> gold_mentions(const ConlluDocument& document) {
    Brackets brackets(document);
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const auto& words = document.sentences[s].words;
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            for (const std::string_view part : cut(words[w].misc, '|')) {
                if (!part.starts_with(key)) continue;
                auto done = brackets.read(part.substr(key.size()), {s, w});
                if (!done) {
                    return std::move(done).error().at(document.id + ", sentence " +
                                                      document.sentences[s].id);
                }
            }
        }
    }
    return brackets.mentions();
}

}  // namespace sitrep::quality
