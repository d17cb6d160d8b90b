#include "resolve/moments/grammar.h"

#include <utility>

#include "resolve/moments/parser.h"

namespace sitrep::resolve {

const std::array<Parser::Parse, 20> Parser::parses = {
    &Parser::month_first,  &Parser::day_first,
    &Parser::numeric,      &Parser::year_alone,
    &Parser::spoken_year,  &Parser::decade,
    &Parser::weekday,      &Parser::day_shift,
    &Parser::shifted,      &Parser::counted,
    &Parser::year_end,     &Parser::bare_units,
    &Parser::part_of_year, &Parser::season_or_holiday,
    &Parser::set,          &Parser::ref,
    &Parser::clock,        &Parser::prefixed,
    &Parser::nth_of_month, &Parser::weekday_of_week};

std::vector<TimePhrase> time_phrases(const TimeLine& line) {
    std::vector<TimePhrase> out;
    const Parser parser(line);
    for (std::size_t i = 0; i < line.size();) {
        auto phrase = parser.at(i);
        if (!phrase || phrase->last - phrase->first >= words_of_phrase_max) {
            ++i;
            continue;
        }
        i = phrase->last + 1;
        out.push_back(std::move(*phrase));
    }
    return out;
}

}  // namespace sitrep::resolve
