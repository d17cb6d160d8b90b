// Distances: how far off places were put, of all that should have been placed.
//
// Units   kilometres; an unplaced one has the maximum error
// Source  Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation", 2020
//         (Acc@161 km, AUC of the logged errors: 0 best, 1 worst; the maximum, 20,039 km)
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sitrep::quality {

constexpr double kilometres_max = 20039;
constexpr double near_kilometres = 161;

class Distances {
public:
    // Empty: unplaced.
    void add(std::optional<double> kilometres);
    Distances& operator+=(const Distances& more);

    std::size_t count() const { return errors_.size(); }
    double near() const;  // the share at most 161 km off
    double mean() const;
    double median() const;
    double area() const;  // under the sorted curve of ln(error + 1), by trapezes, over its maximum

private:
    std::vector<double> errors_;
};

}  // namespace sitrep::quality
