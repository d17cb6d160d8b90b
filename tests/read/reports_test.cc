#include "read/reports.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "known_english.h"
#include "read/text.h"

namespace sitrep::read {
namespace {

namespace files = std::filesystem;

class Reports : public testing::Test {
protected:
    Reports() : home_(testing::TempDir() + "reports_" + std::to_string(::getpid())) {
        files::remove_all(home_);
        files::create_directories(home_);
    }
    ~Reports() override { files::remove_all(home_); }

    void write(const std::string& name, const std::string& bytes) const {
        files::create_directories(files::path(home_ + "/" + name).parent_path());
        std::ofstream(home_ + "/" + name, std::ios::binary) << bytes;
    }
    Input read(const Options& options = {}) const { return reports({home_}, options, english()); }

    // Paths from the home, one a word.
    std::string paths(const Input& input) const {
        std::string out;
        for (const auto& report : input.reports) {
            out += (out.empty() ? "" : " ") + report.path.substr(home_.size() + 1);
        }
        return out;
    }
    std::string faults(const Input& input) const {
        std::string out;
        for (const auto& one : input.unreadable) {
            out += (out.empty() ? "" : "\n") +
                   (one.place == home_ ? "." : one.place.substr(home_.size() + 1)) + ": " +
                   one.fault;
        }
        return out;
    }

    std::string home_;
};

TEST_F(Reports, OfAFolderComeInByteOrderWithItsSubFolders) {
    for (const auto* name : {"b.txt", "a/z.md", "a/c", "Z.txt", "c.jsonl", ".hidden.txt",
                             "README.md", "picture.png", ".git/x.txt"}) {
        write(name,
              std::string(name) == "c.jsonl" ? "{\"text\":\"Osk.\"}" : "Osk " + std::string(name));
    }
    const auto input = read();
    EXPECT_EQ(paths(input), "Z.txt a/c a/z.md b.txt c.jsonl:1");
    EXPECT_EQ(faults(input), "");
    ASSERT_EQ(input.passed_by.size(), 1U);
    EXPECT_TRUE(input.passed_by[0].ends_with("picture.png"));
}

TEST_F(Reports, TakeMetadataFromTheTableBesideThem) {
    write("a.txt", "Osk fell.");
    write("sub/b.txt", "Osk stands.");
    write(
        "reports.tsv",
        "path\toutlet\tpublished\nsub/b.txt\tOrva Post\t2024-05-13\na.txt\tVelia Today\nc.txt\tX\n"
        "d.txt\tX\tsoon\n");
    const auto input = read();
    ASSERT_EQ(input.reports.size(), 2U);
    EXPECT_EQ(input.reports[0].outlet.value, "Velia Today");
    EXPECT_EQ(input.reports[1].published.print(), "2024-05-13");
    EXPECT_EQ(input.reports[1].published.rule, "reports.tsv");
    EXPECT_EQ(faults(input),
              "reports.tsv:5: \"soon\" is no date; write it as 2024-05-13 or "
              "2024-05-13T18:30+03:00\n"
              "reports.tsv:4: \"c.txt\" is no report of this folder; mend or delete the row");
    // A file that is named by itself has the same metadata.
    const auto one = reports({home_ + "/a.txt"}, {}, english());
    EXPECT_EQ(one.reports.at(0).outlet.value, "Velia Today");
    write("reports.tsv", "outlet\nX\n");
    EXPECT_EQ(faults(read()),
              "reports.tsv:1: names no column \"path\"; begin the table with path, outlet, "
              "published, url, title, parted by tabs");
}

TEST_F(Reports, ThatCannotBeReadAreSaidAndTheRestIsRead) {
    write("a.txt", "");
    write("b.txt", "Osk fell.");
    write("c.txt", std::string("PK\x03\x04", 4));
    files::create_symlink("nowhere", home_ + "/d.txt");
    const auto input = read();
    EXPECT_EQ(paths(input), "b.txt");
    EXPECT_EQ(faults(input),
              "a.txt: the file is empty; fill or delete it\n"
              "c.txt: byte 0: is the first of a ZIP archive or office document; save it as plain "
              "text (UTF-8)\n"
              "d.txt: no such file or folder; check the spelling");
    Options strict;
    strict.strict = true;
    EXPECT_EQ(read(strict).reports.size(), 0U);
    EXPECT_EQ(read(strict).unreadable.size(), 1U);
}

TEST_F(Reports, OfNoFolderOrAnEmptyOneAreSaid) {
    EXPECT_EQ(faults(read()),
              ".: holds no report (.txt, .md, .jsonl or no ending); name another folder, or the "
              "files themselves");
    const auto missing = reports({home_ + "/none"}, {}, english());
    EXPECT_EQ(faults(missing), "none: no such file or folder; check the spelling");
}

TEST_F(Reports, TooLargeAreSaid) {
    write("a.txt", "");
    files::resize_file(home_ + "/a.txt", text_file_bytes_max + 1);
    EXPECT_EQ(faults(read()), "a.txt: holds more than 67108864 bytes; split it");
}

TEST_F(Reports, OfOneFileAreReadOnce) {
    write("a.txt", "Osk fell.");
    EXPECT_EQ(reports({home_ + "/a.txt", home_}, {}, english()).reports.size(), 1U);
}

TEST_F(Reports, TakeTheUsersDateOnlyWhereTheyAreOne) {
    write("a.txt", "Osk fell, the army said on June 23.");
    Options options;
    options.published = values::Publication::parse("2021-06-24");
    const auto one = read(options);
    EXPECT_EQ(one.reports.at(0).published.print(), "2021-06-24");
    EXPECT_EQ(one.reports.at(0).published.rule, "--published");
    EXPECT_FALSE(one.refused);
    write("b.txt", "Osk stands.");
    const auto two = read(options);
    ASSERT_TRUE(two.refused);
    EXPECT_EQ(two.refused->message(),
              "--published: dates one report, and 2 were read; name one, or write their dates into "
              "reports.tsv");
}

TEST_F(Reports, TakeTheUsersYear) {
    write("a.txt", "Osk fell, the army said on Wednesday, June 23.");
    Options options;
    options.year = 2021;
    EXPECT_EQ(read(options).reports.at(0).published.print(), "2021-06-23");
}

}  // namespace
}  // namespace sitrep::read
