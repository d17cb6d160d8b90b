#include <cstdio>
#include <string_view>

int main(int count, char** words) {
    if (count == 2 && std::string_view(words[1]) == "--version") {
        std::puts("sitrep 0.1.0");
        return 0;
    }
    std::fputs("usage: sitrep --version\n", stderr);
    return 2;
}
