// sitrep-vectors: what the event head learns from: the words of each report and their vectors.
//
// From  a file with one report a line, an installation's home (lexicon/en, models/english)
// To    PREFIX.jsonl  a line a report: its words as [begin, end, sentence, head, part, relation,
//                     entity tag, lemma], spans in bytes of the line, heads in the report's words
//       PREFIX.f32    the words' vectors, one after another, little-endian [words, 4 * hidden]:
//                     the last layer's, the embedding, those after two and four layers
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "annotate/marks.h"
#include "annotate/tags.h"
#include "lookup/table.h"
#include "nn/encoder.h"
#include "split/sentences.h"
#include "split/words.h"
#include "values/report.h"

namespace {

using nlohmann::json;
using namespace sitrep;

json words(const values::Marks& marks) {
    json out = json::array();
    std::size_t number = 0;
    for (const auto& sentence : marks.sentences) {
        const auto first = static_cast<std::int64_t>(out.size());
        const auto tagged = annotate::entity_tags(sentence);
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            const auto& word = sentence.words[i];
            out.push_back({word.span.begin(), word.span.end(), number,
                           word.head < 0 ? -1 : first + word.head, word.part, word.relation,
                           tagged[i], word.lemma});
        }
        ++number;
    }
    return out;
}

int fail(const base::Error& error) {
    std::cerr << error.message() << '\n';
    return 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: sitrep-vectors HOME REPORTS PREFIX\n";
        return 2;
    }
    const std::string home = arguments[1];
    const std::vector<std::uint32_t> taps{0, 2, 4};
    const auto encoder = nn::Encoder::open(home + "/models/english", nn::fastest_path(), taps);
    if (!encoder) return fail(encoder.error());
    const auto splitting = lookup::table(home + "/lexicon/en/splitting.tsv");
    if (!splitting) return fail(splitting.error());
    const auto lines = lookup::table(home + "/lexicon/en/lines.tsv");
    if (!lines) return fail(lines.error());
    const auto splits = split::Words::from(*splitting, *lines);
    if (!splits) return fail(splits.error());
    std::ifstream reports(arguments[2]);
    std::ofstream told(std::string(arguments[3]) + ".jsonl");
    std::ofstream numbers(std::string(arguments[3]) + ".f32", std::ios::binary);
    for (std::string line; std::getline(reports, line);) {
        values::Report report;
        report.text = line;
        std::vector<nn::OwnedMatrix> vectors;
        const auto marks =
            annotate::marks(report, split::sentences(report, *splits), *encoder, 1, &vectors);
        told << words(marks).dump() << '\n';
        for (const auto& matrix : vectors) {
            for (std::size_t i = 0; i < matrix.rows(); ++i) {
                const auto row = matrix.row(i);
                numbers.write(reinterpret_cast<const char*>(row.data()),
                              static_cast<std::streamsize>(row.size_bytes()));
            }
        }
    }
    return told && numbers ? 0 : 1;
}
