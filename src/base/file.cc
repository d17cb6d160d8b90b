#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

namespace sitrep::base {
namespace {

constexpr std::size_t block_bytes = 1U << 18U;
constexpr mode_t mode_new = 0666;  // less what the user's umask takes away
constexpr int beside_attempts = 100;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    // False where the system had kept back an error until now.
    bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

std::string fault_of(int code) {
    switch (code) {
        case ENOENT:
            return "no such file or folder; check the spelling";
        case ENOTDIR:
            return "a part of the path is no folder; check the spelling";
        case EACCES:
        case EPERM:
            return "not permitted; check who owns it and its mode (chmod)";
        case EISDIR:
            return "is a folder, not a file; name a file";
        case ENOSPC:
        case EDQUOT:
            return "the disk is full; free some space and run again";
        case EPIPE:
            return "nobody reads any more; the output is cut";
        case EMFILE:
        case ENFILE:
            return "too many files are open; raise the limit (ulimit -n)";
        case EIO:
            return "the disk reports an error; try a copy of the file";
        case EROFS:
            return "the disk is read-only; name another place";
        case ELOOP:
            return "links that lead in a circle; name the file itself";
        case ENAMETOOLONG:
            return "the path is too long; move the file further up";
        default:
            return std::string(std::strerror(code)) + "; mend that and run again";
    }
}

Error failed(const std::string& path, int code) { return Error(fault_of(code)).at(path); }

Error too_large(const std::string& path, std::size_t bytes_max) {
    return Error("holds more than " + std::to_string(bytes_max) + " bytes; split it").at(path);
}

Result<std::string> read_all(int descriptor, const std::string& name, std::size_t expected,
                             std::size_t bytes_max) {
    std::string bytes;
    std::size_t filled = 0;
    while (true) {
        // One byte more than is expected or allowed shows the end, or that there is more.
        if (filled == bytes.size()) {
            const std::size_t wanted = filled < expected ? expected + 1 : filled + block_bytes;
            bytes.resize(std::min(wanted, bytes_max + 1));
        }
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(name, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > bytes_max) return too_large(name, bytes_max);
    }
    bytes.resize(filled);
    return bytes;
}

// 0, or what went wrong.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// Where the links lead; the path itself where nothing stands there yet.
std::string target_of(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr),
                                                      &std::free);
    return real ? real.get() : path;
}

// A new file beside target; its name stands in `beside`. Left-overs of an earlier run are passed
// by.
int open_beside(const std::string& target, std::string& beside) {
    int number = -1;
    for (int attempt = 0; attempt < beside_attempts; ++attempt) {
        beside = target + ".new" + std::to_string(attempt);
        number = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_new);
        if (number >= 0 || errno != EEXIST) break;
    }
    return number;
}

// 0 once the bytes stand under target's name.
int replace(const std::string& target, const struct stat* old, std::string_view bytes) {
    std::string beside;
    Descriptor file(open_beside(target, beside));
    if (!file.open()) return errno;
    int code = write_all(file.number(), bytes);
    if (code == 0 && old != nullptr && ::fchmod(file.number(), old->st_mode & 07777U) != 0) {
        code = errno;
    }
    if (code == 0 && ::fsync(file.number()) != 0) code = errno;
    if (!file.close() && code == 0) code = errno;
    if (code == 0 && ::rename(beside.c_str(), target.c_str()) != 0) code = errno;
    if (code != 0) {
        ::unlink(beside.c_str());
        return code;
    }
    const Descriptor folder(::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.open()) ::fsync(folder.number());  // some file systems cannot; the file stands
    return 0;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) return failed(path, errno);
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) return failed(path, errno);
    if (S_ISDIR(about.st_mode)) return failed(path, EISDIR);
    const std::size_t size =
        S_ISREG(about.st_mode) && about.st_size > 0 ? static_cast<std::size_t>(about.st_size) : 0;
    if (size > bytes_max) return too_large(path, bytes_max);
    return read_all(file.number(), path, size, bytes_max);
}

Result<std::string> read_stream(std::FILE* stream, const std::string& name, std::size_t bytes_max) {
    return read_all(::fileno(stream), name, 0, bytes_max);
}

Result<MappedFile> MappedFile::open(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) return failed(path, errno);
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) return failed(path, errno);
    if (S_ISDIR(about.st_mode)) return failed(path, EISDIR);
    if (!S_ISREG(about.st_mode)) return Error("is no file; name a file").at(path);
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size == 0) return MappedFile(nullptr, 0);
    void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (data == MAP_FAILED) return failed(path, errno);
    return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Result<Done> write_file(const std::string& path, std::string_view bytes) {
    const std::string target = target_of(path);
    struct stat old {};
    const bool stands = ::stat(target.c_str(), &old) == 0;
    if (stands && S_ISDIR(old.st_mode)) return failed(path, EISDIR);
    int code = 0;
    if (stands && !S_ISREG(old.st_mode)) {
        Descriptor device(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        if (!device.open()) return failed(path, errno);
        code = write_all(device.number(), bytes);
        if (!device.close() && code == 0) code = errno;
    } else {
        code = replace(target, stands ? &old : nullptr, bytes);
    }
    if (code != 0) return failed(path, code);
    return Done{};
}

Result<Done> write_stream(std::FILE* stream, const std::string& name, std::string_view bytes) {
    if (std::fflush(stream) != 0) return failed(name, errno);
    const int code = write_all(::fileno(stream), bytes);
    if (code != 0) return failed(name, code);
    return Done{};
}

}  // namespace sitrep::base
