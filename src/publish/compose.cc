#include "publish/compose.h"

#include <algorithm>
#include <utility>

#include "publish/highlights.h"
#include "publish/meanings.h"
#include "publish/names.h"

namespace sitrep::publish {
namespace {

using values::Act;
using values::Claim;
using values::Digest;
using values::Span;

values::Quoted one(std::string_view text, std::optional<Span> span) {
    return span ? values::quoted(text, {*span}) : values::Quoted{};
}

values::Saying saying(const Digest& digest, const Claim& claim) {
    const std::string_view text = digest.report.text;
    values::Saying out{claim.id, one(text, claim.source), one(text, claim.cue), {}};
    if (claim.source) out.who = actor_meaning(digest, *claim.source);
    return out;
}

values::Quoted content(std::string_view text, const Claim& claim) {
    return claim.told.empty() ? one(text, claim.content) : values::quoted(text, claim.told);
}

using Means = std::optional<values::Meaning> (*)(const Digest&, Span);

void add_fields(const Digest& digest, const std::string& name, const std::vector<Span>& spans,
                Means means, std::vector<values::Field>& fields) {
    for (const Span span : spans) {
        fields.push_back({name, values::quoted(digest.report.text, {span}),
                          means == nullptr ? std::nullopt : means(digest, span)});
    }
}

values::ActLine act_line(const Digest& digest, const Act& act) {
    const std::string_view text = digest.report.text;
    values::ActLine line;
    line.id = act.id;
    line.type = act.type;
    line.clause = values::quoted(text, act.clause.kept);
    if (act.actor) add_fields(digest, "actor", {*act.actor}, actor_meaning, line.fields);
    if (act.object) add_fields(digest, "object", {*act.object}, actor_meaning, line.fields);
    add_fields(digest, "place", act.places, place_meaning, line.fields);
    add_fields(digest, "figure", act.figures, quantity_meaning, line.fields);
    add_fields(digest, "when", act.moments, moment_meaning, line.fields);
    add_fields(digest, "bound by", act.bound_by, nullptr, line.bound_by);
    for (const auto& claim : digest.claims) {
        if (std::find(act.claims.begin(), act.claims.end(), claim.id) != act.claims.end()) {
            line.says.push_back(saying(digest, claim));
        }
    }
    line.polarity = act.polarity;
    line.hedge = act.hedge;
    line.sentence = act.sentence;
    line.reason = act.reason;
    return line;
}

values::ReportPart part(Digest digest) {
    values::ReportPart part;
    for (const auto& act : digest.acts) part.acts.push_back(act_line(digest, act));
    for (const auto& claim : digest.claims) {
        part.claims.push_back({claim.id, saying(digest, claim), content(digest.report.text, claim),
                               claim.directness, claim.sentence, claim.reason});
    }
    part.read = digest.read;
    part.unread_because = std::move(digest.unread_because);
    part.report = std::move(digest.report);
    return part;
}

// Days where the date is whole, else after all that are, in the order read.
std::int64_t order(const values::Report& report) {
    const auto day = report.published.date.whole();
    return day ? day->day_number() : std::int64_t{1} << 40U;
}

}  // namespace

values::Brief compose(std::vector<Digest> digests, std::vector<values::Unreadable> unreadable) {
    std::stable_sort(digests.begin(), digests.end(), [](const Digest& a, const Digest& b) {
        return order(a.report) < order(b.report);
    });
    values::Brief brief;
    brief.names = names(digests);
    for (auto& digest : digests) {
        brief.reports.push_back(part(std::move(digest)));
        brief.reports.back().number = static_cast<std::uint32_t>(brief.reports.size());
    }
    brief.highlights = highlights(brief.reports);
    brief.unreadable = std::move(unreadable);
    return brief;
}

}  // namespace sitrep::publish
