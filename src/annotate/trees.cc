#include "annotate/trees.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>

#include "base/check.h"

namespace sitrep::annotate {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
// Far beyond any score of a head, and still so small that sums of it tell scores apart.
constexpr double farthest = 1e6;

double number(float score) {
    return std::isfinite(score) ? std::clamp<double>(score, -farthest, farthest) : -farthest;
}

// Each word's best head, its own column passed over; of equals the first.
std::vector<std::int32_t> best_heads(nn::Matrix<const float> scores) {
    std::vector<std::int32_t> heads(scores.rows(), -1);
    for (std::size_t word = 0; word < scores.rows(); ++word) {
        const auto row = scores.row(word);
        float best = row[0];
        for (std::size_t head = 0; head < scores.rows(); ++head) {
            if (row[head + 1] > best && head != word) {
                best = row[head + 1];
                heads[word] = static_cast<std::int32_t>(head);
            }
        }
    }
    return heads;
}

bool is_tree_with_one_root(const std::vector<std::int32_t>& heads) {
    if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
    // seen[w]: the walk, counted from 1, on which w was first met; a walk that meets itself turns.
    std::vector<std::uint32_t> seen(heads.size(), 0);
    for (std::uint32_t walk = 1; walk <= heads.size(); ++walk) {
        auto at = static_cast<std::int32_t>(walk - 1);
        while (at >= 0 && seen[static_cast<std::size_t>(at)] == 0) {
            seen[static_cast<std::size_t>(at)] = walk;
            at = heads[static_cast<std::size_t>(at)];
        }
        if (at >= 0 && seen[static_cast<std::size_t>(at)] == walk) return false;
    }
    return true;
}

// Chu-Liu-Edmonds. Node 0 is the root, 1 … words the words, from there on the contracted cycles.
// Every node that still stands has a slot, a row and column of the matrix: a word its own, a cycle
// that of its first node.
class Contraction {
public:
    explicit Contraction(nn::Matrix<const float> scores);
    std::vector<std::int32_t> heads();

private:
    struct Edge {
        double score = 0;
        std::uint32_t dependent = 0;  // as nodes before any contraction
        std::uint32_t head = 0;
    };
    struct Cycle {
        std::uint32_t node = 0;
        std::vector<std::uint32_t> slots;
        std::vector<std::uint32_t> nodes;  // in those slots, before the cycle took them
        std::vector<Edge> edges;           // into each from the one before it in the cycle
    };

    Edge& edge(std::uint32_t dependent, std::uint32_t head) {
        return edges_[std::size_t{dependent} * size_ + head];
    }
    void choose(std::uint32_t slot);
    std::optional<std::vector<std::uint32_t>> cycle();
    void contract(const std::vector<std::uint32_t>& slots);
    std::vector<std::int32_t> expanded();

