// Files: read whole, mapped, or written all at once or not at all.
//
// Errors  name the path, the fault and the next step; a full disk or a closed pipe is one of them
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sitrep::base {

// The whole file, or the whole of a pipe or device that the path names. More than bytes_max bytes
// are an error, found without reading them where the file knows its size.
Result<std::string> read_file(const std::string& path, std::size_t bytes_max);

// The same from an open stream; name stands for it in errors ("-").
Result<std::string> read_stream(std::FILE* stream, const std::string& name, std::size_t bytes_max);

// A file in memory for as long as the value lives. For what we installed (weights, tables): should
// somebody cut the file short meanwhile, reading past its new end ends the program.
class MappedFile {
public:
    static Result<MappedFile> open(const std::string& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return {data_, size_}; }

private:
    MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

// Whoever reads path sees its old bytes or all the new ones: they go to a file beside it, are
// forced to disk and take its name. A link is followed; a pipe or device is written straight.
Result<Done> write_file(const std::string& path, std::string_view bytes);

// Straight to an open stream; name stands for it in errors ("standard output").
Result<Done> write_stream(std::FILE* stream, const std::string& name, std::string_view bytes);

}  // namespace sitrep::base
