/* Open files and directories. */
#include "state.h"

#ifdef FILES_TOO

#define NANOSECONDS 1000000000ull
#define DIRENT_SIZE 24u
/* No file system has longer names; what does not fit is left out of the copy that is kept for the next call. */
#define LONGEST_NAME 1024u

PREVIEW1(fd_close)(uint32_t number) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    if (fd->listing) {
        drop_entries(fd->entries);
    }
    if (fd->kind == FILE_FD || fd->kind == DIRECTORY_FD) {
        drop_descriptor(fd->it);
    }
    *fd = (struct fd){.kind = FREE};
    return OK;
}

PREVIEW1(fd_renumber)(uint32_t from, uint32_t to) {
    struct fd *source = fd_at(from);
    if (source == NULL || fd_at(to) == NULL) {
        return ERR_BADF;
    }
    if (from != to) {
        struct fd moved = *source;
        fd_close(to);
        *fd_at(from) = (struct fd){.kind = FREE};
        *fd_slot((int)to) = moved;
    }
    return OK;
}

PREVIEW1(fd_prestat_get)(uint32_t number, address to) {
    struct fd *fd = fd_at(number);
    if (fd == NULL || !fd->preopened) {
        return ERR_BADF;
    }
    store32(to, 0);
    store32(to + 4, fd->name.len);
    return OK;
}

PREVIEW1(fd_prestat_dir_name)(uint32_t number, address to, uint32_t len) {
    struct fd *fd = fd_at(number);
    if (fd == NULL || !fd->preopened) {
        return ERR_BADF;
    }
    if (len < fd->name.len) {
        return ERR_NAMETOOLONG;
    }
    give(to, fd->name.ptr, fd->name.len);
    return OK;
}

static uint64_t nanoseconds(optional_datetime time) {
    return time.is_some ? time.it.seconds * NANOSECONDS + time.it.nanoseconds : 0;
}

static void put_stat(address to, const descriptor_stat *stat, uint64_t inode) {
    store64(to, 0);
    store64(to + 8, inode);
    store64(to + 16, filetype_of(stat->type));
    store64(to + 24, stat->links);
    store64(to + 32, stat->size);
    store64(to + 40, nanoseconds(stat->accessed));
    store64(to + 48, nanoseconds(stat->modified));
    store64(to + 56, nanoseconds(stat->changed));
}

PREVIEW1(fd_filestat_get)(uint32_t number, address to) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    if (fd->kind != FILE_FD && fd->kind != DIRECTORY_FD) {
        put_stat(to, &(descriptor_stat){.type = TYPE_CHARACTER}, 0);
        return OK;
    }
    stat_result stat;
    fs_stat(fd->it, &stat);
    if (stat.is_err) {
        return error_of(stat.error);
    }
    hash_result hash;
    fs_hash(fd->it, &hash);
    put_stat(to, &stat.it, hash.is_err ? 0 : hash.lower);
    return OK;
}

PREVIEW1(path_filestat_get)(uint32_t number, uint32_t flags, address path, uint32_t len, address to) {
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    text it = path_at(path, len);
    stat_result stat;
    fs_stat_at(directory, flags & PATH_FOLLOW, it.ptr, it.len, &stat);
    if (stat.is_err) {
        return error_of(stat.error);
    }
    hash_result hash;
    fs_hash_at(directory, flags & PATH_FOLLOW, it.ptr, it.len, &hash);
    put_stat(to, &stat.it, hash.is_err ? 0 : hash.lower);
    return OK;
}

static struct fd *file_of(uint32_t number) {
    struct fd *fd = fd_at(number);
    return fd != NULL && (fd->kind == FILE_FD || fd->kind == DIRECTORY_FD) ? fd : NULL;
}

static errno_t plain(byte_result result) {
    return result.is_err ? error_of(result.it) : OK;
}

PREVIEW1(fd_filestat_set_size)(uint32_t number, uint64_t size) {
    struct fd *fd = file_of(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    byte_result result;
    fs_set_size(fd->it, size, &result);
    return plain(result);
}

PREVIEW1(fd_sync)(uint32_t number) {
    struct fd *fd = file_of(number);
    if (fd == NULL) {
        return fd_at(number) == NULL ? ERR_BADF : OK;
    }
    byte_result result;
    fs_sync(fd->it, &result);
    return plain(result);
}

PREVIEW1(fd_datasync)(uint32_t number) {
    struct fd *fd = file_of(number);
    if (fd == NULL) {
        return fd_at(number) == NULL ? ERR_BADF : OK;
    }
    byte_result result;
    fs_sync_data(fd->it, &result);
    return plain(result);
}

/* The advice of preview 1 in the order of wasi:filesystem: the same. */
PREVIEW1(fd_advise)(uint32_t number, uint64_t offset, uint64_t len, uint32_t advice) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    if (fd->kind != FILE_FD) {
        return ERR_SPIPE;
    }
    if (advice > 5) {
        return ERR_INVAL;
    }
    byte_result result;
    fs_advise(fd->it, offset, len, (int32_t)advice, &result);
    return plain(result);
}

struct times {
    int32_t accessed, modified;
};

/* What the flags say of each time: as it is, now, given. */
static bool times_of(uint32_t flags, struct times *times) {
    if ((flags & 3) == 3 || (flags & 12) == 12) {
        return false;
    }
    times->accessed = flags & 1 ? TIME_GIVEN : flags & 2 ? TIME_NOW : TIME_UNCHANGED;
    times->modified = flags & 4 ? TIME_GIVEN : flags & 8 ? TIME_NOW : TIME_UNCHANGED;
    return true;
}

