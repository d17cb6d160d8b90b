// Wanted: tensors asked for one after another, and the first that is not there as asked.
//
// After an error everything comes empty, so that a long list of tensors is read without a test
// after each; whoever reads asks error() once, before using any.
#pragma once

#include <optional>
#include <string>

#include "nn/tensors.h"

namespace sitrep::nn {

class Wanted {
public:
    explicit Wanted(const Tensors& tensors) : tensors_(tensors) {}

    std::span<const float> f32(const std::string& name, std::initializer_list<std::size_t> shape) {
        return taken(tensors_.f32(name, shape));
    }
    std::span<const std::int8_t> i8(const std::string& name,
                                    std::initializer_list<std::size_t> shape) {
        return taken(tensors_.i8(name, shape));
    }
    const std::optional<base::Error>& error() const { return error_; }

private:
    template <class Numbers>
    Numbers taken(base::Result<Numbers> found) {
        if (found && !error_) return *found;
        if (!found && !error_) error_ = found.error();
        return {};
    }

    const Tensors& tensors_;
    std::optional<base::Error> error_;
};

}  // namespace sitrep::nn
