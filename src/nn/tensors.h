// Tensors: a safetensors file, mapped into memory and checked before anything reads it.
//
// Shapes  row-major, little-endian; I8 and F32 are what we read
// Errors  path, byte and next step: no such file, cut or corrupt header, a tensor out of bounds,
//         overlapping, of an unknown type, or whose shape does not fit its bytes; bytes that belong
//         to no tensor
// Source  https://huggingface.co/docs/safetensors (format); docs/decisions/0003-annotator.md
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::nn {

enum class Type : std::uint8_t { I8, F32 };

struct Tensor {
    Type type = Type::F32;
    std::vector<std::size_t> shape;
    std::size_t begin = 0;  // bytes into the file
    std::size_t end = 0;
};

class Tensors {
public:
    static base::Result<Tensors> open(const std::string& path);
    // The same, refused where its SHA-256 is another than the one that the file `spec` gives.
    static base::Result<Tensors> open(const std::string& path, std::string_view sha256,
                                      const std::string& spec);
    // Bytes that someone else keeps alive; for tests and fuzzers.
    static base::Result<Tensors> from(std::string_view bytes);

    // The numbers of a tensor that must be there with this shape.
    base::Result<std::span<const float>> f32(const std::string& name,
                                             std::initializer_list<std::size_t> shape) const;
    base::Result<std::span<const std::int8_t>> i8(const std::string& name,
                                                  std::initializer_list<std::size_t> shape) const;

    std::string_view bytes() const { return bytes_; }  // of the whole file
    const std::map<std::string, Tensor, std::less<>>& all() const { return tensors_; }

private:
    Tensors() = default;
    base::Result<std::string_view> find(const std::string& name, Type type,
                                        std::initializer_list<std::size_t> shape) const;

    std::string path_;
    std::shared_ptr<const void> mapping_;  // keeps bytes_ alive; empty where another does
    std::string_view bytes_;
    std::map<std::string, Tensor, std::less<>> tensors_;
};

}  // namespace sitrep::nn
