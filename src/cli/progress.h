// Progress: how far a batch is, on stderr: one line on a terminal, or JSON lines.
#pragma once

#include <cstddef>
#include <string>

namespace sitrep::cli {

class Progress {
public:
    // form: "json", or empty for a line where stderr is a terminal and nothing where it is not.
    explicit Progress(const std::string& form);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { end(); }

    void tell(std::size_t done, std::size_t all);
    // Clears the line, so that what is written next stands alone.
    void end();

private:
    enum class Form { None, Line, Json };

    Form form_;
    bool line_stands_ = false;
};

}  // namespace sitrep::cli
