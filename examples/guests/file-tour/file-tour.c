/* Goes through what a program does with files below a directory, and says at each step what it saw: the same against any
   file system that works. The directory holds `greeting.txt` ("hello, files\n") and `sub/inner.txt` ("inner\n").

     file-tour DIRECTORY [read-only]      the second: where every change is to be refused */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int failures;
static char root[256];

static const char *at(const char *name) {
    static char paths[4][512];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", root, name);
    return path;
}

static void check(const char *what, bool holds) {
    printf("%s %s\n", holds ? "ok  " : "FAIL", what);
    if (!holds) {
        printf("     errno is %d, %s\n", errno, strerror(errno));
        failures++;
    }
    errno = 0;
}

static bool holds(const char *name, const char *content) {
    char found[4096] = {0};
    FILE *file = fopen(at(name), "r");
    if (file == NULL) {
        return false;
    }
    size_t count = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    return count == strlen(content) && memcmp(found, content, count) == 0;
}

static bool put(const char *name, const char *mode, const char *content) {
    FILE *file = fopen(at(name), mode);
    if (file == NULL) {
        return false;
    }
    bool written = fwrite(content, 1, strlen(content), file) == strlen(content);
    return fclose(file) == 0 && written;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a directory, in order, one space between them. */
static bool lists(const char *name, const char *expected) {
    char *names[64];
    size_t count = 0;
    char all[2048] = "";
    DIR *directory = opendir(at(name));
    if (directory == NULL) {
        return false;
    }
    for (struct dirent *entry; count < 64 && (entry = readdir(directory)) != NULL;) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            names[count++] = strdup(entry->d_name);
        }
    }
    closedir(directory);
    qsort(names, count, sizeof names[0], by_name);
    for (size_t i = 0; i < count; i++) {
        strcat(strcat(all, i == 0 ? "" : " "), names[i]);
        free(names[i]);
    }
    if (strcmp(all, expected) != 0) {
        printf("     listed: %s\n", all);
    }
    return strcmp(all, expected) == 0;
}

static bool is(const char *name, mode_t type, off_t size) {
    struct stat found;
    return stat(at(name), &found) == 0 && (found.st_mode & S_IFMT) == type && (type == S_IFDIR || found.st_size == size);
}

static bool fails(int result, int error) {
    return result < 0 && errno == error;
}

static void read_things(void) {
    check("the directory lists what is in it", lists(".", "greeting.txt sub"));
    check("a directory below lists its own", lists("sub", "inner.txt"));
    check("a file is read", holds("greeting.txt", "hello, files\n"));
    check("a file below is read", holds("sub/inner.txt", "inner\n"));
    check("a path may go up again", holds("sub/../greeting.txt", "hello, files\n"));
    check("a file's size is known", is("greeting.txt", S_IFREG, 13));
    check("a directory is one", is("sub", S_IFDIR, 0));
    int file = open(at("greeting.txt"), O_RDONLY);
    char part[6] = {0};
    check("a file is opened", file >= 0);
    check("it is read at an offset", pread(file, part, 5, 7) == 5 && memcmp(part, "files", 5) == 0);
    check("its position is set", lseek(file, -6, SEEK_END) == 7);
    check("it is read from there", read(file, part, 5) == 5 && memcmp(part, "files", 5) == 0);
    check("its position is told", lseek(file, 0, SEEK_CUR) == 12);
    check("its end is found", read(file, part, 5) == 1 && read(file, part, 5) == 0);
    check("it cannot be written to", fails((int)write(file, "x", 1), EBADF));
    check("it is closed", close(file) == 0 && fails(close(file), EBADF));
    check("what is not there is not found", fails(open(at("nothing"), O_RDONLY), ENOENT));
    check("nothing is below a file", fails(open(at("greeting.txt/below"), O_RDONLY), ENOTDIR));
    check("a directory is no file to write", open(at("sub"), O_WRONLY) < 0);
}

static void change_nothing(void) {
    check("no file is made", fails(open(at("new"), O_WRONLY | O_CREAT, 0666), EROFS));
    check("no file is opened for writing", fails(open(at("greeting.txt"), O_WRONLY), EROFS));
    check("no directory is made", fails(mkdir(at("new"), 0777), EROFS));
    check("nothing is removed", fails(unlink(at("greeting.txt")), EROFS) && fails(rmdir(at("sub")), EROFS));
    check("nothing is renamed", fails(rename(at("greeting.txt"), at("other")), EROFS));
    check("all is as it was", lists(".", "greeting.txt sub") && holds("greeting.txt", "hello, files\n"));
}

