/* Reading, writing and positions. */
#include "state.h"

/* At most as much goes to a stream at once: what blocking-write-and-flush takes. */
#define MOST_WRITTEN 4096u
/* At most as much is read at once; a program asks again for the rest. */
#define MOST_READ 65536u

static uint8_t buffer[MOST_WRITTEN];

/* Writes to a stream; the number of an error. */
static errno_t to_stream(struct fd *fd, address from, uint32_t len) {
    handle stream = standard_stream(fd);
    for (uint32_t at = 0; at < len;) {
        uint32_t part = len - at < MOST_WRITTEN ? len - at : MOST_WRITTEN;
        take(buffer, from + at, part);
        stream_result result;
        stream_write(stream, buffer, part, &result);
        if (result.is_err) {
            return stream_error(&result);
        }
        at += part;
    }
    return OK;
}

static errno_t from_stream(struct fd *fd, address to, uint32_t len, uint32_t *count) {
    stream_result result;
    stream_read(standard_stream(fd), len < MOST_READ ? len : MOST_READ, &result);
    if (!result.is_err) {
        give(to, result.ptr, result.len);
        *count = result.len;
        return OK;
    }
    if (result.kind == STREAM_CLOSED) {
        *count = 0;
        return OK;
    }
    return stream_error(&result);
}

#ifdef FILES_TOO
static errno_t to_file(handle file, address from, uint32_t len, uint64_t offset, uint32_t *count) {
    for (*count = 0; *count < len;) {
        uint32_t part = len - *count < MOST_WRITTEN ? len - *count : MOST_WRITTEN;
        take(buffer, from + *count, part);
        size_result result;
        fs_write(file, buffer, part, offset + *count, &result);
        if (result.is_err) {
            return *count != 0 ? OK : error_of(result.error);
        }
        if (result.it == 0) {
            return OK;
        }
        *count += (uint32_t)result.it;
    }
    return OK;
}

static errno_t from_file(handle file, address to, uint32_t len, uint64_t offset, uint32_t *count) {
    read_result result;
    fs_read(file, len < MOST_READ ? len : MOST_READ, offset, &result);
    if (result.is_err) {
        return error_of(result.error);
    }
    give(to, result.ptr, result.len);
    *count = result.len;
    return OK;
}

static errno_t size_of(handle file, uint64_t *size) {
    stat_result result;
    fs_stat(file, &result);
    if (result.is_err) {
        return error_of(result.error);
    }
    *size = result.it.size;
    return OK;
}

/* Reads or writes parts at an offset, which is moved by what was done. */
static errno_t at_offset(handle file, bool writing, address parts, uint32_t number, uint64_t *offset, uint32_t *total) {
    for (uint32_t i = 0; i < number; i++, parts += 8) {
        uint32_t len = load32(parts + 4);
        uint32_t count = 0;
        if (len == 0) {
            continue;
        }
        scratch_reset();
        errno_t error = writing ? to_file(file, load32(parts), len, *offset, &count)
                                : from_file(file, load32(parts), len, *offset, &count);
        if (error != OK) {
            return *total != 0 ? OK : error;
        }
        *total += count;
        *offset += count;
        if (count < len) {
            break;
        }
    }
    return OK;
}

static struct fd *file_at(uint32_t number, errno_t *error) {
    struct fd *fd = fd_at(number);
    *error = fd == NULL ? ERR_BADF : fd->kind == DIRECTORY_FD ? ERR_ISDIR : ERR_SPIPE;
    return fd != NULL && fd->kind == FILE_FD ? fd : NULL;
}

PREVIEW1(fd_pread)(uint32_t number, address parts, uint32_t count, uint64_t offset, address read) {
    errno_t error;
    struct fd *fd = file_at(number, &error);
    uint32_t total = 0;
    error = fd == NULL ? error : at_offset(fd->it, false, parts, count, &offset, &total);
    store32(read, total);
    return error;
}

PREVIEW1(fd_pwrite)(uint32_t number, address parts, uint32_t count, uint64_t offset, address written) {
    errno_t error;
    struct fd *fd = file_at(number, &error);
    uint32_t total = 0;
    error = fd == NULL ? error : at_offset(fd->it, true, parts, count, &offset, &total);
    store32(written, total);
    return error;
}

PREVIEW1(fd_seek)(uint32_t number, int64_t by, uint32_t whence, address position) {
    errno_t error;
    struct fd *fd = file_at(number, &error);
    if (fd == NULL) {
        return error;
    }
    uint64_t from = whence == SEEK_CUR ? fd->position : 0;
    if (whence == SEEK_END) {
        error = size_of(fd->it, &from);
        if (error != OK) {
            return error;
        }
    } else if (whence > SEEK_END) {
        return ERR_INVAL;
    }
    int64_t to;
    if (__builtin_add_overflow((int64_t)from, by, &to)) {
        return ERR_OVERFLOW;
    }
    if (to < 0) {
        return ERR_INVAL;
    }
    fd->position = (uint64_t)to;
    store64(position, fd->position);
    return OK;
}

PREVIEW1(fd_tell)(uint32_t number, address position) {
    errno_t error;
    struct fd *fd = file_at(number, &error);
    if (fd != NULL) {
        store64(position, fd->position);
        return OK;
    }
    return error;
}
#else
/* A standard stream has no positions. */
static errno_t no_position(uint32_t number) {
    return fd_at(number) == NULL ? ERR_BADF : ERR_SPIPE;
}

