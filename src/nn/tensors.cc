#include "nn/tensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.h"
#include "base/sha256.h"

namespace sitrep::nn {
namespace {

using Json = nlohmann::json;

constexpr std::size_t header_bytes_max = 1U << 20U;
constexpr std::size_t length_bytes = 8;
constexpr std::size_t dimensions_max = 8;

static_assert(std::endian::native == std::endian::little, "safetensors are read in place");

base::Error damaged(const std::string& fault) {
    return base::Error(fault + "; the file is damaged, fetch or export it again");
}

std::size_t bytes_of(Type type) { return type == Type::I8 ? 1 : 4; }

std::string printed(const std::vector<std::size_t>& shape) {
    std::string out = "[";
    for (const std::size_t size : shape) {
        out += (out.size() == 1 ? "" : ",") + std::to_string(size);
    }
    return out + "]";
}

// Numbers of a JSON array of at most dimensions_max sizes that fit the file.
base::Result<std::vector<std::size_t>> sizes(const Json& array) {
    if (!array.is_array() || array.size() > dimensions_max) return damaged("no list of sizes");
    std::vector<std::size_t> found;
    for (const Json& size : array) {
        if (!size.is_number_unsigned()) return damaged("a size is no whole number");
        found.push_back(size.get<std::size_t>());
    }
    return found;
}

// A tensor whose bytes lie inside a body of body_bytes that begins at body.
base::Result<Tensor> tensor_of(const Json& entry, std::size_t body, std::size_t body_bytes) {
    if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape") ||
        !entry.contains("data_offsets")) {
        return damaged("dtype, shape or data_offsets is missing");
    }
    Tensor tensor;
    const Json& type = entry["dtype"];
    if (type == "I8") {
        tensor.type = Type::I8;
    } else if (type == "F32") {
        tensor.type = Type::F32;
    } else {
        return damaged("numbers of type " +
                       type.dump(-1, ' ', false, Json::error_handler_t::replace) +
                       ", not I8 or F32");
    }
    auto shape = sizes(entry["shape"]);
    if (!shape) return std::move(shape).error().at("shape");
    auto offsets = sizes(entry["data_offsets"]);
    if (!offsets) return std::move(offsets).error().at("data_offsets");
    if (offsets->size() != 2 || (*offsets)[0] > (*offsets)[1] || (*offsets)[1] > body_bytes) {
        return damaged("data_offsets " + printed(*offsets) + " reach out of the file's " +
                       std::to_string(body_bytes) + " bytes of numbers");
    }
    std::size_t bytes = bytes_of(tensor.type);
    for (const std::size_t size : *shape) {
        if (size != 0 && bytes > body_bytes / size) return damaged("the shape is too large");
        bytes *= size;
    }
    if (bytes != (*offsets)[1] - (*offsets)[0]) {
        return damaged("the shape " + printed(*shape) + " does not fit its bytes");
    }
    tensor.shape = std::move(*shape);
    tensor.begin = body + (*offsets)[0];
    tensor.end = body + (*offsets)[1];
    if (tensor.begin % bytes_of(tensor.type) != 0) return damaged("the numbers are not aligned");
    return tensor;
}

using Named = std::map<std::string, Tensor, std::less<>>;

// The format allows neither holes nor overlaps.
base::Result<base::Done> seamless(const Named& tensors, std::size_t body, std::size_t end) {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    for (const auto& [name, tensor] : tensors) {
        if (tensor.begin != tensor.end) ranges.emplace_back(tensor.begin, tensor.end);
    }
    std::sort(ranges.begin(), ranges.end());
    std::size_t at = body;
    for (const auto& [first, last] : ranges) {
        if (first != at) {
            return damaged("byte " + std::to_string(std::min(at, first)) +
                           (first < at ? ": two tensors overlap" : ": bytes of no tensor"));
        }
        at = last;
    }
    if (at != end) return damaged("byte " + std::to_string(at) + ": bytes of no tensor");
    return base::Done{};
}

base::Result<Named> named(std::string_view bytes) {
    if (bytes.size() < length_bytes) return damaged("shorter than 8 bytes");
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), length_bytes);
    if (length > header_bytes_max || length > bytes.size() - length_bytes) {
        return damaged("the header is said to have " + std::to_string(length) +
                       " bytes, the file has " + std::to_string(bytes.size()));
    }
    const std::size_t body = length_bytes + static_cast<std::size_t>(length);
    const Json header =
        Json::parse(bytes.substr(length_bytes, static_cast<std::size_t>(length)), nullptr, false);
    if (!header.is_object()) return damaged("byte 8: the header is no JSON object");
    Named found;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") continue;
        auto tensor = tensor_of(entry, body, bytes.size() - body);
        if (!tensor) return std::move(tensor).error().at("tensor " + name);
        found.emplace(name, std::move(*tensor));
    }
    if (const auto whole = seamless(found, body, bytes.size()); !whole) return whole.error();
    return found;
}

}  // namespace

base::Result<Tensors> Tensors::from(std::string_view bytes) {
    auto found = named(bytes);
    if (!found) return std::move(found).error();
    Tensors tensors;
    tensors.bytes_ = bytes;
    tensors.tensors_ = std::move(*found);
    return tensors;
}

base::Result<Tensors> Tensors::open(const std::string& path, std::string_view sha256,
                                    const std::string& spec) {
    auto tensors = open(path);
    if (tensors && base::sha256_hex(tensors->bytes()) != sha256) {
        return base::Error("its SHA-256 is not the one in " + spec +
                           ": the file is damaged or of another model; fetch or export the folder "
                           "again")
            .at(path);
    }
    return tensors;
}

base::Result<Tensors> Tensors::open(const std::string& path) {
    auto file = base::MappedFile::open(path);
    if (!file) return std::move(file).error();
    auto mapping = std::make_shared<const base::MappedFile>(std::move(*file));
    auto tensors = from(mapping->bytes());
    if (!tensors) return std::move(tensors).error().at(path);
    tensors->path_ = path;
    tensors->mapping_ = std::move(mapping);
    return tensors;
}

base::Result<std::string_view> Tensors::find(const std::string& name, Type type,
                                             std::initializer_list<std::size_t> shape) const {
    const auto fault = [&](const std::string& words) {
        base::Error error = damaged("tensor " + name + " " + words);
        return path_.empty() ? error : std::move(error).at(path_);
    };
    const auto at = tensors_.find(name);
    if (at == tensors_.end()) return fault("is missing");
    const Tensor& tensor = at->second;
    if (tensor.type != type) return fault(type == Type::I8 ? "is not I8" : "is not F32");
    if (!std::equal(tensor.shape.begin(), tensor.shape.end(), shape.begin(), shape.end())) {
        return fault("has the shape " + printed(tensor.shape) + ", spec.txt asks for " +
                     printed(std::vector<std::size_t>(shape)));
    }
    return bytes_.substr(tensor.begin, tensor.end - tensor.begin);
}

base::Result<std::span<const float>> Tensors::f32(const std::string& name,
                                                  std::initializer_list<std::size_t> shape) const {
    const auto bytes = find(name, Type::F32, shape);
    if (!bytes) return bytes.error();
    return std::span(reinterpret_cast<const float*>(bytes->data()), bytes->size() / sizeof(float));
}

base::Result<std::span<const std::int8_t>> Tensors::i8(
    const std::string& name, std::initializer_list<std::size_t> shape) const {
    const auto bytes = find(name, Type::I8, shape);
    if (!bytes) return bytes.error();
    return std::span(reinterpret_cast<const std::int8_t*>(bytes->data()), bytes->size());
}

}  // namespace sitrep::nn
