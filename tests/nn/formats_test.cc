// Word pieces, spec.txt and safetensors: what is read, and what is refused with which words.
#include <gtest/gtest.h>

#include <cstring>

#include "nn/lemma_table.h"
#include "nn/pieces.h"
#include "nn/spec.h"
#include "nn/tensors.h"
#include "nn/words.h"

namespace sitrep::nn {
namespace {

std::string pieces_of(const Pieces& pieces, std::string_view token) {
    std::string out;
    for (const auto id : pieces.of(token))
        out += (out.empty() ? "" : " ") + std::string(pieces.text(id));
    return out;
}

TEST(Pieces, TakesTheLongestFirst) {
    const auto pieces =
        Pieces::from("[UNK]\n[CLS]\n[SEP]\nbrid\nbridge\n##ge\n##s\nre\n-\ntaken\ne\n");
    ASSERT_TRUE(pieces);
    EXPECT_EQ(pieces_of(*pieces, "Bridge"), "bridge");
    EXPECT_EQ(pieces_of(*pieces, "bridges"), "bridge ##s");
    EXPECT_EQ(pieces_of(*pieces, "bridgex"), "[UNK]");
    EXPECT_EQ(pieces_of(*pieces, "re-taken"), "re - taken");
    EXPECT_EQ(pieces_of(*pieces, "É"), "e");
    EXPECT_EQ(pieces_of(*pieces, ""), "[UNK]");
    EXPECT_EQ(pieces_of(*pieces, "\x80\xFF"), "[UNK]");
    EXPECT_EQ(pieces_of(*pieces, std::string(101, 'e')), "[UNK]");
    EXPECT_EQ(pieces_of(*pieces, "##ge"), "[UNK] [UNK] [UNK]")
        << "text cannot ask for a continuation";
}

TEST(Pieces, RefusesAVocabularyWithoutSpecials) {
    EXPECT_FALSE(Pieces::from("a\nb\n"));
    EXPECT_FALSE(Pieces::from(""));
}

TEST(LemmaTable, FindsByFormAndPart) {
    const auto table = LemmaTable::from("found\tVERB\tfind\nsaw\tNOUN\tsaw\nsaw\tVERB\tsee\n");
    ASSERT_TRUE(table) << table.error().message();
    EXPECT_EQ(table->find("saw", "VERB"), "see");
    EXPECT_EQ(table->find("saw", "NOUN"), "saw");
    EXPECT_EQ(table->find("saw", "ADJ"), "");
    EXPECT_EQ(table->find("a", "DET"), "");
    EXPECT_TRUE(table->knows("find"));
    EXPECT_FALSE(table->knows("found"));
    EXPECT_TRUE(LemmaTable::from(""));
}

TEST(LemmaTable, NamesTheLineThatIsNone) {
    const auto fault = [](const std::string& text) {
        const auto table = LemmaTable::from(text);
        return table ? "none" : table.error().message();
    };
    EXPECT_NE(fault("a\tb\tc\nd\te\n").find("line 2"), std::string::npos);
    EXPECT_NE(fault("a\tb\t\n").find("line 1"), std::string::npos);
    EXPECT_NE(fault("b\tX\tc\na\tX\tc\n").find("not sorted"), std::string::npos);
    EXPECT_NE(fault("a\tX\tc\na\tX\tc\n").find("not sorted"), std::string::npos);
}

TEST(Words, AreBertsOwn) {
    EXPECT_EQ(basic_words("U.S."), "u . s . ");
    EXPECT_EQ(basic_words("Señor"), "senor");
    EXPECT_EQ(basic_words("東京"), "東 京 ");
    EXPECT_EQ(basic_words("a\tb\x01"), "a b");
    EXPECT_EQ(basic_words("İ"), "i");
}

TEST(Casing, LooksAtLettersAlone) {
    EXPECT_EQ(casing("1998"), Casing::NoLetters);
    EXPECT_EQ(casing("bridge"), Casing::Lower);
    EXPECT_EQ(casing("Naro"), Casing::Capitalised);
    EXPECT_EQ(casing("A"), Casing::OneUpper);
    EXPECT_EQ(casing("T-72"), Casing::OneUpper);
    EXPECT_EQ(casing("NATO"), Casing::Upper);
    EXPECT_EQ(casing("McAdam"), Casing::Mixed);
    EXPECT_EQ(casing("Éire"), Casing::Capitalised);
}

TEST(Casing, ASentenceOfCapitalsGivesNoSignal) {
    const std::vector<std::string_view> loud = {"ARMY", "TAKES", "POST", "at"};
    EXPECT_EQ(sentence_casing(loud)[0], Casing::NoSignal);
    const std::vector<std::string_view> brief = {"UN", "ARMY"};
    EXPECT_EQ(sentence_casing(brief)[0], Casing::Upper);
}

std::string safetensors(const std::string& header, const std::string& body) {
    std::string out(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(out.data(), &length, 8);
    return out + header + body;
}

std::string fault(const std::string& bytes) {
    const auto tensors = Tensors::from(bytes);
    return tensors ? "none" : tensors.error().message();
}

TEST(Tensors, ReadsWhatItsHeaderSays) {
    const float two[2] = {1.5F, -2};
    const std::string bytes = safetensors(
        R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I8","shape":[1,3],"data_offsets":[8,11]}}   )",
        std::string(reinterpret_cast<const char*>(two), 8) + "\x01\x02\xFF");
    const auto tensors = Tensors::from(bytes);
    ASSERT_TRUE(tensors) << tensors.error().message();
    EXPECT_EQ((*tensors->f32("a", {2}))[1], -2);
    EXPECT_EQ((*tensors->i8("b", {1, 3}))[2], -1);
    EXPECT_NE(tensors->f32("a", {3}).error().message().find("asks for [3]"), std::string::npos);
    EXPECT_NE(tensors->i8("a", {2}).error().message().find("not I8"), std::string::npos);
    EXPECT_NE(tensors->f32("c", {2}).error().message().find("missing"), std::string::npos);
}

TEST(Tensors, RefusesWhatDoesNotHoldTogether) {
    EXPECT_NE(fault("abc").find("shorter than 8 bytes"), std::string::npos);
    EXPECT_NE(fault(std::string(8, '\xFF')).find("header is said to have"), std::string::npos);
    EXPECT_NE(fault(safetensors("{]", "")).find("no JSON object"), std::string::npos);
    const auto one = [](const std::string& entry, const std::string& body) {
        return fault(safetensors("{\"a\":" + entry + "}", body));
    };
    EXPECT_NE(one(R"({"dtype":"F64","shape":[1],"data_offsets":[0,8]})", "12345678").find("F64"),
              std::string::npos);
    EXPECT_NE(one(R"({"dtype":"I8","shape":[9],"data_offsets":[0,9]})", "1234").find("reach out"),
              std::string::npos);
    EXPECT_NE(
        one(R"({"dtype":"I8","shape":[3],"data_offsets":[0,4]})", "1234").find("does not fit"),
        std::string::npos);
    EXPECT_NE(one(R"({"dtype":"I8","shape":[3],"data_offsets":[1,4]})", "1234")
                  .find("bytes of no tensor"),
              std::string::npos);
    EXPECT_NE(one(R"({"dtype":"I8","shape":[4611686018427387904,8],"data_offsets":[0,4]})", "1234")
                  .find("too large"),
              std::string::npos);
    EXPECT_NE(
        one(R"({"dtype":"I8","shape":[-1],"data_offsets":[0,4]})", "1234").find("whole number"),
        std::string::npos);
    EXPECT_NE(one("7", "").find("missing"), std::string::npos);
    EXPECT_NE(
        fault(
            safetensors(
                R"({"a":{"dtype":"I8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"I8","shape":[2],"data_offsets":[2,4]}})",
                "1234"))
            .find("overlap"),
        std::string::npos);
}

