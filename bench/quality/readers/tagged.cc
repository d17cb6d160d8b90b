#include "quality/readers/tagged.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

constexpr std::string_view uner_document = "# newdoc id = ";

struct Columns {
    char separator;
    std::size_t least;
    std::size_t token;
    std::size_t tag;  // from the front; beyond the row: the last
};

Columns columns(TagForm form) {
    switch (form) {
        case TagForm::Conll:
            return {' ', 2, 0, std::string::npos};
        case TagForm::Re3d:
            return {'\t', 2, 0, std::string::npos};
        case TagForm::Uner:
            break;
    }
    return {'\t', 3, 1, 2};
}

class Reading {
public:
    explicit Reading(TagForm form) : form_(form), columns_(columns(form)) {}

    base::Result<base::Done> line(std::string_view line) {
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            close();
            return base::Done{};
        }
        if (form_ == TagForm::Conll && line.starts_with("-DOCSTART-")) {
            opens_document_ = true;
            return base::Done{};
        }
        if (form_ == TagForm::Uner && line.starts_with('#')) {
            if (line.starts_with("# newdoc")) opens_document_ = true;
            if (line.starts_with(uner_document)) id_ = line.substr(uner_document.size());
            return base::Done{};
        }
        const auto cells = cut(line, columns_.separator);
        if (cells.size() < columns_.least) return base::Error("no token with a tag");
        const std::size_t tag = std::min(columns_.tag, cells.size() - 1);
        sentence_.tokens.emplace_back(cells[columns_.token]);
        sentence_.tags.emplace_back(cells[tag]);
        return base::Done{};
    }

    std::vector<TaggedDocument> documents() && {
        close();
        return std::move(documents_);
    }

private:
    void close() {
        if (sentence_.tokens.empty()) return;
        if (documents_.empty() || opens_document_ || form_ == TagForm::Re3d) {
            const std::string count = std::to_string(documents_.size() + 1);
            documents_.push_back({id_.empty() ? count : std::exchange(id_, {}), {}});
        }
        documents_.back().sentences.push_back(std::exchange(sentence_, {}));
        opens_document_ = false;
    }

    TagForm form_;
    Columns columns_;
    std::vector<TaggedDocument> documents_;
    TaggedSentence sentence_;
    std::string id_;
    bool opens_document_ = true;
};

}  // namespace

base::Result<std::vector<TaggedDocument>> tagged(std::string_view text, TagForm form,
                                                 const std::string& path) {
    Reading reading(form);
    std::size_t count = 0;
    for (std::string_view line : cut(text, '\n')) {
        ++count;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (auto done = reading.line(line); !done) {
            return std::move(done).error().at(path + ":" + std::to_string(count));
        }
    }
    return std::move(reading).documents();
}

base::Result<std::vector<TaggedDocument>> tagged_file(const std::string& path, TagForm form) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return tagged(*text, form, path);
}

}  // namespace sitrep::quality
