#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace sitrep::base {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
protected:
    Files() {
        std::string name = testing::TempDir() + "sitrep-files.XXXXXX";
        folder_ = ::mkdtemp(name.data());
    }
    ~Files() override { fs::remove_all(folder_); }
    std::string in(const std::string& name) const { return folder_ + "/" + name; }

    std::string folder_;
};

TEST_F(Files, ReadsBackWhatItWrote) {
    const std::string bytes("one\0two\n", 8);
    ASSERT_TRUE(write_file(in("a"), bytes));
    EXPECT_EQ(read_file(in("a"), 8).value(), bytes);
    EXPECT_EQ(MappedFile::open(in("a")).value().bytes(), bytes);
    ASSERT_TRUE(write_file(in("a"), ""));
    EXPECT_EQ(read_file(in("a"), 8).value(), "");
    EXPECT_EQ(MappedFile::open(in("a")).value().bytes(), "");
}

TEST_F(Files, LeavesNothingBesideAndKeepsModeAndLink) {
    ASSERT_TRUE(write_file(in("a"), "old"));
    ASSERT_EQ(::chmod(in("a").c_str(), 0640), 0);
    fs::create_symlink("a", in("link"));
    ASSERT_TRUE(write_file(in("link"), "new"));
    EXPECT_TRUE(fs::is_symlink(in("link")));
    EXPECT_EQ(read_file(in("a"), 100).value(), "new");
    struct stat about {};
    ASSERT_EQ(::stat(in("a").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0640U);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 2);
}

TEST_F(Files, NameTheLimit) {
    ASSERT_TRUE(write_file(in("a"), "12345"));
    const auto read = read_file(in("a"), 4);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message(), in("a") + ": holds more than 4 bytes; split it");
}

TEST_F(Files, HoldAStreamToTheLimit) {
    ASSERT_TRUE(write_file(in("a"), "12345"));
    std::FILE* const stream = std::fopen(in("a").c_str(), "rb");
    EXPECT_EQ(read_stream(stream, "-", 5).value(), "12345");
    std::rewind(stream);
    EXPECT_EQ(read_stream(stream, "-", 4).error().message(),
              "-: holds more than 4 bytes; split it");
    std::fclose(stream);
}

TEST_F(Files, NamePathFaultAndNextStep) {
    EXPECT_EQ(read_file(in("none"), 9).error().message(),
              in("none") + ": no such file or folder; check the spelling");
    EXPECT_EQ(read_file(folder_, 9).error().message(),
              folder_ + ": is a folder, not a file; name a file");
    EXPECT_EQ(MappedFile::open(in("none")).error().place(), in("none"));
    EXPECT_EQ(write_file(in("none/a"), "x").error().message(),
              in("none/a") + ": no such file or folder; check the spelling");
    EXPECT_EQ(write_file(folder_, "x").error().place(), folder_);
    EXPECT_EQ(write_file("/dev/full", "x").error().message(),
              "/dev/full: the disk is full; free some space and run again");
}

TEST_F(Files, WriteToAStreamAtOnce) {
    std::FILE* const stream = std::fopen(in("a").c_str(), "wb");
    std::fputs("first ", stream);
    ASSERT_TRUE(write_stream(stream, "-", "second"));
    EXPECT_EQ(read_file(in("a"), 100).value(), "first second");
    std::fclose(stream);
    std::FILE* const full = std::fopen("/dev/full", "wb");
    EXPECT_EQ(write_stream(full, "standard output", "x").error().message(),
              "standard output: the disk is full; free some space and run again");
    std::fclose(full);
}

TEST_F(Files, SayWhatMayNotBeRead) {
    if (::geteuid() == 0) GTEST_SKIP() << "the superuser may read everything";
    ASSERT_TRUE(write_file(in("a"), "x"));
    ASSERT_EQ(::chmod(in("a").c_str(), 0), 0);
    EXPECT_EQ(read_file(in("a"), 9).error().message(),
              in("a") + ": not permitted; check who owns it and its mode (chmod)");
}

}  // namespace
}  // namespace sitrep::base
