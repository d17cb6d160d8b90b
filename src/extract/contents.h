// contents: what of an attribution's ranges is truly its source and its content.
//
// The head's ranges may run over their edges. By rule: a source stands in the sentence of its cue;
// a content leaves that sentence only inside quotation marks, and never holds its own cue and
// source.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "values/marks.h"
#include "values/span.h"

namespace sitrep::extract {

// The part of the source in the sentence of the cue, without commas at its edges and without the
// circumstances behind a comma ("Orlin, following talks with Adisa").
std::optional<values::WordRange> source_range(const values::Marks& marks,
                                              const values::Attribution& attribution,
                                              std::string_view text);

std::optional<values::WordRange> content_range(const values::Marks& marks,
                                               const values::Attribution& attribution,
                                               std::string_view text);

// What a line shows of a content: its one or two sentences, of more the first and the last; the
// words between them that tell who says it ("…," the expert believes. "…") are left out.
std::vector<values::Span> content_pieces(const values::Marks& marks,
                                         const values::Attribution& attribution,
                                         values::WordRange content, std::string_view text);

}  // namespace sitrep::extract
