#include "publish/conllu.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

namespace sitrep::publish {
namespace {

std::vector<std::string> cut(std::string_view text, char by) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == by) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string lower(std::string word) {
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return word;
}

bool sorted_names(const std::string& cell) {
    if (cell == "_") return true;
    std::vector<std::string> names;
    for (const auto& part : cut(cell, '|')) {
        const auto sign = part.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == part.size()) return false;
        names.push_back(lower(part.substr(0, sign)));
    }
    return std::is_sorted(names.begin(), names.end()) &&
           std::adjacent_find(names.begin(), names.end()) == names.end();
}

// One sentence of the format; what is wrong with it, or nothing.
std::string fault_of_rows(const std::vector<std::vector<std::string>>& rows,
                          const std::string& text) {
    std::string spelled;
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (row.size() != 10) return "not ten columns";
        for (const auto& cell : row) {
            if (cell.empty() || cell.front() == ' ' || cell.back() == ' ') return "a blank cell";
        }
        if (row[0] != std::to_string(i + 1)) return "ids do not count from 1";
        if (row[4] != "_" || row[8] != "_") return "XPOS or DEPS is filled";
        if (!sorted_names(row[5])) return "FEATS are not sorted";
        if (!sorted_names(row[9])) return "MISC is not sorted";
        std::size_t head = rows.size() + 1;
        std::from_chars(row[6].data(), row[6].data() + row[6].size(), head);
        if (head > rows.size() || head == i + 1) return "a head out of range";
        if ((head == 0) != (row[7] == "root")) return "root is not the root's relation alone";
        heads.push_back(head);
        const auto misc = cut(row[9], '|');
        spelled += row[1];
        const bool no_space = std::count(misc.begin(), misc.end(), "SpaceAfter=No") == 1;
        if (!no_space && i + 1 < rows.size()) spelled += ' ';
    }
    if (std::count(heads.begin(), heads.end(), 0U) != 1) return "not one root";
    for (std::size_t i = 0; i < heads.size(); ++i) {
        std::size_t steps = 0;
        for (std::size_t at = i + 1; at != 0; at = heads[at - 1]) {
            if (++steps > heads.size()) return "a cycle";
        }
    }
    return spelled == text ? "" : "the text is not its forms: " + spelled;
}

// The first rule of the format that printed text breaks, or nothing.
std::string fault(const std::string& printed) {
    if (printed.empty()) return "";
    if (!printed.starts_with("# newdoc id = ")) return "no newdoc";
    if (!printed.ends_with("\n\n")) return "no empty line at the end";
    std::set<std::string> ids;
    std::string id;
    std::string text;
    std::vector<std::vector<std::string>> rows;
    auto lines = cut(printed, '\n');
    lines.pop_back();
    for (const auto& line : lines) {
        if (line.starts_with("# sent_id = ")) id = line.substr(12);
        if (line.starts_with("# text = ")) text = line.substr(9);
        if (line.starts_with('#')) {
            if (!rows.empty()) return "a comment inside a sentence";
            continue;
        }
        if (!line.empty()) {
            rows.push_back(cut(line, '\t'));
            continue;
        }
        if (rows.empty()) return "two empty lines";
        if (!ids.insert(id).second) return "a sent_id stands twice";
        if (const auto wrong = fault_of_rows(rows, text); !wrong.empty()) return id + ": " + wrong;
        rows.clear();
    }
    return rows.empty() ? "" : "the last sentence is not closed";
}

std::string printed(const std::string& text, const values::Marks& marks) {
    values::Report report;
    report.id = "r_1";
    report.text = text;
    return conllu(report, marks);
}

std::string printed(std::string_view notation) {
    const auto noted = values::marks_from(notation);
    EXPECT_TRUE(noted);
    return printed(noted->text, noted->marks);
}

TEST(Conllu, PrintsTenColumnsAndTheirComments) {
    const std::string out = printed(
        "Rebels|rebel|NOUN|2|nsubj|Number=Plur fled|flee|VERB|0|root|VerbForm=Fin|Mood=Ind "
        "Naro|Naro|PROPN|4|compound bridge|bridge|NOUN|2|obj  [FAC 3-4]\n"
        "Tamm|Tamm|PROPN|2|nsubj said|say|VERB|0|root"
        "  [PER 1]  {source 1 cue 2 content 1@-1-4@-1}  <end>\n"
        "Yes|yes|INTJ|0|root  <end>\n");
    EXPECT_EQ(out,
              "# newdoc id = r_1\n"
              "# newpar\n"
              "# sent_id = r_1-1\n"
              "# text = Rebels fled Naro bridge\n"
              "1\tRebels\trebel\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t"
              "Attribution=1:Content|Span=0:6\n"
              "2\tfled\tflee\tVERB\t_\tMood=Ind|VerbForm=Fin\t0\troot\t_\t"
              "Attribution=1:Content|Span=7:11\n"
              "3\tNaro\tNaro\tPROPN\t_\t_\t4\tcompound\t_\t"
              "Attribution=1:Content|Entity=B-FAC|Span=12:16\n"
              "4\tbridge\tbridge\tNOUN\t_\t_\t2\tobj\t_\t"
              "Attribution=1:Content|Entity=I-FAC|Span=17:23\n"
              "\n"
              "# sent_id = r_1-2\n"
              "# text = Tamm said\n"
              "1\tTamm\tTamm\tPROPN\t_\t_\t2\tnsubj\t_\t"
              "Attribution=1:Source|Entity=B-PER|Span=24:28\n"
              "2\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\tAttribution=1:Cue|Span=29:33\n"
              "\n"
              "# newpar\n"
              "# sent_id = r_1-3\n"
              "# text = Yes\n"
              "1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\tSpan=34:37\n"
              "\n");
    EXPECT_EQ(fault(out), "");
}

