#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/commands.h"
#include "cli/home.h"

namespace sitrep::cli {
namespace {

struct Ran {
    Exit exit;
    std::string out;
    std::string err;
};

Ran ran(const std::vector<std::string>& words, const std::string& home = SITREP_ROOT) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const Exit exit = run(words, home);
    return {exit, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

class Files : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

TEST(Run, SaysItsVersion) {
    const auto got = ran({"--version"});
    EXPECT_EQ(got.exit, Exit::Done);
    EXPECT_EQ(got.out, "sitrep 0.1.0\n");
    EXPECT_EQ(got.err, "");
}

TEST(Run, HelpsToStdout) {
    EXPECT_NE(ran({"help"}).out.find("brief"), std::string::npos);
    EXPECT_EQ(ran({"help"}).exit, Exit::Done);
    const auto own = ran({"brief", "--help"});
    EXPECT_EQ(own.exit, Exit::Done);
    EXPECT_NE(own.out.find("--published"), std::string::npos);
    EXPECT_EQ(ran({"help", "brief"}).out, own.out);
    EXPECT_EQ(ran({"help", "nothing"}).exit, Exit::WrongCommand);
}

TEST(Run, RefusesAWrongCommandLineByOneLine) {
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"brif"},
        {"brief"},
        {"brief", "--no-such", "x.txt"},
        {"brief", "x.txt", "--threads", "0"},
        {"brief", "x.txt", "--threads", "-1"},
        {"brief", "x.txt", "--threads", "many"},
        {"brief", "x.txt", "--published", "yesterday"},
        {"brief", "x.txt", "--published", "unknown"},
        {"brief", "x.txt", "--year", "0"},
        {"brief", "x.txt", "--progress", "xml"},
        {"explain", "a_0123456789"},
        {"verify", "brief.json"},
    };
    for (const auto& words : wrong) {
        const auto got = ran(words);
        EXPECT_EQ(got.exit, Exit::WrongCommand) << (words.empty() ? "" : words.back());
        EXPECT_EQ(got.out, "");
        EXPECT_TRUE(got.err.starts_with("sitrep: command line: ")) << got.err;
        EXPECT_EQ(std::count(got.err.begin(), got.err.end(), '\n'), 1) << got.err;
    }
}

TEST(Run, HasNoOptionThatTheDocsDoNotName) {
    std::ifstream file(std::string(SITREP_ROOT) + "/docs/commands.md");
    const std::string docs(std::istreambuf_iterator<char>(file), {});
    for (const std::string command : {"brief", "marks", "digest", "explain", "verify", "doctor"}) {
        EXPECT_NE(docs.find("`sitrep " + command), std::string::npos) << command;
        const auto help = ran({"help", command}).out;
        for (auto at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
            const auto option = help.substr(at, help.find_first_of(" ,\n", at) - at);
            const bool named = option == "--help" || docs.find("`" + option) != std::string::npos;
            EXPECT_TRUE(named) << command << " " << option;
        }
    }
}

TEST(Run, NeedsAnInstallation) {
    const auto none = ran({"brief", "x.txt"}, "");
    EXPECT_EQ(none.exit, Exit::Broken);
    EXPECT_NE(none.err.find("SITREP_HOME"), std::string::npos) << none.err;
    const auto wrong = ran({"brief", "x.txt"}, "/no/such/home");
    EXPECT_EQ(wrong.exit, Exit::Broken);
    EXPECT_NE(wrong.err.find("/no/such/home/"), std::string::npos) << wrong.err;
    const auto doctor = ran({"doctor"}, "/no/such/home");
    EXPECT_EQ(doctor.exit, Exit::Broken);
    EXPECT_NE(doctor.out.find("BROKEN: /no/such/home/"), std::string::npos) << doctor.out;
}

TEST(Home, IsFoundAboveTheProgram) {
    unsetenv("SITREP_HOME");
    EXPECT_TRUE(std::filesystem::is_directory(home() + "/lexicon/en")) << home();
    setenv("SITREP_HOME", "elsewhere", 1);
    EXPECT_EQ(home(), "elsewhere");
    unsetenv("SITREP_HOME");
}

// verify needs the lexicon and no model.
TEST_F(Files, VerifyNamesWhatIsWrong) {
    const auto report = file("a.txt", "Rebel fighters seized the bridge before dawn on Sunday.\n");
    const auto missing = ran({"verify", path("none.json"), report});
    EXPECT_EQ(missing.exit, Exit::Nothing);
    EXPECT_NE(missing.err.find("none.json: no such file"), std::string::npos) << missing.err;

    const auto other = ran({"verify", file("b.json", "{\"schema\": 3}"), report});
    EXPECT_EQ(other.exit, Exit::Nothing);
    EXPECT_NE(other.err.find("b.json: "), std::string::npos) << other.err;

    const auto foreign = ran({"verify",
                              file("c.json",
                                   "{\"schema\":\"sitrep-brief-1\",\"unreadable\":[],\"reports\":"
                                   "[{\"report\":{\"sha256\":\"00\"}}]}"),
                              report});
    EXPECT_EQ(foreign.exit, Exit::NotBorneOut);
    EXPECT_NE(foreign.err.find("c.json: /reports/0: "), std::string::npos) << foreign.err;

    const auto empty = file(
        "d.json", "{\"schema\":\"sitrep-brief-1\",\"unreadable\":[],\"names\":[],\"reports\":[]}");
    EXPECT_EQ(ran({"verify", empty, report}).exit, Exit::Done);
    EXPECT_EQ(ran({"verify", empty, report, path("none.txt")}).exit, Exit::SomeUnread);
    EXPECT_EQ(ran({"verify", empty, path("none.txt")}).exit, Exit::Nothing);
    EXPECT_EQ(ran({"verify", "--strict", empty, path("none.txt"), report}).exit, Exit::Nothing);
}

TEST_F(Files, AGazetteerImportsAndFinds) {
    const std::string layers = path("layers");
    const auto table = file("naro.tsv",
                            "name\tkind\tlatitude\tlongitude\tcountry\tprovince\n"
                            "Ilmen\tprovince\t\t\tXV\t\n"
                            "Shir Khan\ttown\t10\t20\tXV\tIlmen\n"
                            "Odd\thamlet\t10\t20\tXV\tIlmen\n");
    const auto import = ran({"gazetteer", "--gazetteer", layers, "import", table});
    EXPECT_EQ(import.exit, Exit::SomeUnread);
    EXPECT_NE(import.out.find("naro.places: 2 places, 0 of them known before, 1 faults"),
              std::string::npos);
    EXPECT_NE(import.err.find("naro.tsv:4: \"hamlet\" is no kind of place"), std::string::npos);

    const auto found = ran({"gazetteer", "--gazetteer", layers, "find", "Sher Khan", "--in",
                            "own:XV/ilmen", "--near", "11,20"});
    EXPECT_EQ(found.exit, Exit::Done);
    EXPECT_TRUE(
        found.out.starts_with("own:XV/shir-khan town \"Shir Khan\" 10,20 XV 0 < "
                              "own:XV/ilmen province \"Ilmen\"\n  met       skeleton"));
    EXPECT_NE(found.out.find("away      111.20 km"), std::string::npos);
    EXPECT_EQ(
        ran({"gazetteer", "--gazetteer", layers, "find", "Xqzjv", "--in", "own:XV/ilmen"}).exit,
        Exit::Nothing);
    EXPECT_EQ(ran({"gazetteer", "--gazetteer", layers, "find", "Ilmen", "--in", "own:no"}).exit,
              Exit::Nothing);
}

TEST_F(Files, AGazetteerRefusesWhatIsNoFileOfPlaces) {
    const std::string layers = path("layers");
    const auto prose = file("prose.txt", "Dear all,\n");
    const auto import = ran({"gazetteer", "--gazetteer", layers, "import", prose});
    EXPECT_EQ(import.exit, Exit::Nothing);
    EXPECT_NE(import.err.find("prose.txt: neither a GeoNames dump"), std::string::npos);
    EXPECT_EQ(ran({"gazetteer", "--gazetteer", layers, "import", path("absent")}).exit,
              Exit::Nothing);
    EXPECT_EQ(ran({"gazetteer"}).exit, Exit::WrongCommand);
}

}  // namespace
}  // namespace sitrep::cli