PREVIEW1(fd_filestat_set_times)(uint32_t number, uint64_t accessed, uint64_t modified, uint32_t flags) {
    struct fd *fd = file_of(number);
    struct times times;
    if (fd == NULL) {
        return ERR_BADF;
    }
    if (!times_of(flags, &times)) {
        return ERR_INVAL;
    }
    byte_result result;
    fs_set_times(fd->it, times.accessed, accessed / NANOSECONDS, (uint32_t)(accessed % NANOSECONDS), times.modified,
        modified / NANOSECONDS, (uint32_t)(modified % NANOSECONDS), &result);
    return plain(result);
}

PREVIEW1(path_filestat_set_times)(uint32_t number, uint32_t follow, address path, uint32_t len, uint64_t accessed,
    uint64_t modified, uint32_t flags) {
    scratch_reset();
    handle directory;
    struct times times;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    if (!times_of(flags, &times)) {
        return ERR_INVAL;
    }
    text it = path_at(path, len);
    byte_result result;
    fs_set_times_at(directory, follow & PATH_FOLLOW, it.ptr, it.len, times.accessed, accessed / NANOSECONDS,
        (uint32_t)(accessed % NANOSECONDS), times.modified, modified / NANOSECONDS, (uint32_t)(modified % NANOSECONDS),
        &result);
    return plain(result);
}

/* The entry that did not fit into the buffer of the last call, for the next one to start with. */
static struct {
    const struct fd *of;
    uint64_t cookie;
    uint8_t type;
    uint32_t len;
    char name[LONGEST_NAME];
} waiting;

struct entry {
    uint8_t type;
    text name;
};

/* Starts at the beginning, and goes over what comes before the cookie. */
static errno_t rewind_to(struct fd *fd, uint64_t cookie) {
    if (fd->listing) {
        drop_entries(fd->entries);
        fd->listing = false;
    }
    handle_result opened;
    fs_read_directory(fd->it, &opened);
    if (opened.is_err) {
        return error_of(opened.error);
    }
    fd->entries = opened.it;
    fd->listing = true;
    fd->cookie = 0;
    for (uint64_t skipped = 2; skipped < cookie; skipped++) {
        scratch_reset();
        entry_result next;
        fs_next_entry(fd->entries, &next);
        if (next.is_err) {
            return error_of(next.error);
        }
        if (!next.is_some) {
            break;
        }
    }
    fd->cookie = cookie;
    return OK;
}

/* The entry that has the cookie: the directory itself, the one above, then what the host lists. */
static errno_t entry_at(struct fd *fd, uint64_t cookie, struct entry *entry, bool *end) {
    if (cookie < 2) {
        *entry = (struct entry){TYPE_DIRECTORY, {"..", (uint32_t)cookie + 1}};
        return OK;
    }
    if (waiting.of == fd && waiting.cookie == cookie && fd->listing && fd->cookie == cookie + 1) {
        *entry = (struct entry){waiting.type, {waiting.name, waiting.len}};
        return OK;
    }
    if (!fd->listing || fd->cookie != cookie) {
        errno_t error = rewind_to(fd, cookie);
        if (error != OK) {
            return error;
        }
    }
    scratch_reset();
    entry_result next;
    fs_next_entry(fd->entries, &next);
    if (next.is_err) {
        return error_of(next.error);
    }
    *end = !next.is_some;
    if (next.is_some) {
        *entry = (struct entry){next.type, next.name};
        fd->cookie = cookie + 1;
    }
    return OK;
}

static uint64_t inode_of(handle directory, text name) {
    hash_result hash;
    fs_hash_at(directory, 0, name.ptr, name.len, &hash);
    return hash.is_err ? 0 : hash.lower;
}

PREVIEW1(fd_readdir)(uint32_t number, address to, uint32_t size, uint64_t cookie, address used) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    if (fd->kind != DIRECTORY_FD) {
        return ERR_NOTDIR;
    }
    uint32_t at = 0;
    if (cookie == 0 && fd->listing) {
        /* From the beginning: with what has changed since. */
        drop_entries(fd->entries);
        fd->listing = false;
    }
    while (at < size) {
        struct entry entry;
        bool end = false;
        errno_t error = entry_at(fd, cookie, &entry, &end);
        if (error != OK) {
            return error;
        }
        if (end) {
            break;
        }
        struct {
            uint64_t next;
            uint64_t inode;
            uint32_t len;
            uint8_t type;
        } head = {cookie + 1, 0, entry.name.len, filetype_of(entry.type)};
        head.inode = cookie == 1 ? 0 : inode_of(fd->it, cookie == 0 ? (text){".", 1} : entry.name);
        uint32_t left = size - at;
        give(to + at, &head, left < DIRENT_SIZE ? left : DIRENT_SIZE);
        at += left < DIRENT_SIZE ? left : DIRENT_SIZE;
        left = size - at;
        give(to + at, entry.name.ptr, left < entry.name.len ? left : entry.name.len);
        at += left < entry.name.len ? left : entry.name.len;
        if (at == size && cookie >= 2 && entry.name.ptr != waiting.name && entry.name.len <= LONGEST_NAME) {
            waiting.of = fd;
            waiting.cookie = cookie;
            waiting.type = entry.type;
            waiting.len = entry.name.len;
            __builtin_memcpy(waiting.name, entry.name.ptr, entry.name.len);
        }
        cookie++;
    }
    store32(used, at);
    return OK;
}

#endif
