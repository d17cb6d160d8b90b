#include "quality/readers/files.h"

#include <lzma.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

namespace sitrep::quality {
namespace {

constexpr std::size_t chunk_bytes = 1U << 16U;

base::Result<std::string> bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return base::Error("cannot be read; check the path and its rights").at(path);
    std::string bytes;
    std::array<char, chunk_bytes> chunk{};
    while (file.read(chunk.data(), chunk.size()) || file.gcount() > 0) {
        bytes.append(chunk.data(), static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > file_bytes_max)
            return base::Error("too large to be a data file").at(path);
    }
    if (file.bad()) return base::Error("reading broke off; read it again").at(path);
    return bytes;
}

// Bytes of the code point that begins at `at`; 0 where none does (RFC 3629, section 4).
std::size_t code_point_bytes(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80U) return 1;
    const std::size_t size = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U) return 0;
    const unsigned second = byte(at + 1);
    const unsigned least = lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned most = lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
    if (second < least || second > most) return 0;
    for (std::size_t i = at + 2; i < at + size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    }
    return size;
}

base::Result<base::Done> must_be_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = code_point_bytes(text, at);
        if (size == 0) {
            return base::Error("byte " + std::to_string(at) + " is no UTF-8; convert the file");
        }
        at += size;
    }
    return base::Done{};
}

}  // namespace

base::Result<std::string> unpacked(std::string_view xz) {
    lzma_stream stream = LZMA_STREAM_INIT;
    if (lzma_stream_decoder(&stream, std::numeric_limits<std::uint64_t>::max(),
                            LZMA_CONCATENATED) != LZMA_OK) {
        return base::Error("no memory to unpack it");
    }
    std::vector<std::uint8_t> input(xz.begin(), xz.end());
    std::vector<std::uint8_t> chunk(chunk_bytes);
    stream.next_in = input.data();
    stream.avail_in = input.size();
    std::string text;
    lzma_ret state = LZMA_OK;
    while (state == LZMA_OK && text.size() <= file_bytes_max) {
        stream.next_out = chunk.data();
        stream.avail_out = chunk.size();
        state = lzma_code(&stream, LZMA_FINISH);
        text.append(chunk.begin(), chunk.end() - static_cast<std::ptrdiff_t>(stream.avail_out));
    }
    lzma_end(&stream);
    if (state == LZMA_OK) return base::Error("too large to be a data file");
    if (state != LZMA_STREAM_END) return base::Error("corrupt or cut xz data; fetch it again");
    return text;
}

base::Result<std::string> text_of(const std::string& path) {
    auto text = bytes_of(path);
    if (text && path.ends_with(".xz")) {
        text = unpacked(*text);
        if (!text) return std::move(text).error().at(path);
    }
    if (!text) return text;
    if (auto done = must_be_utf8(*text); !done) return std::move(done).error().at(path);
    return text;
}

std::optional<std::string> first_there(const std::string& folder,
                                       std::initializer_list<std::string> names) {
    for (const std::string& name : names) {
        const auto path = std::filesystem::path(folder) / name;
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored)) return path.string();
    }
    return std::nullopt;
}

std::optional<std::string> dev_or_test(const std::string& folder, const std::string& before,
                                       const std::string& after) {
    return first_there(folder, {before + "dev" + after + ".xz", before + "dev" + after,
                                before + "test" + after + ".xz", before + "test" + after});
}

std::vector<std::string_view> cut(std::string_view line, char separator) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t at = line.find(separator);
        pieces.push_back(line.substr(0, at));
        if (at == std::string_view::npos) return pieces;
        line.remove_prefix(at + 1);
    }
}

}  // namespace sitrep::quality
