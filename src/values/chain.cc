#include "values/chain.h"

#include <array>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 3> forms{"name", "noun", "pronoun"};
constexpr std::array<std::string_view, 6> beings{"unknown", "person", "body",
                                                 "state",   "place",  "thing"};
constexpr std::array<std::string_view, 3> numbers{"unknown", "one", "many"};
constexpr std::array<std::string_view, 3> genders{"unknown", "male", "female"};

}  // namespace

std::string_view name(Form form) { return forms[static_cast<std::size_t>(form)]; }
std::string_view name(Being being) { return beings[static_cast<std::size_t>(being)]; }
std::string_view name(Number number) { return numbers[static_cast<std::size_t>(number)]; }
std::string_view name(Gender gender) { return genders[static_cast<std::size_t>(gender)]; }

std::string print(std::string_view text, const Marks& marks, const Chains& chains) {
    std::string out;
    for (const Chain& chain : chains.chains) {
        if (chain.mentions.size() < 2) continue;
        out += name(chain.being);
        if (chain.number != Number::Unknown) out.append(" ").append(name(chain.number));
        if (chain.gender != Gender::Unknown) out.append(" ").append(name(chain.gender));
        for (std::size_t i = 0; i < chain.mentions.size(); ++i) {
            const Mention& mention = chains.mentions[chain.mentions[i]];
            out += i == 0 ? ": \"" : " <- \"";
            out += marks.span(mention.words).of(text);
            out += '"';
            if (mention.antecedent.choice) out += " " + mention.antecedent.reason.rule;
        }
        out += '\n';
    }
    return out;
}

}  // namespace sitrep::values
