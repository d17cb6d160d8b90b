// Matrix: rows of numbers seen in place; OwnedMatrix: rows of numbers kept.
//
// Shapes     [rows, columns], row-major; a row begins `stride` elements after the one before
// Invariant  columns <= stride; an OwnedMatrix's stride is its columns
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

#include "base/check.h"

namespace sitrep::nn {

template <class T>
class Matrix {
public:
    Matrix(T* data, std::size_t rows, std::size_t columns, std::size_t stride)
        : data_(data), rows_(rows), columns_(columns), stride_(stride) {
        CHECK(columns <= stride);
    }
    Matrix(T* data, std::size_t rows, std::size_t columns) : Matrix(data, rows, columns, columns) {}
    // A writable matrix may be read.
    template <class U>
    requires std::is_same_v<T, const U> Matrix(Matrix<U> other)  // NOLINT: implicit by design
        : Matrix(other.data(), other.rows(), other.columns(), other.stride()) {}

    T* data() const { return data_; }
    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    std::size_t stride() const { return stride_; }

    std::span<T> row(std::size_t i) const { return {data_ + i * stride_, columns_}; }
    // Columns [first, first + count) of every row; rows [first, first + count).
    Matrix part(std::size_t first, std::size_t count) const {
        CHECK(first + count <= columns_);
        return {data_ + first, rows_, count, stride_};
    }
    Matrix rows_from(std::size_t first, std::size_t count) const {
        CHECK(first + count <= rows_);
        return {data_ + first * stride_, count, columns_, stride_};
    }

private:
    T* data_;
    std::size_t rows_;
    std::size_t columns_;
    std::size_t stride_;
};

class OwnedMatrix {
public:
    OwnedMatrix() = default;
    OwnedMatrix(std::size_t rows, std::size_t columns)
        : numbers_(rows * columns), rows_(rows), columns_(columns) {}

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    std::span<float> row(std::size_t i) { return view().row(i); }
    std::span<const float> row(std::size_t i) const { return view().row(i); }
    Matrix<float> view() { return {numbers_.data(), rows_, columns_}; }
    Matrix<const float> view() const { return {numbers_.data(), rows_, columns_}; }

    friend bool operator==(const OwnedMatrix&, const OwnedMatrix&) = default;

private:
    std::vector<float> numbers_;
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
};

}  // namespace sitrep::nn
