#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sitrep::base {
namespace {

TEST(Utf8, ReadsTheNextCodePoint) {
    const std::string text = "aé€😀";
    EXPECT_EQ(code_point_at(text, 0).value, U'a');
    EXPECT_EQ(code_point_at(text, 1).value, U'é');
    EXPECT_EQ(code_point_at(text, 3).value, U'€');
    EXPECT_EQ(code_point_at(text, 6).value, U'😀');
    EXPECT_EQ(code_point_at(text, 6).bytes, 4);
}

TEST(Utf8, FindsTheFirstBrokenPiece) {
    EXPECT_EQ(first_broken_utf8(""), std::nullopt);
    EXPECT_EQ(first_broken_utf8("Näro bridge, 5 €, 😀"), std::nullopt);
    EXPECT_EQ(first_broken_utf8("twelve bytes\xFF"), 12U);
    EXPECT_EQ(first_broken_utf8("a\xC0\x80"), 1U);          // an overlong NUL
    EXPECT_EQ(first_broken_utf8("a\xED\xA0\x80"), 1U);      // a surrogate
    EXPECT_EQ(first_broken_utf8("a\xF4\x90\x80\x80"), 1U);  // past U+10FFFF
    EXPECT_EQ(first_broken_utf8("a\xE2\x82"), 1U);          // cut short
}

// Unicode 15, table 3-8 and its neighbours: a broken piece is as long as it could have gone on.
TEST(Utf8, MarksEachBrokenPieceOnce) {
    const auto pieces = sanitised_utf8(
        "a\xF1\x80\x80\xE1\x80\xC2"
        "b\x80"
        "c\x80\xBF"
        "d");
    EXPECT_EQ(pieces.text, "a���b�c��d");
    EXPECT_EQ(pieces.replaced, 6U);
    EXPECT_EQ(sanitised_utf8("\xE0\x80\x80").replaced, 3U);
}

TEST(Utf8, WhatItWritesItReads) {
    EXPECT_TRUE(rc::check("append and read", [] {
        const auto value =
            *rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                               [](std::uint32_t v) { return v < 0xD800 || v > 0xDFFF; });
        std::string text;
        append_utf8(text, value);
        const CodePoint point = code_point_at(text, 0);
        RC_ASSERT(point.valid && point.value == value && point.bytes == text.size());
    }));
}

TEST(Utf8, SanitisedTextIsWholeAndWholeTextStays) {
    EXPECT_TRUE(rc::check("any bytes", [](const std::string& bytes) {
        const auto once = sanitised_utf8(bytes);
        RC_ASSERT(!first_broken_utf8(once.text));
        RC_ASSERT((once.replaced == 0) == !first_broken_utf8(bytes).has_value());
        RC_ASSERT(sanitised_utf8(once.text).text == once.text);
    }));
}

}  // namespace
}  // namespace sitrep::base