PREVIEW1(fd_pread)(uint32_t number, address parts, uint32_t count, uint64_t offset, address read) {
    (void)parts, (void)count, (void)offset, (void)read;
    return no_position(number);
}

PREVIEW1(fd_pwrite)(uint32_t number, address parts, uint32_t count, uint64_t offset, address written) {
    (void)parts, (void)count, (void)offset, (void)written;
    return no_position(number);
}

PREVIEW1(fd_seek)(uint32_t number, int64_t by, uint32_t whence, address position) {
    (void)by, (void)whence, (void)position;
    return no_position(number);
}

PREVIEW1(fd_tell)(uint32_t number, address position) {
    (void)position;
    return no_position(number);
}
#endif

PREVIEW1(fd_write)(uint32_t number, address parts, uint32_t count, address written) {
    struct fd *fd = fd_at(number);
    uint32_t total = 0;
    errno_t error = OK;
    if (fd == NULL || fd->kind == STDIN) {
        return ERR_BADF;
    }
#ifdef FILES_TOO
    if (fd->kind == DIRECTORY_FD) {
        return ERR_ISDIR;
    }
    if (fd->kind == FILE_FD) {
        if (!fd->writes) {
            return ERR_BADF; /* not every host says so */
        }
        if (fd->flags & FD_APPEND) {
            error = size_of(fd->it, &fd->position);
        }
        error = error != OK ? error : at_offset(fd->it, true, parts, count, &fd->position, &total);
        store32(written, total);
        return error;
    }
#endif
    for (uint32_t i = 0; i < count; i++, parts += 8) {
        uint32_t len = load32(parts + 4);
        error = to_stream(fd, load32(parts), len);
        if (error != OK) {
            break;
        }
        total += len;
    }
    store32(written, total);
    return total != 0 ? OK : error;
}

PREVIEW1(fd_read)(uint32_t number, address parts, uint32_t count, address read) {
    struct fd *fd = fd_at(number);
    uint32_t total = 0;
    errno_t error = OK;
    if (fd == NULL || fd->kind == STDOUT || fd->kind == STDERR) {
        return ERR_BADF;
    }
#ifdef FILES_TOO
    if (fd->kind == DIRECTORY_FD) {
        return ERR_ISDIR;
    }
    if (fd->kind == FILE_FD) {
        error = at_offset(fd->it, false, parts, count, &fd->position, &total);
        store32(read, total);
        return error;
    }
#endif
    /* What is there fills the first part that has room: waiting for more could take for ever. */
    for (uint32_t i = 0; i < count; i++, parts += 8) {
        uint32_t len = load32(parts + 4);
        if (len != 0) {
            scratch_reset();
            error = from_stream(fd, load32(parts), len, &total);
            break;
        }
    }
    store32(read, total);
    return error;
}

static bool is_terminal(enum kind kind) {
    optional_handle terminal = {0};
    if (kind == STDIN) {
        get_terminal_stdin(&terminal);
        if (terminal.is_some) {
            drop_terminal_input(terminal.it);
        }
        return terminal.is_some;
    }
    if (kind == STDOUT) {
        get_terminal_stdout(&terminal);
    } else {
        get_terminal_stderr(&terminal);
    }
    if (terminal.is_some) {
        drop_terminal_output(terminal.it);
    }
    return terminal.is_some;
}

/* Programs take what is a character device and cannot seek for a terminal. */
PREVIEW1(fd_fdstat_get)(uint32_t number, address to) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    uint32_t filetype;
    uint64_t rights = RIGHTS_ALL;
#ifdef FILES_TOO
    if (fd->kind == FILE_FD || fd->kind == DIRECTORY_FD) {
        byte_result flags;
        fs_get_flags(fd->it, &flags);
        if (flags.is_err) {
            return error_of(flags.it);
        }
        filetype = fd->kind == FILE_FD ? FILETYPE_REGULAR : FILETYPE_DIRECTORY;
        if (fd->kind == DIRECTORY_FD) {
            rights &= ~(RIGHT_SEEK | RIGHT_TELL | RIGHT_READ | RIGHT_WRITE);
        } else {
            rights &= ~RIGHT_READDIR;
            rights &= flags.it & FLAG_READ ? rights : ~RIGHT_READ;
            rights &= flags.it & FLAG_WRITE ? rights : ~(RIGHT_WRITE | RIGHT_ALLOCATE | RIGHT_SET_SIZE);
        }
    } else
#endif
    {
        filetype = is_terminal(fd->kind) ? FILETYPE_CHARACTER : FILETYPE_UNKNOWN;
        rights = fd->kind == STDIN ? RIGHT_READ : RIGHT_WRITE;
    }
    store64(to, filetype | (uint64_t)fd->flags << 16);
    store64(to + 8, rights);
    /* A directory's inheriting rights are what can be asked for below it. */
    store64(to + 16, fd->kind == DIRECTORY_FD ? RIGHTS_ALL : 0);
    return OK;
}

PREVIEW1(fd_fdstat_set_flags)(uint32_t number, uint32_t flags) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    if ((flags & ~(uint32_t)(FD_APPEND | FD_NONBLOCK)) != (fd->flags & ~(uint32_t)(FD_APPEND | FD_NONBLOCK))) {
        return ERR_NOTSUP; /* how a file is synced is fixed when it is opened */
    }
    fd->flags = (uint16_t)flags;
    return OK;
}

#ifndef FILES_TOO
/* Closing a standard stream only frees its number. */
PREVIEW1(fd_close)(uint32_t number) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    fd->kind = FREE;
    return OK;
}
#endif
