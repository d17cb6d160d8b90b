// label_fields: a label line as its fields and bare words, in the order they stand.
//
// Form    key="words"#2=who is meant; via="nearest mouth">"the next": each mouth is a field `via`;
//         everything else is a bare word
// Source  the labelling guide, section 2; training/corpus/check.py reads the same
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::quality {

struct LabelField {
    std::string key;
    std::string words;
    std::size_t occurrence = 1;
    std::string meant;  // empty where the words alone say it

    friend bool operator==(const LabelField&, const LabelField&) = default;
};

struct LabelFields {
    std::vector<LabelField> fields;
    std::vector<std::string> bare;

    friend bool operator==(const LabelFields&, const LabelFields&) = default;
};

LabelFields label_fields(std::string_view line);

}  // namespace sitrep::quality
