#include "pipeline/brief.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "pipeline/digest.h"
#include "publish/compose.h"

namespace sitrep::pipeline {
namespace {

// For each report the first that reads the same: same text, same language.
std::vector<std::size_t> firsts(const std::vector<values::Report>& reports) {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        out.push_back(seen.try_emplace({reports[i].hash, reports[i].language}, i).first->second);
    }
    return out;
}

// Calls work(i) for each i below count on up to that many threads.
void spread(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) {
        others.push_back(std::async(take));  // where no thread is to be had, it runs at get()
    }
    take();
    for (auto& other : others) other.get();
}

}  // namespace

values::Brief brief(read::Input input, const Digesting& digesting, unsigned threads,
                    const Progress& progress) {
    const auto& reports = input.reports;
    const auto first = firsts(reports);
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] == i) wanted.push_back(i);
    }
    // What reports leave idle helps within each.
    const auto inside = static_cast<unsigned>(
        std::max<std::size_t>(1, threads / std::max<std::size_t>(1, wanted.size())));
    std::vector<values::Digest> digests(reports.size());
    std::mutex telling;
    std::size_t done = 0;
    spread(wanted.size(), threads, [&](std::size_t i) {
        digests[wanted[i]] = digesting(reports[wanted[i]], inside);
        const std::lock_guard lock(telling);
        if (progress) progress(++done, wanted.size());
    });
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (first[i] == i) continue;
        digests[i] = digests[first[i]];
        digests[i].report = reports[i];
    }
    return publish::compose(std::move(digests), std::move(input.unreadable));
}

values::Brief brief(read::Input input, const Knowledge& know, unsigned threads,
                    const Progress& progress) {
    const Digesting digesting = [&](const values::Report& report, unsigned inside) {
        return digest(report, know, inside);
    };
    return brief(std::move(input), digesting, threads, progress);
}

}  // namespace sitrep::pipeline
