// quantities: figures of news sentences (NewsQuant), and numerals in all their forms (specs).
#include <array>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "lookup/table.h"
#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/files.h"
#include "quality/readers/numbers.h"
#include "quality/scores/figures.h"

namespace sitrep::quality {
namespace {

using values::Quantity;
using values::QuantityBound;
using values::QuantityKind;
using Decided = std::vector<values::Decision<Quantity>>;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::size_t unseen_every = 5;  // texts whose errors nobody reads: 5, 10, 15 …

struct Reader {
    const Split& split;
    const Annotate& annotate;
    const Quantify& quantify;

    Decided read(const ToldText& told) const {
        const auto report = report_of(told.id, told.text);
        return quantify(report, annotate(report, split(report)));
    }
};

// NewsQuant marks no ordinals, no "several", no "none"; what was before and what is now are one
// range there, and a percentage, an age and "times" go by other names.
std::string newsquant_unit(const Quantity& q) {
    std::string unit = q.unit == "percent" ? "percentage" : q.unit == "times" ? "count" : q.unit;
    if (q.kind == QuantityKind::Age) unit += " of age";
    if (q.kind == QuantityKind::Count) unit = q.counted;
    // Their lemma of "people" is "people".
    if (unit.ends_with("person")) unit.replace(unit.size() - 6, 6, "people");
    if (unit.empty()) unit = "-";
    return q.per.empty() ? unit : unit + " per " + q.per;
}

std::string newsquant_change(const Quantity& q, bool moved, bool vague) {
    if (moved || vague) return "=";
    if (q.change != values::Change::None) return q.change == values::Change::Up ? "up" : "down";
    switch (q.bound) {
        case QuantityBound::About:
            return "~";
        case QuantityBound::AtLeast:
        case QuantityBound::MoreThan:
            return ">";
        case QuantityBound::AtMost:
        case QuantityBound::LessThan:
            return "<";
        case QuantityBound::Exact:
            break;
    }
    return "=";
}

std::vector<ToldFigure> newsquant_figures(const Decided& decided) {
    std::vector<ToldFigure> out;
    for (const auto& one : decided) {
        const std::string& rule = one.reason.rule;
        if (!one.choice || one.choice->kind == QuantityKind::Ordinal) continue;
        if (rule.starts_with("few") || rule == "none") continue;
        const Quantity& q = *one.choice;
        const bool moved = rule.starts_with("moved");
        ToldFigure figure;
        figure.low = moved ? *q.from : q.low.value_or(q.high.value_or(0));
        figure.high = q.high.value_or(figure.low);
        figure.ranges = figure.low != figure.high;
        figure.change = newsquant_change(q, moved, rule.starts_with("vague"));
        figure.unit = newsquant_unit(q);
        out.push_back(std::move(figure));
    }
    return out;
}

Json list(const std::vector<ToldFigure>& figures) {
    Json out = Json::array();
    for (const auto& figure : figures) {
        out.push_back(figure.change + " " + agreed(figure, Asked::Unit));
    }
    return out;
}

Json list(const Decided& decided) {
    Json out = Json::array();
    for (const auto& one : decided) {
        const std::string rule = "  (" + one.reason.rule + ")";
        if (one.choice) out.push_back(one.choice->print() + rule);
        for (const auto& passed : one.passed) out.push_back("? " + passed.value.print() + rule);
    }
    return out;
}

void newsquant(const std::vector<ToldText>& texts, const Reader& reader, Predictions& predictions,
               Outcome& outcome) {
    std::array<Counts, 3> all{};
    std::array<Counts, 3> unseen{};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto decided = reader.read(texts[i]);
        const auto found = newsquant_figures(decided);
        const bool is_unseen = (i + 1) % unseen_every == 0;
        for (std::size_t asked = 0; asked < all.size(); ++asked) {
            const auto counts = compare(found, texts[i].figures, static_cast<Asked>(asked));
            all[asked] += counts;
            if (is_unseen) unseen[asked] += counts;
        }
        predictions.add({{"set", "newsquant"},
                         {"document", texts[i].id},
                         {"text", texts[i].text},
                         {"expected", list(texts[i].figures)},
                         {"predicted", list(found)},
                         {"decided", list(decided)}});
    }
    outcome.add("value_f1", all[0]);
    outcome.add("value_change_f1", all[1]);
    outcome.add("value_unit_f1", all[2]);
    outcome.show("unseen value", unseen[0]);
    outcome.show("unseen value_change", unseen[1]);
    outcome.show("unseen value_unit", unseen[2]);
}

// What a spec file asks for.
enum class Spec : std::uint8_t { Numbers, Ranges, Percents, Ordinals, Ages, Money, Measures, Heat };

bool asks_for(Spec spec, const Quantity& q) {
    const bool temperature = q.unit == "celsius" || q.unit == "fahrenheit";
    // Times are another of their models; points and "times" are in none.
    const bool other = q.si_unit == "s" || q.unit == "point" || q.unit == "times";
    switch (spec) {
        case Spec::Numbers:
            return q.kind != QuantityKind::Ordinal;
        case Spec::Ranges:
            return q.kind != QuantityKind::Ordinal;
        case Spec::Percents:
            return q.unit == "percent";
        case Spec::Ordinals:
            return q.kind == QuantityKind::Ordinal;
        case Spec::Ages:
            return q.kind == QuantityKind::Age;
        case Spec::Money:
            return q.kind == QuantityKind::Money;
        case Spec::Measures:
            return q.kind == QuantityKind::Measure && !temperature && !other;
        case Spec::Heat:
            return temperature || q.unit == "degree";
    }
    return false;
}

bool is_range(const Quantity& q) { return !q.low || !q.high || *q.low != *q.high; }

std::vector<double> spec_numbers(const Decided& decided, Spec spec) {
    std::vector<double> out;
    for (const auto& one : decided) {
        const Quantity* q = one.choice           ? &*one.choice
                            : one.passed.empty() ? nullptr
                                                 : &one.passed.front().value;
        const bool bare = spec == Spec::Numbers;
        if (one.reason.rule == "apart:pronoun") continue;
        if (q == nullptr || (!one.choice && !bare) || !asks_for(spec, *q)) continue;
        if (one.reason.rule.starts_with("few") || one.reason.rule == "none") continue;
        if (spec == Spec::Ranges) {
            if (!is_range(*q)) continue;
            out.push_back(q->low.value_or(-infinite));
            out.push_back(q->high.value_or(infinite));
            continue;
        }
        // A bound or range is a number or two here.
        if (q->from && one.reason.rule.starts_with("moved")) out.push_back(*q->from);
        if (q->low) out.push_back(*q->low);
        if (q->high && is_range(*q)) out.push_back(*q->high);
    }
    return out;
}

std::vector<double> told_numbers(const ToldText& text, Spec spec) {
    std::vector<double> out;
    for (const auto& figure : text.figures) {
        out.push_back(figure.low);
        if (spec == Spec::Ranges) out.push_back(figure.high);
    }
    return out;
}

using Scope = std::set<std::pair<std::string, std::string>>;  // set, case

struct Marked {
    Counts in_scope;
    Counts all;
};

Marked specs(const std::string& set, Spec spec, const std::vector<ToldText>& texts,
             const Scope& out, const Reader& reader, Predictions& predictions) {
    Marked marked;
    for (const auto& text : texts) {
        const auto decided = reader.read(text);
        const bool right = !text.odd && same(spec_numbers(decided, spec), told_numbers(text, spec));
        const Counts counts{right ? 1U : 0U, 1, 1};
        const bool outside = text.odd || out.contains({set, text.id});
        marked.all += counts;
        if (!outside) marked.in_scope += counts;
        predictions.add({{"set", set},
                         {"document", text.id},
                         {"text", text.text},
                         {"in_scope", !outside},
                         {"right", right},
                         {"expected", told_numbers(text, spec)},
                         {"predicted", spec_numbers(decided, spec)},
                         {"decided", list(decided)}});
    }
    return marked;
}

struct SpecFile {
    std::string set;
    std::string path;
    Spec spec;
};

std::vector<SpecFile> spec_files() {
    const std::string folder = "numbers/recognizers-text-specs/";
    return {
        {"NumberModel", folder + "Number/English/NumberModel.json", Spec::Numbers},
        {"NumberRangeModel", folder + "Number/English/NumberRangeModel.json", Spec::Ranges},
        {"PercentModel", folder + "Number/English/PercentModel.json", Spec::Percents},
        {"OrdinalModel", folder + "Number/English/OrdinalModel.json", Spec::Ordinals},
        {"AgeModel", folder + "NumberWithUnit/English/AgeModel.json", Spec::Ages},
        {"CurrencyModel", folder + "NumberWithUnit/English/CurrencyModel.json", Spec::Money},
        {"DimensionModel", folder + "NumberWithUnit/English/DimensionModel.json", Spec::Measures},
        {"TemperatureModel", folder + "NumberWithUnit/English/TemperatureModel.json", Spec::Heat}};
}

base::Result<Scope> scope_from(const std::string& path) {
    const auto table = lookup::table(path);
    if (!table) return table.error();
    Scope out;
    for (const auto& row : table->rows) out.emplace(row.cells[0], row.cells[1]);
    return out;
}

}  // namespace

