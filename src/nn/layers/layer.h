// Layer: one post-norm transformer layer (BERT's), and the memory that a thread computes in.
//
// Shapes  x [rows, hidden], changed in place
// Source  docs/decisions/0003-annotator.md
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/linear.h"
#include "nn/matrix.h"
#include "nn/path.h"
#include "nn/wanted.h"

namespace sitrep::nn {

struct Norm {
    std::span<const float> weight;
    std::span<const float> bias;

    static Norm wanted(Wanted& read, const std::string& name, std::size_t width);
};

// The memory that one thread computes in.
struct Work {
    std::vector<float> states;
    std::vector<float> qkv;
    std::vector<float> mixed;
    std::vector<float> wide;
    std::vector<float> lone;
    ByteRows bytes;
    std::vector<std::byte> attention;
};

// A matrix in memory that grows as needed; its numbers are what was there.
Matrix<float> shaped(std::vector<float>& numbers, std::size_t rows, std::size_t columns);

// The same for all layers of a model.
struct LayerForm {
    std::size_t hidden = 0;
    std::size_t heads = 0;
    std::size_t intermediate = 0;
    float epsilon = 0;
    Path path = Path::Plain;

    // row = norm(row + residual)
    void normalise(std::span<float> row, const float* residual, const Norm& by) const;
};

struct Layer {
    Linear qkv;
    Linear output;
    Norm attention_norm;
    Linear into;
    Linear out;
    Norm feedforward_norm;

    // Tensors "layer.N.attention.qkv.weight" …; of_bytes quantised ones, with their scales.
    static Layer of_bytes(Wanted& read, std::size_t n, const LayerForm& form);
    static Layer of_floats(Wanted& read, std::size_t n, const LayerForm& form);

    void run(Matrix<float> x, const LayerForm& form, Work& work) const;
    // The two halves: what attention hands on for every row; what follows for rows that go on.
    Matrix<const float> attended(Matrix<const float> x, const LayerForm& form, Work& work) const;
    void after_attention(Matrix<const float> mixed, Matrix<float> x, const LayerForm& form,
                         Work& work) const;

private:
    void feed_forward(Matrix<float> x, const LayerForm& form, Work& work) const;
};

}  // namespace sitrep::nn
