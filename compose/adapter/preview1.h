/* WASI preview 1 as its snapshot fixes it: error numbers, flags, and where fields are in memory. */
#ifndef BELAY_PREVIEW1_H
#define BELAY_PREVIEW1_H

#define PREVIEW1(name) __attribute__((export_name(#name))) errno_t name

typedef int32_t errno_t;

enum {
    OK = 0,
    ERR_ACCES = 2,
    ERR_AGAIN = 6,
    ERR_BADF = 8,
    ERR_EXIST = 20,
    ERR_INVAL = 28,
    ERR_IO = 29,
    ERR_ISDIR = 31,
    ERR_NFILE = 41,
    ERR_NAMETOOLONG = 37,
    ERR_NOENT = 44,
    ERR_NOMEM = 48,
    ERR_NOSYS = 52,
    ERR_NOTDIR = 54,
    ERR_NOTSUP = 58,
    ERR_OVERFLOW = 61,
    ERR_PIPE = 64,
    ERR_SPIPE = 70,
};

enum { FILETYPE_UNKNOWN, FILETYPE_BLOCK, FILETYPE_CHARACTER, FILETYPE_DIRECTORY, FILETYPE_REGULAR, FILETYPE_SYMLINK = 7 };
enum { FD_APPEND = 1, FD_DSYNC = 2, FD_NONBLOCK = 4, FD_RSYNC = 8, FD_SYNC = 16 };
enum { O_CREAT = 1, O_DIRECTORY = 2, O_EXCL = 4, O_TRUNC = 8 };
enum { SEEK_SET, SEEK_CUR, SEEK_END };
enum { CLOCK_REALTIME, CLOCK_MONOTONIC };
enum { EVENT_CLOCK, EVENT_READ, EVENT_WRITE };

#define RIGHT_READ (1ull << 1)
#define RIGHT_SEEK (1ull << 2)
#define RIGHT_TELL (1ull << 5)
#define RIGHT_WRITE (1ull << 6)
#define RIGHT_ALLOCATE (1ull << 8)
#define RIGHT_READDIR (1ull << 14)
#define RIGHT_SET_SIZE (1ull << 22)
#define RIGHTS_ALL ((1ull << 30) - 1)

#endif