TEST(Conllu, NamesEveryAttributionOfAWord) {
    const auto out = printed(
        "he|he|PRON|2|nsubj said|say|VERB|0|root she|she|PRON|4|nsubj denied|deny|VERB|2|ccomp "
        "it|it|PRON|4|obj  {source 1 cue 2 content 3-5}  {source 3 cue 4 content 5}");
    EXPECT_NE(out.find("\tAttribution=1:Content,2:Source|Span=8:11\n"), std::string::npos) << out;
    EXPECT_NE(out.find("\tAttribution=1:Content,2:Content|"), std::string::npos) << out;
    EXPECT_EQ(fault(out), "");
}

// Marks over text as it stands: words are the runs that a bar or blank parts; a bar is taken out.
values::Marks laid(std::string& text) {
    values::Marks marks;
    std::string kept;
    auto& sentence = marks.sentences.emplace_back();
    std::size_t begin = 0;
    const auto close = [&] {
        if (begin < kept.size()) {
            auto& word = sentence.words.emplace_back();
            word.span = values::Span::in(kept, begin, kept.size());
            word.head = static_cast<std::int32_t>(sentence.words.size()) - 2;
            word.relation = word.head < 0 ? "root" : "dep";
        }
    };
    for (const char c : text) {
        if (c != '|' && c != ' ' && c != '\n') {
            kept += c;
            continue;
        }
        close();
        if (c != '|') kept += c;
        begin = kept.size();
    }
    close();
    text = kept;
    sentence.span = values::Span::in(text, 0, text.size());
    return marks;
}

TEST(Conllu, GivesWhiteSpaceAsOneBlank) {
    std::string text = "“|They\n  fled|,|” he said|.";
    const auto marks = laid(text);
    const auto out = printed(text, marks);
    EXPECT_NE(out.find("# text = “They fled,” he said.\n"), std::string::npos) << out;
    EXPECT_EQ(fault(out), "");
}

TEST(Conllu, LeavesUnreadLinesOutButKeepsTheirNumbersAndParagraphs) {
    auto noted = values::marks_from("a|a|X|0|root\nb|b|X|0|root  <end>\nc|c|X|0|root\n");
    ASSERT_TRUE(noted);
    noted->marks.sentences[1].words.clear();
    const auto out = printed(noted->text, noted->marks);
    EXPECT_NE(out.find("\n\n# newpar\n# sent_id = r_1-3\n"), std::string::npos) << out;
    EXPECT_EQ(out.find("r_1-2"), std::string::npos);
    EXPECT_EQ(fault(out), "");
    noted->marks.sentences[0].words.clear();
    noted->marks.sentences[2].words.clear();
    EXPECT_EQ(printed(noted->text, noted->marks), "");
}

TEST(Conllu, SaysWhereTheNextSentenceFollowsAtOnce) {
    auto noted = values::marks_from("a|a|X|0|root\nb|b|X|0|root\n");
    ASSERT_TRUE(noted);
    noted->text = "ab";
    const auto span = [&](std::size_t begin) {
        return values::Span::in(noted->text, begin, begin + 1);
    };
    for (std::size_t i = 0; i < 2; ++i) {
        noted->marks.sentences[i].span = span(i);
        noted->marks.sentences[i].words[0].span = span(i);
    }
    const auto out = printed(noted->text, noted->marks);
    EXPECT_NE(out.find("\tSpaceAfter=No|Span=0:1\n"), std::string::npos) << out;
    EXPECT_NE(out.find("\tSpan=1:2\n"), std::string::npos) << out;
    EXPECT_EQ(fault(out), "");
}

TEST(Conllu, HoldsItsRulesOnAnyText) {
    EXPECT_TRUE(rc::check("valid", [] {
        std::string text;
        for (const auto& piece :
             *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                 "Osk", "|", " ", "\n", "#", "1", "_", "é", "=", "“", "🙂", "."))) {
            text += piece;
        }
        const auto marks = laid(text);
        RC_ASSERT(fault(printed(text, marks)) == "");
    }));
}

TEST(Conllu, FindsFaults) {
    const std::string good = printed("a|a|X|0|root b|b|X|1|dep|Case=Nom|Number=Sing");
    ASSERT_EQ(fault(good), "");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string bad = good;
        return fault(bad.replace(bad.find(from), from.size(), to));
    };
    EXPECT_EQ(with("\t1\tdep", "\t3\tdep"), "r_1-1: a head out of range");
    EXPECT_EQ(with("\t1\tdep", "\t2\tdep"), "r_1-1: a head out of range");
    EXPECT_EQ(with("\tdep", "\troot"), "r_1-1: root is not the root's relation alone");
    EXPECT_EQ(with("\t0\troot", "\t2\tdep"), "r_1-1: not one root");
    EXPECT_EQ(with("Case=Nom|Number=Sing", "Number=Sing|Case=Nom"), "r_1-1: FEATS are not sorted");
    EXPECT_EQ(with("text = a b", "text = ab"), "r_1-1: the text is not its forms: a b");
    EXPECT_EQ(with("\n2\t", "\n3\t"), "r_1-1: ids do not count from 1");
}

}  // namespace
}  // namespace sitrep::publish