static void change_things(void) {
    check("a file is made", put("new.txt", "w", "one\n"));
    check("it holds what was written", holds("new.txt", "one\n"));
    check("it is appended to", put("new.txt", "a", "two\n") && holds("new.txt", "one\ntwo\n"));
    check("it is truncated when opened to write", put("new.txt", "w", "three\n") && holds("new.txt", "three\n"));
    check("it is not made again", fails(open(at("new.txt"), O_WRONLY | O_CREAT | O_EXCL, 0666), EEXIST));
    int file = open(at("new.txt"), O_RDWR);
    check("it is opened to read and write", file >= 0);
    check("it is written at an offset", pwrite(file, "X", 1, 2) == 1 && holds("new.txt", "thXee\n"));
    check("writing past the end leaves zeros", pwrite(file, "end", 3, 10) == 3 && is("new.txt", S_IFREG, 13));
    char gap[4] = "xxxx";
    check("which are read", pread(file, gap, 4, 6) == 4 && memcmp(gap, "\0\0\0\0", 4) == 0);
    check("it is cut", ftruncate(file, 2) == 0 && holds("new.txt", "th"));
    check("it is lengthened", ftruncate(file, 5) == 0 && is("new.txt", S_IFREG, 5));
    close(file);
    check("a file that was there is changed", put("greeting.txt", "r+", "HELLO") && holds("greeting.txt", "HELLO, files\n"));
    check("a directory is made", mkdir(at("made"), 0777) == 0 && is("made", S_IFDIR, 0));
    check("not twice", fails(mkdir(at("made"), 0777), EEXIST));
    check("not below what is not there", fails(mkdir(at("no/made"), 0777), ENOENT));
    check("a file is moved into it", rename(at("new.txt"), at("made/moved.txt")) == 0);
    check("and is there only", lists("made", "moved.txt") && lists(".", "greeting.txt made sub"));
    check("a file takes another's place",
        put("other.txt", "w", "other\n") && rename(at("other.txt"), at("made/moved.txt")) == 0
            && holds("made/moved.txt", "other\n"));
    check("a full directory is not removed", fails(rmdir(at("made")), ENOTEMPTY));
    check("a directory is not unlinked", unlink(at("made")) < 0);
    check("a file is no directory to remove", fails(rmdir(at("made/moved.txt")), ENOTDIR));
    check("a directory is renamed", rename(at("made"), at("sub/kept")) == 0 && lists("sub", "inner.txt kept"));
    check("not into itself", rename(at("sub"), at("sub/kept/sub")) < 0);
    check("a file is removed", unlink(at("sub/kept/moved.txt")) == 0 && lists("sub/kept", ""));
    check("a directory is removed", rmdir(at("sub/kept")) == 0 && lists("sub", "inner.txt"));
    check("what was removed is gone", fails(open(at("sub/kept"), O_RDONLY), ENOENT));
    file = open(at("sub/inner.txt"), O_RDONLY);
    char inner[8] = {0};
    check("an open file outlives its name", unlink(at("sub/inner.txt")) == 0 && read(file, inner, 6) == 6
            && memcmp(inner, "inner\n", 6) == 0);
    close(file);
    for (int i = 0; i < 40; i++) {
        char name[32];
        snprintf(name, sizeof name, "sub/f%02d", i);
        if (!put(name, "w", name)) {
            check("many files are made", false);
        }
    }
    check("all of them are listed",
        lists("sub", "f00 f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 f21 f22 f23 f24 "
                     "f25 f26 f27 f28 f29 f30 f31 f32 f33 f34 f35 f36 f37 f38 f39"));
    check("and hold what they should", holds("sub/f39", "sub/f39"));
    static char large[300000];
    memset(large, 'a', sizeof large - 1);
    check("a large file is written", put("large", "w", large) && is("large", S_IFREG, sizeof large - 1));
    FILE *back = fopen(at("large"), "r");
    static char again[300000];
    check("and read again", back != NULL && fread(again, 1, sizeof again, back) == sizeof again - 1
            && memcmp(large, again, sizeof large - 1) == 0);
    if (back != NULL) {
        fclose(back);
    }
}

int main(int argc, char **argv) {
    const char *directory = argc > 1 ? argv[1] : getenv("DIRECTORY");
    bool read_only = argc > 2 || getenv("READ_ONLY") != NULL;
    snprintf(root, sizeof root, "%s", directory != NULL ? directory : "/data");
    read_things();
    if (read_only) {
        change_nothing();
    } else {
        change_things();
    }
    printf(failures == 0 ? "all is well\n" : "%d failed\n", failures);
    return failures == 0 ? 0 : 1;
}
