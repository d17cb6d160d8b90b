// opened: all that the pipeline needs to know, from the repository at `root`.
//
// Null where there are no weights. Of the layers of places the world layer alone, where it is
// there: figures must not hang on what a user imported.
//
// Errors  words or weights that cannot be read: the file and the next step
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "pipeline/knowledge.h"
#include "quality/system.h"

namespace sitrep::quality {

base::Result<std::shared_ptr<const pipeline::Knowledge>> opened(const std::string& root, By path);

}  // namespace sitrep::quality
