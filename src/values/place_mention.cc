#include "values/place_mention.h"

namespace sitrep::values {

std::string_view code(PlaceUse use) {
    switch (use) {
        case PlaceUse::Place:
            return "place";
        case PlaceUse::Metonym:
            return "metonym";
        case PlaceUse::Adjective:
            return "adjective";
        case PlaceUse::InName:
            return "in-name";
    }
    return "place";
}

std::string print(std::string_view text, const PlaceMention& mention) {
    const auto& choice = mention.place.choice;
    return std::string(code(mention.use)) + " \"" + std::string(mention.span.of(text)) + "\"@" +
           mention.span.print() + " -> " + (choice ? choice->print() : "unknown");
}

}  // namespace sitrep::values
