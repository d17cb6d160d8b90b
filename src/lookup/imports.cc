#include "lookup/imports.h"

#include <algorithm>
#include <array>

#include "lookup/import/forms.h"
#include "lookup/import/rows.h"

namespace sitrep::lookup {
namespace {

constexpr std::array<std::string_view, 5> form_codes = {"geonames", "names", "wof-table",
                                                        "wof-feature", "table"};

bool named(const imported::Cells& head, std::string_view column) {
    return std::find(head.begin(), head.end(), column) != head.end();
}

}  // namespace

std::string_view code(Form form) { return form_codes[static_cast<std::size_t>(form)]; }

base::Result<Form> form_of(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return base::Error("UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (text.starts_with('#')) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    if (text.starts_with('{')) return Form::WofFeature;
    const auto line = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    if (line.size() > import_line_bytes_max) return base::Error("its first line is no table's");
    imported::Cells head;
    imported::cut(line, '\t', head);
    if (named(head, "wof_id") && named(head, "placetype")) return Form::WofTable;
    if (named(head, "name")) return Form::Table;
    const bool counted = imported::number<std::uint64_t>(head.front()).has_value();
    if (counted && head.size() == imported::geonames_cells) return Form::GeoNames;
    if (counted && head.size() >= imported::names_cells_min && head.size() < 12) return Form::Names;
    return base::Error(
        "neither a GeoNames dump, Who's On First, nor a table whose head names a column \"name\" "
        "(docs/commands.md, gazetteer)");
}

void import(Form form, std::string_view text, const Importing& with, Drafts& drafts) {
    switch (form) {
        case Form::GeoNames:
            return imported::geonames(text, with, drafts);
        case Form::Names:
            return imported::geonames_names(text, drafts);
        case Form::WofTable:
            return imported::wof_table(text, with, drafts);
        case Form::WofFeature:
            return imported::wof_feature(text, with, drafts);
        case Form::Table:
            return imported::own_table(text, with, drafts);
    }
}

}  // namespace sitrep::lookup
