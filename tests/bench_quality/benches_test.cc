// Whole benches on small data folders of our own, with programs under test that we can foretell.
#include "quality/benches.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "quality/scores/characters.h"

namespace sitrep::quality {
namespace {

constexpr const char* treebank =
    "# newdoc id = GUM_news_naro\n# newpar\n# text = Naro fell.\n"
    "1\tNaro\tNaro\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\tSpaceAfter="
    "No\n"
    "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
    "# text = It "
    "did\n1\tIt\tit\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tdid\tdo\tVERB\t_\t_\t0\troot\t_\t_\n\n"
    "# newdoc id = GUM_fiction_naro\n# newpar\n# text = No\n1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_\n";

// The plainest splitter: tokens between blanks, a sentence a paragraph.
Sentences trivial(const values::Report& report) {
    const std::string& text = report.text;
    Sentences found;
    bool fresh = true;
    for (std::size_t at = 0; at < text.size();) {
        if (blank_bytes(text, at) > 0) {
            fresh = fresh || text[at] == '\n';
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && blank_bytes(text, end) == 0) ++end;
        if (fresh) found.emplace_back();
        found.back().tokens.push_back(values::Span::in(text, at, end));
        found.back().span = found.back().tokens.front().joined(found.back().tokens.back());
        fresh = false;
        at = end;
    }
    return found;
}

// Every word a proper noun on the first one; the first word a place; it says the rest.
values::Marks plain_marks(const values::Report& report, const Sentences& sentences) {
    values::Marks marks;
    for (const values::Sentence& sentence : sentences) {
        values::MarkedSentence& marked = marks.sentences.emplace_back();
        marked.span = sentence.span;
        for (const values::Span token : sentence.tokens) {
            const std::int32_t head = marked.words.empty() ? -1 : 0;
            marked.words.push_back({token, "PROPN", "", std::string(token.of(report.text)), head,
                                    marked.words.empty() ? "root" : "dep"});
        }
        marked.entities.push_back({values::EntityType::GeoPolitical, 0, 0, 1.0F});
        const auto place = static_cast<std::uint32_t>(marks.sentences.size() - 1);
        const auto last = static_cast<std::uint32_t>(marked.words.size() - 1);
        if (last < 2) continue;
        const auto range = [&](std::uint32_t from, std::uint32_t to) {
            return values::WordRange{{place, from}, {place, to}};
        };
        marks.attributions.push_back({range(1, 1), range(0, 0), range(2, last), 1.0F});
    }
    return marks;
}

class Benches : public testing::Test {
protected:
    std::string write(const std::string& name, const std::string& text) {
        const std::filesystem::path path = folder_ + "/" + name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return folder_ + "/" + name;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    // The figures of a bench, and the lines it kept.
    template <class Bench>
    nlohmann::json figures(const Bench& bench) {
        std::filesystem::create_directories(folder_);
        auto predictions = Predictions::to(folder_ + "/predictions.jsonl");
        EXPECT_TRUE(predictions);
        const auto outcome = bench(*predictions);
        EXPECT_TRUE(outcome) << outcome.error().message();
        EXPECT_TRUE(predictions->close());
        kept_.clear();
        std::ifstream file(folder_ + "/predictions.jsonl");
        for (std::string line; std::getline(file, line);) {
            kept_.push_back(nlohmann::json::parse(line));
        }
        return nlohmann::json::parse(outcome->json());
    }

    const std::string folder_ = testing::TempDir() + "sitrep_benches_test";
    std::vector<nlohmann::json> kept_;
};

TEST_F(Benches, SentencesWithATrivialSplitter) {
    write("ud/en_gum-dev.conllu", treebank);
    const auto found =
        figures([&](Predictions& predictions) { return sentences(folder_, trivial, predictions); });
    // "Naro", "It" and "did" of four predicted and five expected; one sentence for two.
    EXPECT_EQ(found, nlohmann::json::parse(R"({"bench": "sentences", "gum_news_token_f1": 66.67,
                                               "gum_news_sentence_f1": 0.0})"));
    ASSERT_EQ(kept_.size(), 2U);
    EXPECT_EQ(kept_[0]["expected"], nlohmann::json({"Naro", "fell", "."}));
    EXPECT_EQ(kept_[0]["predicted"], nlohmann::json::parse(R"([["Naro", "fell."]])"));
    EXPECT_EQ(kept_[0]["right"], false);
}

TEST_F(Benches, SentencesWithTheRightAnswer) {
    write("ud/en_ewt-test.conllu",
          "# text = Naro fell\n1\tNaro\t_\tX\t_\t_\t2\tx\t_\t_\n"
          "2\tfell\t_\tX\t_\t_\t0\troot\t_\t_\n");
    const auto found =
        figures([&](Predictions& predictions) { return sentences(folder_, trivial, predictions); });
    EXPECT_EQ(found["ewt_token_f1"], 100.0);
    EXPECT_EQ(found["ewt_sentence_f1"], 100.0);
    ASSERT_EQ(kept_.size(), 1U);
    EXPECT_EQ(kept_[0]["right"], true);
}

TEST_F(Benches, TreesOnGivenTokens) {
    write("ud/en_ewt-dev.conllu", treebank);
    const auto found =
        figures([&](Predictions& predictions) { return ud(folder_, plain_marks, predictions); });
    // Of six words: part Naro; lemmas Naro and "."; head the last "No" alone.
    EXPECT_EQ(found, nlohmann::json::parse(R"({"bench": "ud", "ewt_upos": 16.67,
        "ewt_lemma": 33.33, "ewt_uas": 16.67, "ewt_las": 16.67, "ewt_las_full": 16.67})"));
    ASSERT_EQ(kept_.size(), 3U);
    EXPECT_EQ(kept_[0]["words"][0]["expected"], nlohmann::json({"PROPN", "Naro", 2, "nsubj"}));
    EXPECT_EQ(kept_[0]["words"][0]["predicted"], nlohmann::json({"PROPN", "Naro", 0, "root"}));
}

// A program that finds nothing.
constexpr const char* own_texts = "# columns: text\n[1 Ana] met [2 Obi]. [1 She] fled.\n";

values::Chains no_chains(const values::Report&, const values::Marks&) { return {}; }

TEST_F(Benches, CoreferenceOfTheTestPartAlone) {
    const std::string chained =
        "# newdoc id = GUM_news_naro\n# text = Ana fled.\n"
        "1\tAna\tAna\tPROPN\t_\t_\t2\tnsubj\t_\tEntity=(1-person-new)\n"
        "2\tfled\tflee\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n# text = She hid\n"
        "1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv)\n"
        "2\thid\thide\tVERB\t_\t_\t0\troot\t_\t_\n";
    write("ud/en_gum-test.conllu", chained);
    write("ud/en_gum-train.conllu", chained);
    const auto found = figures([&](Predictions& predictions) {
        return coreference(folder_, write("own.tsv", own_texts), trivial, plain_marks, no_chains,
                           predictions);
    });
    EXPECT_EQ(found["news_pronouns_f1"], 0.0);
    ASSERT_EQ(kept_.size(), 3U);
    EXPECT_EQ(kept_[2]["kind"], "pronoun");
    EXPECT_EQ(kept_[2]["expected"], "Ana");
    EXPECT_EQ(kept_[2]["predicted"], nullptr);
    EXPECT_EQ(found["own_cases"], 50.0) << "no chain is right for Obi and wrong for She";
    EXPECT_EQ(kept_[0]["mention"], "Obi");
    EXPECT_EQ(kept_[1]["expected"], "Ana");
}

TEST_F(Benches, TimesOfOwnSentencesAndOfPhrases) {
    const MomentCases cases{write("days.tsv",
                                  "# columns: published words day sentence\n"
                                  "2024-03-05\tSunday\t2024-03-03\tNaro fell Sunday\n"
                                  "2024-03-05\tMonday\t2024-03-04\tMonday fell\n"),
                            write("scope.tsv", "# columns: case why\n2\tno day\n"),
                            folder_ + "/words"};
    write("words/words.tsv", "# columns: kind words value example\nweekday\tsunday\t6\tx\n");
    write("words/holidays.tsv", "# columns: words rule example\n");
    write("time/duckling-time-en/time-en.tsv",
          "section\texpected\tphrase\n"
          "all\tdatetime (2024, 3, 3, 0, 0, 0) Day\ton sunday\n"
          "all\tdatetime (2024, 3, 4, 0, 0, 0) Day\tone\n");
    const auto third_of_march = [](const values::Report& report, const values::Marks&) {
        const auto at = report.text.find("Sunday");
        if (at == std::string::npos) return std::vector<values::TimeExpression>{};
        values::TimeExpression time;
        time.span = values::Span::in(report.text, static_cast<std::uint32_t>(at),
                                     static_cast<std::uint32_t>(at) + 6);
        time.value = "2024-03-03TMO";
        time.moment.choice = values::Moment::parse("2024-03-03/day");
        return std::vector<values::TimeExpression>{time};
    };
    const auto found = figures([&](Predictions& predictions) {
        return moments(folder_, trivial, plain_marks, third_of_march, cases, predictions);
    });
    EXPECT_EQ(found["weekday_cases"], 50.0);
    EXPECT_EQ(found["duckling"], 100.0);
    EXPECT_EQ(found["duckling_all"], 50.0);
}

TEST_F(Benches, ActorsOfOwnTexts) {
    const auto cases = write("actors.tsv",
                             "# columns: published country sector text\n"
                             "2024-03-05\tVEL\tGOV\t[1 Okoro] fled\n"
                             "2024-03-05\tVEL\t-\t[1 Okoro] hid\n");
    const auto nobody = [](std::string_view) { return values::Decision<values::Affiliation>{}; };
    const auto velian = [](const values::Report&, const values::Marks&) {
        values::Actor actor{values::ActorKind::Person, "Okoro", {}};
        actor.affiliation.countries = {"VEL"};
        return std::vector<values::ActorTold>{{{{{0, 0}, {0, 0}}}, {actor, {"named", {}, 1}, {}}}};
    };
    const auto found = figures([&](Predictions& predictions) {
        return actors(folder_, cases, trivial, plain_marks, nobody, velian, predictions);
    });
    EXPECT_EQ(found["own_cases"], 50.0) << "the sector is asked of the first alone";
}

TEST_F(Benches, EntitiesInEachSetsTypes) {
    write("conllpp/dev.txt", "Naro NNP B-NP B-LOC\nfell VBD B-VP O\n\nOkoro NNP B-NP B-PER\n");
    write("re3d/dev.txt", "Naro\tB-Location\n\nT-72\tB-MilitaryPlatform\n\nFriday\tB-Temporal\n");
    const auto found = figures(
        [&](Predictions& predictions) { return entities(folder_, plain_marks, predictions); });
    EXPECT_EQ(found["conll_f1"], 50.0);
    EXPECT_EQ(found["conll_loc_f1"], 66.67);
    EXPECT_EQ(found["conll_per_f1"], 0.0);
    EXPECT_EQ(found["conll_with_misc_f1"], 50.0);
    EXPECT_EQ(found["re3d_f1"], 40.0);  // three places predicted, one place and one weapon expected
    EXPECT_FALSE(found.contains("uner_ewt_f1"));
    ASSERT_EQ(kept_.size(), 5U);
    EXPECT_EQ(kept_[1]["expected"][0]["words"], "Okoro");
    EXPECT_EQ(kept_[1]["predicted"][0]["type"], "LOC");
}

TEST_F(Benches, AttributionsOfWholeArticles) {
    write("polnear/dev/text/a.txt", "Okoro said it fell\nObi warns that they may cross");
    write(
        "polnear/dev/attributions/a_1f.ann",
        "T1\tSource 0 5\tx\nT2\tCue 6 10\tx\nT3\tContent 11 18\tx\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
        "T4\tCue 23 28\tx\nT5\tContent 34 48\tx\nE2\tAttribution-no-source:T4 Cue:T4 Content:T5\n");
    const auto found = figures([&](Predictions& predictions) {
        return attribution(folder_, trivial, plain_marks, predictions);
    });
    EXPECT_EQ(found["source_f1"], 66.67);
    EXPECT_EQ(found["cue_f1"], 100.0);
    EXPECT_EQ(found["content_f1"], 50.0);
    EXPECT_EQ(found["content_overlap_f1"], 100.0);
    EXPECT_EQ(found["triple_f1"], 50.0);
    ASSERT_EQ(kept_.size(), 2U);
    EXPECT_EQ(kept_[0]["right"], true);
    EXPECT_EQ(kept_[1]["expected"]["content"], "they may cross");
    EXPECT_EQ(kept_[1]["predicted"]["content"], "that they may cross");
}

// A program that takes "fell" for a loss of what stands before it, and "said" for its cue.
values::Digest losses(const values::Report& report) {
    values::Digest digest;
    digest.report = report;
    const std::string& text = report.text;
    const std::size_t fell = text.find("fell");
    if (fell == std::string::npos) return digest;
    values::Event event;
    event.facets = {*values::Facet::parse("CONTROL:lost")};
    event.trigger = values::Span::in(text, fell, fell + 4);
    const auto before = values::Span::in(text, 0, fell - 1);
    event.fillers = {{values::Role::Place, before, before}};
    const std::size_t said = text.find(" said");
    if (said != std::string::npos) {
        values::Claim claim;
        claim.id = "c_1";
        claim.cue = values::Span::in(text, said + 1, said + 5);
        claim.source = values::Span::in(text, fell + 6, said);
        claim.content = values::Span::in(text, 0, fell + 4);
        digest.claims = {claim};
        event.claims = {"c_1"};
    }
    digest.events = {event};
    return digest;
}

const std::string fallen =
    "@ own/naro-1:1   published 2024-05-13\nOld Naro fell, rebels said.\n"
    "event e1 CONTROL:lost happened trigger=\"fell\" place=\"Old Naro\"\n"
    "claim e1 source=\"rebels\" cue=\"said\" stance=asserts\n\n"
    "@ own/naro-1:2   published unknown\nRain fell on two camps.\n"
    "event e1 HAZARD:storm happened trigger=\"Rain\" place=\"two camps\"\n"
    "figure e1 other 2 words=\"two\"\n";

TEST_F(Benches, EventsOfEachSentenceAlone) {
    write("labels/dev.label", fallen);
    write("own/b.label", fallen.substr(0, fallen.find("\n\n")) + "\n");
    write("own/notes.txt", "no labels");
    const auto found = figures([&](Predictions& predictions) {
        return events(folder_, folder_ + "/own", losses, predictions);
    });
    EXPECT_EQ(found["dev_trigger_f1"], 50.0);
    EXPECT_EQ(found["dev_typed_f1"], 50.0);
    EXPECT_EQ(found["dev_stage"], 100.0);
    EXPECT_EQ(found["dev_role_f1"], 100.0);
    EXPECT_EQ(found["dev_figure_f1"], 0.0);
    EXPECT_EQ(found["dev_claim_f1"], 100.0);
    EXPECT_EQ(found["own_trigger_f1"], 100.0);
    ASSERT_EQ(kept_.size(), 5U);
    EXPECT_EQ(kept_[1]["predicted"],
              "event e1 CONTROL:lost happened trigger=\"fell\" place=\"Rain\"\n");
    EXPECT_EQ(kept_[2]["types_confused"],
              nlohmann::json::parse(R"({"CONTROL": {"CONTROL": 1}, "HAZARD": {"none": 1},
                                        "none": {"CONTROL": 1}})"));
    EXPECT_EQ(kept_[2]["types"]["HAZARD"]["expected"], 1);
}

TEST_F(Benches, ClaimsOfArticlesAndOwnChains) {
    write("polnear/dev/text/a.txt", "Old Naro fell, rebels said. It is cold.");
    write("polnear/dev/attributions/a_1f.ann",
          "T1\tSource 15 21\tx\nT2\tCue 22 26\tx\nT3\tContent 0 13\tx\n"
          "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
          "T4\tContent 28 38\tx\nE2\tAttribution-no-source:T2 Cue:T2 Content:T4\n");
    write("chains.label", fallen);
    const auto found = figures([&](Predictions& predictions) {
        return claims(folder_, folder_ + "/chains.label", losses, predictions);
    });
    EXPECT_EQ(found, nlohmann::json::parse(R"({"bench": "claims", "pair_f1": 66.67,
        "pair_precision": 100.0, "pair_recall": 50.0, "chain_end": 100.0,
        "chain_whole": 100.0})"));
    ASSERT_EQ(kept_.size(), 4U);
    EXPECT_EQ(kept_[0]["predicted"]["source"], "rebels");
    EXPECT_EQ(kept_[1]["predicted"], nullptr);
    EXPECT_EQ(kept_[2]["predicted"][0]["content"], "Old Naro fell");
}

TEST_F(Benches, AreSkippedWithoutData) {
    const auto skipped = [&](const auto& bench) {
        const auto found = figures(bench);
        return found.size() == 2 && found.contains("skipped") && found.contains("bench");
    };
    EXPECT_TRUE(skipped([&](Predictions& p) { return sentences(folder_, trivial, p); }));
    EXPECT_TRUE(skipped([&](Predictions& p) { return ud(folder_, plain_marks, p); }));
    EXPECT_TRUE(skipped([&](Predictions& p) { return entities(folder_, plain_marks, p); }));
    EXPECT_TRUE(
        skipped([&](Predictions& p) { return attribution(folder_, trivial, plain_marks, p); }));
    const std::string nowhere = folder_ + "/nowhere";
    EXPECT_TRUE(skipped([&](Predictions& p) { return events(folder_, nowhere, losses, p); }));
    EXPECT_TRUE(skipped([&](Predictions& p) { return claims(folder_, nowhere, losses, p); }));
}

TEST_F(Benches, SayWhichFileIsBroken) {
    write("ud/en_ewt-dev.conllu", "no treebank\n");
    auto nowhere = Predictions::to("");
    const auto outcome = ud(folder_, plain_marks, *nowhere);
    ASSERT_FALSE(outcome);
    EXPECT_NE(outcome.error().message().find("en_ewt-dev.conllu:1"), std::string::npos);
}

TEST(PredictionsFile, SaysWhereItCannotBeWritten) {
    const auto predictions = Predictions::to("/nowhere/predictions.jsonl");
    ASSERT_FALSE(predictions);
    EXPECT_EQ(predictions.error().place(), "/nowhere/predictions.jsonl");
}

}  // namespace
}  // namespace sitrep::quality
