// Digests for the tests of benches, written with words in place of spans.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "quality/given.h"
#include "values/digest.h"

namespace sitrep::quality {

using Fillers = std::vector<std::pair<values::Role, std::string>>;

class Told {
public:
    explicit Told(const std::string& text) { digest_.report = report_of("t", text); }

    // The first place where these words stand.
    values::Span at(const std::string& words) const {
        const auto begin = digest_.report.text.find(words);
        CHECK(begin != std::string::npos);
        return values::Span::in(digest_.report.text, begin, begin + words.size());
    }

    // facets: "COERCE:seize+CONTROL:taken". The head of a filler is its last word.
    Told& event(const std::string& facets, values::Stage stage, const std::string& trigger,
                const Fillers& fillers = {}) {
        auto event = values::Event::parse(facets + " happened @" + at(trigger).print());
        CHECK(event);
        event->stage = stage;
        for (const auto& [role, words] : fillers) {
            const auto blank = words.rfind(' ');
            const auto span = at(words);
            const auto head = blank == std::string::npos ? 0 : blank + 1;
            event->fillers.push_back(
                {role, span,
                 values::Span::in(digest_.report.text, span.begin() + head, span.end())});
        }
        digest_.events.push_back(*std::move(event));
        return *this;
    }

    // actor: Actor's own notation; mentions that begin with a capital are names.
    Told& somebody(const std::string& actor, const std::vector<std::string>& mentions) {
        values::Somebody one;
        for (const auto& words : mentions) {
            one.mentions.push_back({at(words), words[0] >= 'A' && words[0] <= 'Z'});
        }
        one.naming = one.mentions.front();
        one.actor.choice = values::Actor::parse(actor);
        CHECK(one.actor.choice);
        digest_.somebodies.push_back(std::move(one));
        return *this;
    }

    Told& claim(const std::string& source, const std::string& cue, values::Stance stance,
                std::size_t event) {
        values::Claim claim;
        claim.id = "c_" + std::to_string(digest_.claims.size());
        claim.source = at(source);
        claim.cue = at(cue);
        claim.stance = stance;
        digest_.events[event].claims.push_back(claim.id);
        digest_.claims.push_back(std::move(claim));
        return *this;
    }

    const values::Digest& digest() const { return digest_; }

private:
    values::Digest digest_;
};

}  // namespace sitrep::quality
