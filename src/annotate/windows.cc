#include "annotate/windows.h"

#include <algorithm>

namespace sitrep::annotate {
namespace {

constexpr std::uint32_t specials_of_a_part = 2;  // [CLS] and [SEP]
constexpr std::uint32_t overlap_of_parts = 126;  // at the positions of today's model: 510 - 384

void append(const PiecedReport& report, std::uint32_t first, std::uint32_t count,
            nn::Window& window) {
    const auto ids = report.pieces.begin() + first;
    window.pieces.insert(window.pieces.end(), ids, ids + count);
    const auto classes = report.casing.begin() + first;
    window.casing.insert(window.casing.end(), classes, classes + count);
}

void append(std::int32_t special, nn::Window& window) {
    window.pieces.push_back(special);
    window.casing.push_back(nn::Casing::NoSignal);
}

nn::Window window_of(const PiecedReport& report, Run run, Specials specials) {
    nn::Window window;
    std::size_t pieces = 1;
    std::size_t words = 0;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        pieces += report.stretches[i].pieces + 1;
        words += report.stretches[i].words;
    }
    window.pieces.reserve(pieces);
    window.casing.reserve(pieces);
    window.wanted.reserve(words + (run.last - run.first));

    append(specials.cls, window);
    std::vector<std::uint32_t> roots;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        const Stretch& stretch = report.stretches[i];
        const auto at = static_cast<std::uint32_t>(window.pieces.size());
        roots.push_back(at - 1);
        for (std::uint32_t word = 0; word < stretch.words; ++word) {
            window.wanted.push_back(at + report.starts[stretch.first_word + word] -
                                    stretch.first_piece);
        }
        append(report, stretch.first_piece, stretch.pieces, window);
        append(specials.sep, window);
    }
    window.wanted.insert(window.wanted.end(), roots.begin(), roots.end());
    return window;
}

// Where parts of a stretch begin and end, in its pieces.
struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    // How far a piece of the part stands from its nearer edge.
    std::uint32_t depth(std::uint32_t piece) const {
        return std::min(piece - begin, end - 1 - piece);
    }
    bool holds(std::uint32_t piece) const { return begin <= piece && piece < end; }
};

std::vector<Part> parts_of(std::uint32_t pieces, const Packing& packing) {
    std::vector<Part> parts;
    for (std::uint32_t begin = 0;; begin += packing.stride) {
        parts.push_back({begin, std::min(begin + packing.part, pieces)});
        if (parts.back().end == pieces) return parts;
    }
}

std::size_t append_parts(const PiecedReport& report, const Stretch& stretch, const Packing& packing,
                         Specials specials, std::vector<nn::Window>& windows) {
    const auto parts = parts_of(stretch.pieces, packing);
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part part = parts[i];
        nn::Window window;
        append(specials.cls, window);
        append(report, stretch.first_piece + part.begin, part.end - part.begin, window);
        append(specials.sep, window);
        // Words go to the parts in order, since depth falls in the one part while it rises in the
        // next; only neighbours overlap.
        for (; word < stretch.words; ++word) {
            const std::uint32_t at = report.starts[stretch.first_word + word] - stretch.first_piece;
            const bool in_next = i + 1 < parts.size() && parts[i + 1].holds(at);
            if (!part.holds(at) || (in_next && parts[i + 1].depth(at) > part.depth(at))) break;
            window.wanted.push_back(at - part.begin + 1);
        }
        if (i == 0) window.wanted.push_back(0);
        windows.push_back(std::move(window));
    }
    CHECK(word == stretch.words);
    return parts.size();
}

}  // namespace

Packing Packing::of(const nn::Spec& spec) {
    CHECK(spec.positions > specials_of_a_part);
    Packing packing;
    packing.part = spec.positions - specials_of_a_part;
    packing.stride = packing.part - std::min(overlap_of_parts, packing.part / 4);
    packing.window = std::min(spec.window_pieces, spec.positions);
    packing.paragraph = spec.window_paragraph_pieces;
    return packing;
}

std::vector<Run> runs(std::span<const Stretch> stretches, const Packing& packing) {
    std::vector<Run> found;
    std::uint32_t first = 0;
    std::uint32_t size = 1;
    for (std::uint32_t i = 0; i < stretches.size(); ++i) {
        const std::uint32_t need = stretches[i].pieces + 1;
        if (i > first && size + need > packing.window) {
            found.push_back({first, i});
            first = i;
            size = 1;
        }
        size += need;
        if (stretches[i].ends_paragraph && size >= packing.paragraph) {
            found.push_back({first, i + 1});
            first = i + 1;
            size = 1;
        }
    }
    const auto end = static_cast<std::uint32_t>(stretches.size());
    if (first < end) found.push_back({first, end});
    return found;
}

std::size_t append_windows(const PiecedReport& report, Run run, const Packing& packing,
                           Specials specials, std::vector<nn::Window>& windows) {
    const Stretch& stretch = report.stretches[run.first];
    if (run.last - run.first == 1 && stretch.pieces > packing.part) {
        return append_parts(report, stretch, packing, specials, windows);
    }
    windows.push_back(window_of(report, run, specials));
    return 1;
}

nn::OwnedMatrix joined_parts(std::span<const nn::OwnedMatrix> parts) {
    std::size_t rows = 0;
    for (const auto& part : parts) rows += part.rows();
    nn::OwnedMatrix joined(rows, parts.front().columns());
    const auto put = [&joined](std::span<const float> row, std::size_t at) {
        std::copy(row.begin(), row.end(), joined.row(at).begin());
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t words = parts[i].rows() - (i == 0 ? 1 : 0);
        for (std::size_t row = 0; row < words; ++row) put(parts[i].row(row), at++);
    }
    put(parts.front().row(parts.front().rows() - 1), at);
    return joined;
}

}  // namespace sitrep::annotate
