// entities: names with their types on given tokens, in three sets with types of their own.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/files.h"
#include "quality/readers/tagged.h"
#include "quality/scores/mentions.h"

namespace sitrep::quality {
namespace {

// How one set's types and ours meet; a type without a place in a map is in neither count.
struct EntitySet {
    std::string name;
    TagForm form;
    std::string path;    // up to "dev" or "test"
    std::string ending;  // after it
    TypeMap ours;        // our types to the set's
    TypeMap theirs;      // the set's types to those we score
    std::vector<std::string> types;
};

// The official PER, ORG and LOC stand apart from MISC, which each corpus fills as it likes.
const std::vector<std::string> three_types = {"PER", "ORG", "LOC"};

EntitySet conll() {
    return {"conll",
            TagForm::Conll,
            "conllpp/",
            ".txt",
            {{"PER", "PER"},
             {"ORG", "ORG"},
             {"GRP", "ORG"},
             {"GPE", "LOC"},
             {"LOC", "LOC"},
             {"FAC", "LOC"},
             {"NORP", "MISC"},
             {"EVT", "MISC"},
             {"WPN", "MISC"},
             {"MISC", "MISC"}},
            {{"PER", "PER"}, {"ORG", "ORG"}, {"LOC", "LOC"}, {"MISC", "MISC"}},
            {"PER", "ORG", "LOC", "MISC"}};
}

EntitySet uner() {
    return {"uner_ewt",
            TagForm::Uner,
            "uner-ewt/en_ewt-ud-",
            ".iob2",
            {{"PER", "PER"},
             {"ORG", "ORG"},
             {"GRP", "ORG"},
             {"GPE", "LOC"},
             {"LOC", "LOC"},
             {"FAC", "LOC"}},
            {{"PER", "PER"}, {"ORG", "ORG"}, {"LOC", "LOC"}},
            three_types};
}

EntitySet re3d() {
    return {"re3d",
            TagForm::Re3d,
            "re3d/",
            ".txt",
            {{"PER", "Person"},
             {"ORG", "Organisation"},
             {"GRP", "Organisation"},
             {"GPE", "Location"},
             {"LOC", "Location"},
             {"FAC", "Location"},
             {"NORP", "Nationality"},
             {"WPN", "Weapon"}},
            {{"Person", "Person"},
             {"Organisation", "Organisation"},
             {"Location", "Location"},
             {"Nationality", "Nationality"},
             {"Weapon", "Weapon"},
             {"MilitaryPlatform", "Weapon"}},
            {"Person", "Organisation", "Location", "Nationality", "Weapon"}};
}

std::vector<Mention> predicted_mentions(const values::MarkedSentence& sentence) {
    std::vector<Mention> found;
    for (const values::Entity& entity : sentence.entities) {
        found.push_back({entity.first, entity.last, std::string(values::code(entity.type))});
    }
    return found;
}

Json list(const std::vector<Mention>& mentions, const std::vector<std::string>& tokens) {
    Json found = Json::array();
    for (const Mention& mention : mentions) {
        std::string words;
        for (std::size_t i = mention.first; i <= mention.last; ++i) {
            words += (words.empty() ? "" : " ") + tokens[i];
        }
        found.push_back({{"type", mention.type},
                         {"first", mention.first + 1},
                         {"last", mention.last + 1},
                         {"words", words}});
    }
    return found;
}

CountsByType run(const EntitySet& set, const std::vector<TaggedDocument>& documents,
                 const Annotate& annotate, Predictions& predictions) {
    CountsByType counts;
    for (const TaggedDocument& document : documents) {
        const Given input = given(document);
        const values::Marks marks = annotate(input.report, input.sentences);
        must_fit(marks, input.sentences);
        for (std::size_t i = 0; i < document.sentences.size(); ++i) {
            const TaggedSentence& sentence = document.sentences[i];
            const auto ours = mapped(predicted_mentions(marks.sentences[i]), set.ours);
            const auto gold = mapped(mentions(sentence.tags), set.theirs);
            for (const auto& [type, more] : compare(ours, gold)) counts[type] += more;
            predictions.add({{"set", set.name},
                             {"document", document.id},
                             {"sentence", i + 1},
                             {"tokens", sentence.tokens},
                             {"expected", list(gold, sentence.tokens)},
                             {"predicted", list(ours, sentence.tokens)}});
        }
    }
    return counts;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

void report(const EntitySet& set, const CountsByType& counts, Outcome& outcome) {
    const bool has_misc = std::find(set.types.begin(), set.types.end(), "MISC") != set.types.end();
    outcome.add(set.name + "_f1", sum(counts, has_misc ? three_types : set.types));
    if (has_misc) outcome.add(set.name + "_with_misc_f1", sum(counts, set.types));
    for (const std::string& type : set.types) {
        outcome.add(set.name + "_" + lowered(type) + "_f1", sum(counts, {type}));
    }
}

}  // namespace

base::Result<Outcome> entities(const std::string& data, const Annotate& annotate,
                               Predictions& predictions) {
    Outcome outcome("entities");
    for (const EntitySet& set : {conll(), uner(), re3d()}) {
        const auto path = dev_or_test(data, set.path, set.ending);
        if (!path) {
            outcome.skip(set.path + "dev" + set.ending + " is not there");
            continue;
        }
        const auto documents = tagged_file(*path, set.form);
        if (!documents) return documents.error();
        report(set, run(set, *documents, annotate, predictions), outcome);
    }
    return outcome;
}

}  // namespace sitrep::quality
