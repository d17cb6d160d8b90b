// Result: a value, or an error that names place, fault and next step.
//
// "The world says no" (file, weights, disk): the outer rooms return Result<T>, and each level
// adds where it was with at(). Nothing is thrown across a door.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace sitrep::base {

class Error {
public:
    // fault: what is wrong and what to do next, e.g. "the file is empty; delete it or fill it".
    explicit Error(std::string fault) : fault_(std::move(fault)) {}

    // The same error, seen from one level further out: "PLACE: …".
    Error at(const std::string& place) && {
        place_ = place_.empty() ? place : place + ": " + place_;
        return std::move(*this);
    }

    const std::string& place() const { return place_; }
    const std::string& fault() const { return fault_; }
    std::string message() const { return place_.empty() ? fault_ : place_ + ": " + fault_; }

private:
    std::string place_;
    std::string fault_;
};

// Success without a value: Result<Done>.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::move(value)) {}      // NOLINT: implicit by design
    Result(Error error) : held_(std::move(error)) {}  // NOLINT: implicit by design

    explicit operator bool() const { return std::holds_alternative<T>(held_); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T operator*() && { return std::move(value()); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const T& value() const {
        CHECK(*this);
        return std::get<T>(held_);
    }
    T& value() {
        CHECK(*this);
        return std::get<T>(held_);
    }
    const Error& error() const& {
        CHECK(!*this);
        return std::get<Error>(held_);
    }
    Error error() && {
        CHECK(!*this);
        return std::get<Error>(std::move(held_));
    }

private:
    std::variant<T, Error> held_;
};

}  // namespace sitrep::base