    std::uint32_t size_;                 // slots
    std::vector<Edge> edges_;            // [dependent slot, head slot]
    std::vector<std::uint32_t> slots_;   // that still stand, without the root's
    std::vector<std::uint32_t> best_;    // slot of each slot's best head
    std::vector<std::uint32_t> node_;    // in each slot
    std::vector<std::uint32_t> parent_;  // cycle that took a node, or none
    std::vector<Cycle> cycles_;
    std::vector<std::uint32_t> seen_;  // of each slot: the walk that met it first
    std::uint32_t walk_ = 0;
    std::size_t tried_ = 0;  // slots before it lead to no cycle
};

Contraction::Contraction(nn::Matrix<const float> scores)
    : size_(static_cast<std::uint32_t>(scores.columns())),
      edges_(std::size_t{size_} * size_),
      best_(size_, 0),
      node_(size_),
      parent_(size_, none),
      seen_(size_, 0) {
    double reach = 1;  // more than a tree can be better than another
    for (std::uint32_t word = 1; word < size_; ++word) {
        double low = number(scores.row(word - 1)[0]);
        double high = low;
        for (std::uint32_t head = 0; head < size_; ++head) {
            const double score = number(scores.row(word - 1)[head]);
            edge(word, head) = {score, word, head};
            if (head == word) continue;
            low = std::min(low, score);
            high = std::max(high, score);
        }
        reach += high - low;
        slots_.push_back(word);
    }
    for (std::uint32_t word = 1; word < size_; ++word) edge(word, 0).score -= reach;
    for (std::uint32_t node = 0; node < size_; ++node) node_[node] = node;
}

void Contraction::choose(std::uint32_t slot) {
    best_[slot] = 0;
    for (const std::uint32_t head : slots_) {
        if (head != slot && edge(slot, head).score > edge(slot, best_[slot]).score) {
            best_[slot] = head;
        }
    }
}

// The slots of one cycle among the best heads. A walk goes from head to head until it meets the
// root, an older walk (which led to the root), or itself.
std::optional<std::vector<std::uint32_t>> Contraction::cycle() {
    for (; tried_ < size_; ++tried_) {
        auto at = static_cast<std::uint32_t>(tried_);
        if (at == 0 || node_[at] == none || seen_[at] != 0) continue;
        ++walk_;
        while (at != 0 && seen_[at] == 0) {
            seen_[at] = walk_;
            at = best_[at];
        }
        if (at == 0 || seen_[at] != walk_) continue;
        std::vector<std::uint32_t> found{at};
        for (std::uint32_t next = best_[at]; next != at; next = best_[next]) found.push_back(next);
        // The walk is taken back: what it met leads into the cycle, which has no head yet.
        for (const std::uint32_t slot : slots_) {
            if (seen_[slot] == walk_) seen_[slot] = 0;
        }
        return found;
    }
    return std::nullopt;
}

// Makes the cycle one node in its first slot. An edge into it costs the edge that it frees.
void Contraction::contract(const std::vector<std::uint32_t>& slots) {
    const auto made = static_cast<std::uint32_t>(parent_.size());
    const std::uint32_t kept = slots.front();
    Cycle cycle{made, slots, {}, {}};
    std::vector<bool> inside(size_, false);
    for (const std::uint32_t slot : slots) {
        inside[slot] = true;
        cycle.nodes.push_back(node_[slot]);
        cycle.edges.push_back(edge(slot, best_[slot]));
        parent_[node_[slot]] = made;
        node_[slot] = none;
    }
    parent_.push_back(none);
    node_[kept] = made;
    std::erase_if(slots_, [&](std::uint32_t slot) { return inside[slot] && slot != kept; });

    const auto join = [&](std::uint32_t other) {
        Edge into = edge(kept, other);
        into.score -= cycle.edges[0].score;
        for (std::size_t i = 1; i < slots.size(); ++i) {
            Edge candidate = edge(slots[i], other);
            candidate.score -= cycle.edges[i].score;
            if (candidate.score > into.score) into = candidate;
        }
        edge(kept, other) = into;
        if (other == 0) return;
        for (const std::uint32_t slot : slots) {
            if (edge(other, slot).score > edge(other, kept).score) {
                edge(other, kept) = edge(other, slot);
            }
        }
        if (inside[best_[other]]) best_[other] = kept;
    };
    join(0);
    for (const std::uint32_t other : slots_) {
        if (other != kept) join(other);
    }
    choose(kept);
    cycles_.push_back(std::move(cycle));
    tried_ = 0;
}

// Chosen edges, cycle by cycle from the last made: the edge that enters a cycle takes the place of
// the cycle's own edge into the node it enters.
std::vector<std::int32_t> Contraction::expanded() {
    std::vector<Edge> into(parent_.size());
    for (const std::uint32_t slot : slots_) into[node_[slot]] = edge(slot, best_[slot]);
    for (auto cycle = cycles_.rbegin(); cycle != cycles_.rend(); ++cycle) {
        const Edge enters = into[cycle->node];
        std::uint32_t entered = enters.dependent;
        while (parent_[entered] != cycle->node) entered = parent_[entered];
        for (std::size_t i = 0; i < cycle->nodes.size(); ++i) {
            into[cycle->nodes[i]] = cycle->nodes[i] == entered ? enters : cycle->edges[i];
        }
    }
    std::vector<std::int32_t> heads(size_ - 1);
    for (std::uint32_t word = 1; word < size_; ++word) {
        heads[word - 1] = static_cast<std::int32_t>(into[word].head) - 1;
    }
    return heads;
}

std::vector<std::int32_t> Contraction::heads() {
    for (const std::uint32_t slot : slots_) choose(slot);
    while (const auto found = cycle()) contract(*found);
    return expanded();
}

}  // namespace

std::vector<std::int32_t> tree(nn::Matrix<const float> scores) {
    CHECK(scores.columns() == scores.rows() + 1);
    auto heads = best_heads(scores);
    if (heads.empty() || is_tree_with_one_root(heads)) return heads;
    return Contraction(scores).heads();
}

}  // namespace sitrep::annotate