base::Result<Outcome> quantities(const std::string& data, const std::string& scope,
                                 const Split& split, const Annotate& annotate,
                                 const Quantify& quantify, Predictions& predictions) {
    Outcome outcome("quantities");
    const Reader reader{split, annotate, quantify};
    const auto out = scope_from(scope);
    if (!out) return out.error();
    if (const auto path = dev_or_test(data, "numbers/newsquant/", ".json")) {
        const auto texts = newsquant_file(*path);
        if (!texts) return texts.error();
        newsquant(*texts, reader, predictions, outcome);
    } else {
        outcome.skip("numbers/newsquant/dev.json is not there");
    }
    Marked all;
    for (const auto& file : spec_files()) {
        const auto path = first_there(data, {file.path});
        if (!path) {
            outcome.skip(file.path + " is not there");
            continue;
        }
        const auto texts = spec_file(*path);
        if (!texts) return texts.error();
        const auto marked = specs(file.set, file.spec, *texts, *out, reader, predictions);
        outcome.show(file.set + " in scope", marked.in_scope);
        all.in_scope += marked.in_scope;
        all.all += marked.all;
    }
    if (all.all.expected > 0) {
        outcome.add("recognizers_in_scope", all.in_scope);
        outcome.add("recognizers_all", all.all);
    }
    const std::string numerals = "numbers/duckling-numeral-en/numeral-en.tsv";
    if (const auto path = first_there(data, {numerals})) {
        const auto texts = duckling_file(*path);
        if (!texts) return texts.error();
        const auto marked = specs("numeral-en", Spec::Numbers, *texts, *out, reader, predictions);
        outcome.add("duckling_in_scope", marked.in_scope);
        outcome.add("duckling_all", marked.all);
    } else {
        outcome.skip(numerals + " is not there");
    }
    return outcome;
}

}  // namespace sitrep::quality
