#include "resolve/coreference.h"

#include <gtest/gtest.h>

#include <string>

#include "cases.h"
#include "lookup/table.h"

namespace sitrep::resolve {
namespace {

lookup::Table lexicon(const std::string& name) {
    auto table = lookup::table(std::string(SITREP_ROOT) + "/lexicon/en/" + name);
    EXPECT_TRUE(table) << table.error().message();
    return *table;
}

const BeingsKnown& known() {
    static const BeingsKnown words =
        *BeingsKnown::from(lexicon("beings.tsv"), lexicon("given_names.tsv"));
    return words;
}

struct Resolved {
    values::NotedMarks noted;
    values::Chains chains;
};

Resolved resolved(const std::string& notation) {
    auto noted = values::marks_from(notation);
    EXPECT_TRUE(noted) << notation;
    values::Report report;
    report.text = noted->text;
    auto chains = coreference(report, noted->marks, known());
    return {std::move(*noted), std::move(chains)};
}

std::string printed(const std::string& notation) {
    const Resolved all = resolved(notation);
    std::string out = values::print(all.noted.text, all.noted.marks, all.chains);
    if (out.empty()) return "nothing";
    out.pop_back();
    for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n')) {
        out.replace(at, 1, "; ");
    }
    return out;
}

// Two sentences: a person and a pronoun, in the notation of marks.h.
std::string story(const std::string& subject_features, const std::string& pronoun) {
    return "Osei|Osei|PROPN|2|nsubj|" + subject_features + " left|leave|VERB|0|root  [PER 1-1]\n" +
           pronoun + "|" + pronoun + "|PRON|2|nsubj slept|sleep|VERB|0|root";
}

TEST(Coreference, Cases) {
    tests::run_cases("tests/resolve/coreference.cases",
                     [](const std::string& input, const auto&) { return printed(input); });
}

TEST(Coreference, OnePersonIsNotThey) {
    EXPECT_EQ(printed(story("Number=Sing", "she")),
              "person one female: \"Osei\" <- \"she\" pronoun");
    EXPECT_EQ(printed(story("Number=Sing", "it")), "nothing");
    EXPECT_EQ(printed(story("Number=Plur", "they")), "person many: \"Osei\" <- \"they\" pronoun");
}

TEST(Coreference, LinksTellRuleAndWords) {
    const Resolved all = resolved(story("Number=Sing", "he"));
    ASSERT_EQ(all.chains.mentions.size(), 2U);
    const auto& link = all.chains.mentions[1].antecedent;
    EXPECT_EQ(link.choice, 0U);
    EXPECT_EQ(link.reason.rule, "pronoun");
    ASSERT_EQ(link.reason.evidence.size(), 2U);
    EXPECT_EQ(link.reason.evidence[0].of(all.noted.text), "Osei");
    EXPECT_EQ(link.reason.evidence[1].of(all.noted.text), "he");
    EXPECT_GT(link.reason.score, 0.5);
}

// "We hold Osk," so read: the attribution gives the quotation's own first word for its source.
std::string own_speaker(const std::string& pronoun, const std::string& features) {
    return "\"|\"|PUNCT|3|punct " + pronoun + "|" + pronoun + "|PRON|3|nsubj|" + features +
           " hold|hold|VERB|7|ccomp Osk|Osk|PROPN|3|obj \"|\"|PUNCT|3|punct so|so|ADV|7|advmod "
           "read|read|VERB|0|root  {source 2 cue 7 content 1-5}";
}

TEST(Coreference, NobodyIsTheirOwnSpeaker) {
    EXPECT_EQ(printed(own_speaker("We", "Number=Plur|Person=1")), "nothing");
    EXPECT_EQ(printed(own_speaker("I", "Number=Sing|Person=1")), "nothing");
    EXPECT_EQ(printed(own_speaker("You", "Person=2")), "nothing");
}

TEST(Coreference, AFamilyNameOfTwoIsLeftOpen) {
    const Resolved all = resolved(
        "Kim|Kim|PROPN|3|nsubj|Number=Sing Osei|Osei|PROPN|1|flat met|meet|VERB|0|root "
        "Robin|Robin|PROPN|3|obj|Number=Sing Osei|Osei|PROPN|4|flat  [PER 1-2] [PER 4-5]\n"
        "Osei|Osei|PROPN|2|nsubj|Number=Sing left|leave|VERB|0|root  [PER 1-1]");
    ASSERT_EQ(all.chains.mentions.size(), 3U);
    const auto& link = all.chains.mentions[2].antecedent;
    EXPECT_EQ(link.choice, std::nullopt);
    EXPECT_EQ(link.reason.rule, "two-of-that-name");
    EXPECT_EQ(link.passed.size(), 2U);
}

TEST(Coreference, WhatIsSaidByTheSpeakerIsNotOfTheSpeaker) {
    // "He left," Osei said. He is another.
    EXPECT_EQ(printed("\"|\"|PUNCT|3|punct He|he|PRON|3|nsubj left|leave|VERB|7|ccomp "
                      "\"|\"|PUNCT|3|punct ,|,|PUNCT|3|punct Osei|Osei|PROPN|7|nsubj|Number=Sing "
                      "said|say|VERB|0|root  [PER 6-6] {source 6 cue 7 content 2-3}"),
              "nothing");
}

TEST(Coreference, AParagraphInFrontMovesNoLink) {
    const std::string told = story("Number=Sing", "she");
    const std::string front = "Rain|rain|NOUN|2|nsubj|Number=Sing fell|fall|VERB|0|root  <end>\n";
    const Resolved alone = resolved(told);
    const Resolved behind = resolved(front + told);
    ASSERT_EQ(behind.chains.mentions.size(), alone.chains.mentions.size() + 1);
    for (std::size_t i = 0; i < alone.chains.mentions.size(); ++i) {
        const auto& one = alone.chains.mentions[i];
        const auto& other = behind.chains.mentions[i + 1];
        EXPECT_EQ(one.head.sentence + 1, other.head.sentence);
        EXPECT_EQ(one.antecedent.reason.rule, other.antecedent.reason.rule);
        EXPECT_EQ(one.antecedent.choice.has_value(), other.antecedent.choice.has_value());
        if (one.antecedent.choice) {
            EXPECT_EQ(*one.antecedent.choice + 1, *other.antecedent.choice);
        }
        EXPECT_EQ(alone.noted.marks.span(one.words).of(alone.noted.text),
                  behind.noted.marks.span(other.words).of(behind.noted.text));
    }
}

TEST(Coreference, EveryMentionStandsInOneChain) {
    const Resolved all = resolved(story("Number=Sing", "she") + "\n" + story("Number=Sing", "he"));
    std::vector<int> seen(all.chains.mentions.size(), 0);
    for (std::size_t c = 0; c < all.chains.chains.size(); ++c) {
        for (const std::uint32_t i : all.chains.chains[c].mentions) {
            ++seen[i];
            EXPECT_EQ(all.chains.mentions[i].chain, c);
        }
    }
    EXPECT_EQ(seen, std::vector<int>(seen.size(), 1));
}

TEST(Coreference, NothingComesOfNothing) {
    values::Report report;
    EXPECT_EQ(coreference(report, {}, known()), values::Chains());
    values::Marks unread;
    unread.sentences.resize(2);
    EXPECT_EQ(coreference(report, unread, known()), values::Chains());
}

TEST(BeingsKnown, EveryRowsExampleHoldsItsWord) {
    for (const auto& row : lexicon("beings.tsv").rows) {
        std::string example = row.cells[5];
        for (char& c : example) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        EXPECT_NE(example.find(row.cells[1]), std::string::npos) << "line " << row.line;
        const auto kind = row.cells[0] == "title"     ? WordKind::Title
                          : row.cells[0] == "ending"  ? WordKind::Ending
                          : row.cells[0] == "speaks"  ? WordKind::Speaks
                          : row.cells[0] == "time"    ? WordKind::Time
                          : row.cells[0] == "name"    ? WordKind::Name
                          : row.cells[0] == "empty"   ? WordKind::Empty
                          : row.cells[0] == "pronoun" ? WordKind::Pronoun
                          : row.cells[0] == "article" ? WordKind::Article
                                                      : WordKind::Noun;
        EXPECT_NE(known().find(kind, row.cells[1]), nullptr) << "line " << row.line;
    }
}

TEST(BeingsKnown, EveryNamesExampleHasItsPronoun) {
    for (const auto& row : lexicon("given_names.tsv").rows) {
        const bool his = row.cells[2].find(" his ") != std::string::npos;
        const bool her = row.cells[2].find(" her ") != std::string::npos;
        EXPECT_EQ(his, row.cells[1] == "male") << "line " << row.line;
        EXPECT_EQ(her, row.cells[1] == "female") << "line " << row.line;
    }
}

TEST(BeingsKnown, WrongRowsAreNamed) {
    const std::string head = "# columns: part word gender number called example\n";
    const auto names = *lookup::table_of("# columns: name gender example\n", "names.tsv");
    const auto fault = [&](const std::string& row) {
        const auto known_or = BeingsKnown::from(*lookup::table_of(head + row, "b.tsv"), names);
        return known_or ? std::string("none") : known_or.error().message();
    };
    EXPECT_EQ(fault("person\tminister\t-\t-\tofficial\t\"the minister\"\n"), "none");
    EXPECT_EQ(fault("persona\tminister\t-\t-\t-\t\"\"\n"),
              "b.tsv:2: \"persona\" is no part; mend the row");
    EXPECT_EQ(fault("person\tminister\tboth\t-\t-\t\"\"\n"),
              "b.tsv:2: the gender is not male, female or -; mend the row");
    EXPECT_EQ(fault("person\tminister\t-\ttwo\t-\t\"\"\n"),
              "b.tsv:2: the number is not many or -; mend the row");
}

}  // namespace
}  // namespace sitrep::resolve
