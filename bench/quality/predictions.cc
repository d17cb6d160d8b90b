#include "quality/predictions.h"

namespace sitrep::quality {

base::Result<Predictions> Predictions::to(const std::string& path) {
    Predictions predictions;
    predictions.path_ = path;
    if (path.empty()) return predictions;
    predictions.file_.open(path, std::ios::binary | std::ios::trunc);
    if (!predictions.file_) {
        return base::Error("cannot be written; name another file for --predictions").at(path);
    }
    return predictions;
}

void Predictions::add(const Json& line) {
    if (path_.empty()) return;
    file_ << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

base::Result<base::Done> Predictions::close() {
    if (path_.empty()) return base::Done{};
    file_.close();
    if (!file_) return base::Error("writing broke off; is the disk full?").at(path_);
    return base::Done{};
}

}  // namespace sitrep::quality
