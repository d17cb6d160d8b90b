#include "quality/readers/files.h"

#include <gtest/gtest.h>
#include <lzma.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace sitrep::quality {
namespace {

std::string packed(const std::string& text) {
    std::vector<std::uint8_t> out(lzma_stream_buffer_bound(text.size()));
    const std::vector<std::uint8_t> in(text.begin(), text.end());
    std::size_t size = 0;
    EXPECT_EQ(lzma_easy_buffer_encode(6, LZMA_CHECK_CRC32, nullptr, in.data(), in.size(),
                                      out.data(), &size, out.size()),
              LZMA_OK);
    return {out.begin(), out.begin() + static_cast<std::ptrdiff_t>(size)};
}

class Files : public testing::Test {
protected:
    std::string write(const std::string& name, const std::string& bytes) {
        std::ofstream(folder_ + "/" + name, std::ios::binary) << bytes;
        return folder_ + "/" + name;
    }
    void SetUp() override { std::filesystem::create_directories(folder_); }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    const std::string folder_ = testing::TempDir() + "sitrep_files_test";
};

TEST_F(Files, AreReadPackedAndUnpacked) {
    const std::string text(300000, 'x');
    EXPECT_EQ(*text_of(write("plain.txt", text)), text);
    EXPECT_EQ(*text_of(write("packed.txt.xz", packed(text))), text);
    EXPECT_EQ(*text_of(write("two.xz", packed("a") + packed("b"))), "ab");
    EXPECT_EQ(*text_of(write("empty.txt", "")), "");
}

TEST_F(Files, SayWhatIsWrong) {
    const std::string whole = packed("a text of some length, to be cut in half");
    const auto said = [](const std::string& path) {
        const auto text = text_of(path);
        return text ? "" : text.error().message();
    };
    EXPECT_NE(said(write("cut.xz", whole.substr(0, whole.size() / 2))).find("corrupt"),
              std::string::npos);
    EXPECT_NE(said(write("none.xz", "no xz")).find("corrupt"), std::string::npos);
    EXPECT_NE(said(folder_ + "/absent").find("cannot be read"), std::string::npos);
    for (const char* bad : {"ab\xFF", "ab\xC3", "ab\xE2\x80", "ab\xED\xA0\x80", "ab\xC0\x80"}) {
        EXPECT_NE(said(write("bad.txt", bad)).find("byte 2 is no UTF-8"), std::string::npos);
    }
    EXPECT_EQ(said(write("good.txt", "é“𝄞")), "");
}

TEST_F(Files, AreLookedForDevelopmentPartFirst) {
    EXPECT_EQ(dev_or_test(folder_, "en-", ".conllu"), std::nullopt);
    write("en-test.conllu", "");
    EXPECT_EQ(dev_or_test(folder_, "en-", ".conllu"), folder_ + "/en-test.conllu");
    write("en-dev.conllu.xz", "");
    EXPECT_EQ(dev_or_test(folder_, "en-", ".conllu"), folder_ + "/en-dev.conllu.xz");
}

TEST(Cut, GivesAPieceMoreThanSeparators) {
    EXPECT_EQ(cut("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(cut("", ','), std::vector<std::string_view>{""});
}

}  // namespace
}  // namespace sitrep::quality
