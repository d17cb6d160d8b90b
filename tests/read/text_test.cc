#include "read/text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "base/utf8.h"
#include "known_english.h"
#include "read/jsonl.h"

namespace sitrep::read {
namespace {

using namespace std::string_literals;

const std::string plain = "The army left the town of Osk, a spokesman said on Wednesday, June 23.";

values::Report read(const std::string& bytes) {
    auto report = text(bytes, "osk.txt", english());
    EXPECT_TRUE(report) << report.error().message();
    return report ? *std::move(report) : values::Report{};
}

std::string fault(const std::string& bytes) {
    const auto report = text(bytes, "osk.txt", english());
    return report ? "none" : report.error().message();
}

// ASCII as units of so many bytes.
std::string widened(const std::string& ascii, std::size_t bytes, bool little) {
    std::string out;
    for (const char c : ascii) {
        std::string unit(bytes, '\0');
        unit[little ? 0 : bytes - 1] = c;
        out += unit;
    }
    return out;
}

TEST(Text, IsReadInItsEncoding) {
    EXPECT_EQ(read(plain).encoding, "UTF-8");
    EXPECT_EQ(read("\xEF\xBB\xBF" + plain).text, plain);
    struct Case {
        std::string bytes;
        std::string encoding;
    };
    for (const auto& one :
         {Case{"\xFF\xFE"s + widened(plain, 2, true), "UTF-16LE"},
          Case{"\xFE\xFF"s + widened(plain, 2, false), "UTF-16BE"},
          Case{"\xFF\xFE\0\0"s + widened(plain, 4, true), "UTF-32LE"},
          Case{"\0\0\xFE\xFF"s + widened(plain, 4, false), "UTF-32BE"},
          Case{widened(plain, 2, true), "UTF-16LE"}, Case{widened(plain, 2, false), "UTF-16BE"},
          Case{widened(plain, 4, true), "UTF-32LE"}, Case{widened(plain, 4, false), "UTF-32BE"}}) {
        const auto report = read(one.bytes);
        EXPECT_EQ(report.encoding, one.encoding);
        EXPECT_EQ(report.text, plain);
        EXPECT_EQ(report.published.evidence.of(report.text), "Wednesday, June 23");
    }
}

TEST(Text, OfEightBitEncodingsIsConverted) {
    // "Армия ушла из города Оск на рассвете, сообщил представитель." in windows-1251
    const std::string bytes =
        "\xC0\xF0\xEC\xE8\xFF \xF3\xF8\xEB\xE0 \xE8\xE7 \xE3\xEE\xF0\xEE\xE4\xE0 \xCE\xF1\xEA "
        "\xED\xE0 \xF0\xE0\xF1\xF1\xE2\xE5\xF2\xE5, \xF1\xEE\xEE\xE1\xF9\xE8\xEB "
        "\xEF\xF0\xE5\xE4\xF1\xF2\xE0\xE2\xE8\xF2\xE5\xEB\xFC.";
    const auto report = read(bytes);
    EXPECT_EQ(report.encoding, "WINDOWS-1251");
    EXPECT_TRUE(report.text.starts_with("Армия ушла из города")) << report.text;
    EXPECT_EQ(report.language, "ru");
}

TEST(Text, KeepsBrokenUtf8Readable) {
    EXPECT_EQ(read("Osk — " + plain + " — \xE2\x80 end").text,
              "Osk — " + plain + " — \xEF\xBF\xBD end");
    EXPECT_EQ(read(plain + " \xE2\x80").text, plain + " \xEF\xBF\xBD");
}

TEST(Text, MayHaveLinesOfNothingButNoBreakSpaces) {
    EXPECT_EQ(read("\xC2\xA0\nx;\n").outlet.known, values::Known::Unknown);
    EXPECT_EQ(read("\xC2\xA0\n\xC2\xA0\n").outlet.known, values::Known::Unknown);
}

TEST(Text, IsOfALanguageOrOfNone) {
    EXPECT_EQ(read(plain + " Nobody knows where it went, and the bridge is closed.").language,
              "en");
    EXPECT_EQ(read("Osk.").language, "und");
    Metadata given;
    given.language = "tg";
    EXPECT_EQ(text(plain, "osk.txt", english(), given)->language, "tg");
}

TEST(Text, BadInputIsRefusedWithBytePathAndNextStep) {
    EXPECT_EQ(fault(""), "osk.txt: the file is empty; fill or delete it");
    EXPECT_EQ(fault(" \n\t"), "osk.txt: holds nothing but blanks; fill or delete it");
    EXPECT_EQ(fault("\xEF\xBB\xBF"), "osk.txt: holds no text; fill or delete it");
    EXPECT_EQ(fault("The army\0left."s),
              "osk.txt: byte 8: is NUL, which no text holds; save it as plain text (UTF-8)");
    EXPECT_EQ(fault("%PDF-1.7 and so on"),
              "osk.txt: byte 0: is the first of a PDF; save it as plain text (UTF-8)");
    EXPECT_EQ(fault("\x01\x02\x03\x04\x05 abc"),
              "osk.txt: byte 0: is one of many control characters; save it as plain text (UTF-8)");
    EXPECT_EQ(fault("---\npublished: soon\n---\nIt fell."),
              "osk.txt: line 2: \"soon\" is no date; write it as 2024-05-13 or "
              "2024-05-13T18:30+03:00");
    EXPECT_EQ(fault(std::string(report_bytes_max + 1, 'a')),
              "osk.txt: holds 16777217 bytes of text, more than 16777216 in one report; split it "
              "into its reports");
}

TEST(Text, OfOneVeryLongLineIsRead) {
    std::string line;
    while (line.size() < (1U << 20U)) line += plain + " ";
    EXPECT_EQ(read(line).text.size(), line.size());
}

TEST(FrontMatter, IsGivenAndNoPartOfTheText) {
    const auto report = read(
        "---\r\noutlet: Orva Post\r\nPublished: 2024-05-13 18:30:05+0300\r\ntitle: \"A: b\"\r\n"
        "mood: grey\r\n---\r\n" +
        plain);
    EXPECT_EQ(report.text, plain);
    EXPECT_EQ(report.outlet.value, "Orva Post");
    EXPECT_EQ(report.outlet.known, values::Known::Given);
    EXPECT_EQ(report.title.value, "A: b");
    EXPECT_EQ(report.published.print(), "2024-05-13T18:30+03:00");
    EXPECT_EQ(report.published.rule, "front-matter");
    EXPECT_EQ(read("---\nThe army left Osk.\n---\n" + plain).outlet.known, values::Known::Unknown);
    EXPECT_TRUE(read("---\noutlet: Orva Post\n" + plain).text.starts_with("---"));
}

TEST(FrontMatter, YieldsToWhatStandsBeside) {
    Metadata given;
    given.rule = "reports.tsv";
    given.outlet = "Velia Today";
    const auto report = text("---\noutlet: Orva Post\nbyline: Ana Osei\n---\n" + plain, "osk.txt",
                             english(), given);
    EXPECT_EQ(report->outlet.value, "Velia Today");
    EXPECT_EQ(report->byline.value, "Ana Osei");
}

std::string line_fault(const std::string& lines) {
    const auto read = jsonl(lines, "in.jsonl", english());
    std::string out;
    for (const auto& error : read.refused) out += (out.empty() ? "" : "\n") + error.message();
    return out.empty() ? "none" : out;
}

TEST(Jsonl, GivesTheFieldsThatItNames) {
    const auto read = jsonl(
        "\xEF\xBB\xBF{\"text\":\"The army left \\u201cOsk\\u201d.\",\"outlet\":\"Orva Post\","
        "\"id\":7,\"tags\":[1,{\"a\":null}],\"published\":\"2024-05-13T18:30:00Z\",\"url\":null,"
        "\"language\":\"en\"}\n\n{\"text\":\"It fell.\"}",
        "in.jsonl", english());
    ASSERT_EQ(read.reports.size(), 2U);
    EXPECT_TRUE(read.refused.empty());
    const auto& report = read.reports[0];
    EXPECT_EQ(report.text, "The army left “Osk”.");
    EXPECT_EQ(report.path, "in.jsonl:1");
    EXPECT_EQ(report.outlet.rule, "jsonl");
    EXPECT_EQ(report.language, "en");
    EXPECT_EQ(report.published.print(), "2024-05-13T18:30+00:00");
    EXPECT_EQ(read.reports[1].path, "in.jsonl:3");
}

TEST(Jsonl, BadLinesAreRefusedAndTheRestIsRead) {
    EXPECT_EQ(
        line_fault("{\"text\":\"It fell.\"}\n{\"text\":\"It fe"),
        "in.jsonl:2: byte 20: the line is cut off inside a text in quotes; fetch or delete it");
    EXPECT_EQ(line_fault("{\"text\":\"It fell.\""),
              "in.jsonl:1: byte 0: the line is no whole JSON object; complete or delete it");
    EXPECT_EQ(line_fault("{\"text\":\"It fell.\",\"outlet\":[1]}"),
              "in.jsonl:1: byte 28: \"outlet\" is a list where a text in quotes belongs; mend or "
              "delete the line");
    EXPECT_EQ(line_fault("[1]"),
              "in.jsonl:1: byte 0: the line is a list, not an object {…}; mend it");
    EXPECT_EQ(line_fault("{\"outlet\":\"Orva Post\"}"),
              "in.jsonl:1: byte 0: \"text\" is missing or empty; add it or delete the line");
    EXPECT_EQ(line_fault("{\"text\":\"a\",\"published\":\"soon\"}"),
              "in.jsonl:1: byte 24: \"soon\" is no date; write it as 2024-05-13 or "
              "2024-05-13T18:30+03:00");
    EXPECT_EQ(line_fault("{\"text\":\"a\\u0000b\"}"),
              "in.jsonl:1: byte 1 of the text is NUL, which no text holds; take it out");
    EXPECT_EQ(line_fault("\xFF\xFE"), line_fault("\n \n"));
    EXPECT_EQ(line_fault("\n \n"),
              "in.jsonl: holds no line; fill it with one JSON object a line, or delete it");
    EXPECT_EQ(jsonl("nonsense\n{\"text\":\"It fell.\"}\n", "in.jsonl", english()).reports.size(),
              1U);
}

void slices(const values::Report& report) {
    RC_ASSERT(!base::first_broken_utf8(report.text));
    for (const auto* one :
         {&report.outlet, &report.agency, &report.title, &report.byline, &report.dateline}) {
        if (one->known != values::Known::Inferred) continue;
        RC_ASSERT(one->evidence.of(report.text) == one->value);
    }
    RC_ASSERT(report.published.evidence.end() <= report.text.size());
}

TEST(Text, OfAnyBytesIsReportOrError) {
    EXPECT_TRUE(rc::check("bytes", [](const std::string& bytes) {
        const auto report = text(bytes, "osk.txt", english());
        if (report) slices(*report);
        for (const auto& one : jsonl(bytes, "in.jsonl", english()).reports) slices(one);
    }));
    const auto pieces = rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "OSK", "Osk", " ", "\n", ". ", " - ", "(", ")", "/", ",", "By ", "May", "5", "2024", ":",
        "Sunday", "said", " on ", "TASS", "“", "’s", "é", "—", "\xFF", "Source: ", "according to ",
        "---\n", "outlet: ", "©", "\r\n", "as of", "'", "-"));
    EXPECT_TRUE(rc::check("pieces of reports", [&] {
        std::string bytes;
        for (const auto& piece : *pieces) bytes += piece;
        const auto report = text(bytes, "osk.txt", english(), {}, 2024);
        if (report) slices(*report);
    }));
}

}  // namespace
}  // namespace sitrep::read
