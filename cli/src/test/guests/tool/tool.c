// The program that `belay run` is tested with. Its first argument says what it does.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

// Line by line, so that whoever reads sees each as it comes.
static int copy(FILE *from) {
    char line[4096];
    while (fgets(line, sizeof line, from)) {
        if (fputs(line, stdout) < 0 || fflush(stdout) != 0) return 4;
    }
    return 0;
}

int main(int count, char **words) {
    const char *what = count > 1 ? words[1] : "";
    if (strcmp(what, "args") == 0) {
        for (int i = 0; i < count; i++) puts(words[i]);
    } else if (strcmp(what, "env") == 0) {
        for (char **variable = environ; *variable; variable++) puts(*variable);
    } else if (strcmp(what, "copy") == 0) {
        return copy(stdin);
    } else if (strcmp(what, "read") == 0 && count > 2) {
        FILE *file = fopen(words[2], "r");
        if (!file) { perror(words[2]); return 3; }
        return copy(file);
    } else if (strcmp(what, "write") == 0 && count > 3) {
        FILE *file = fopen(words[2], "w");
        if (!file) { perror(words[2]); return 3; }
        fputs(words[3], file);
        return fclose(file) != 0;
    } else if (strcmp(what, "exit") == 0 && count > 2) {
        exit(atoi(words[2]));
    } else if (strcmp(what, "trap") == 0) {
        __builtin_trap();
    } else if (strcmp(what, "spin") == 0) {
        for (volatile int i = 0;; i++) {}
    } else if (strcmp(what, "grow") == 0) {
        void *volatile memory = malloc(64 << 20);
        puts(memory ? "got 64 MiB" : "refused 64 MiB");
    } else {
        fprintf(stderr, "tool: no such thing to do: '%s'\n", what);
        return 2;
    }
    return 0;
}