const std::string spec_head =
    "format sitrep-annotator-1\nlayers 1\nhidden 8\nheads 2\nintermediate 16\nvocabulary 9\n"
    "positions 512\ncasing 8\nwindow_pieces 200\nwindow_paragraph_pieces 120\n"
    "layer_norm_epsilon 1e-12\narc 4\nrelation 4\npointer 4\nweights_sha256 00\n";
const std::string spec_lists =
    "list upos 1\nNOUN\nlist features 1\n_\nlist lemma 1\nl;0;\nlist entity 1\nO\nlist relation 1\n"
    "root\n";

std::string spec_fault(const std::string& text) {
    const auto spec = parse_spec(text);
    return spec ? "none" : spec.error().message();
}

TEST(Spec, ReadsKeysAndLists) {
    const auto spec = parse_spec(spec_head + spec_lists);
    ASSERT_TRUE(spec) << spec.error().message();
    EXPECT_EQ(spec->positions, 512U);
    EXPECT_EQ(spec->relation_names, std::vector<std::string>{"root"});
}

TEST(Spec, NamesLineAndFault) {
    EXPECT_NE(spec_fault("layers 2\n").find("line 1: the first key"), std::string::npos);
    EXPECT_NE(spec_fault("format other\n").find("this program reads"), std::string::npos);
    EXPECT_NE(spec_fault(spec_head).find("\"upos\" is missing"), std::string::npos);
    EXPECT_NE(spec_fault(spec_head + "layers x\n").find("line 16"), std::string::npos);
    EXPECT_NE(spec_fault(spec_head + "list upos 3\na\n").find("cut short"), std::string::npos);
    EXPECT_NE(spec_fault(spec_head + "list upos 999999999\na\n").find("count"), std::string::npos);
    EXPECT_NE(spec_fault(spec_head + "list odd 1\na\n").find("no list is called"),
              std::string::npos);
    EXPECT_NE(spec_fault(spec_head + "colour 1\n").find("no key is called"), std::string::npos);
    EXPECT_NE(spec_fault(spec_head + "word\n").find("not \"key value\""), std::string::npos);
    EXPECT_NE(spec_fault("format sitrep-annotator-1\n" + spec_lists).find("\"layers\" is missing"),
              std::string::npos);
}

}  // namespace
}  // namespace sitrep::nn
