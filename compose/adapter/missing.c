/* What preview 1 has and this does not: signals, sockets, rights, and preallocated space. */
#include "state.h"

#define NO(name, ...) \
    PREVIEW1(name)(__VA_ARGS__) { \
        return ERR_NOSYS; \
    }

#pragma clang diagnostic ignored "-Wunused-parameter"

NO(fd_allocate, uint32_t fd, uint64_t offset, uint64_t len)
NO(fd_fdstat_set_rights, uint32_t fd, uint64_t base, uint64_t inheriting)
NO(proc_raise, uint32_t signal)
NO(sock_accept, uint32_t fd, uint32_t flags, address opened)
NO(sock_recv, uint32_t fd, address parts, uint32_t count, uint32_t flags, address received, address out_flags)
NO(sock_send, uint32_t fd, address parts, uint32_t count, uint32_t flags, address sent)
NO(sock_shutdown, uint32_t fd, uint32_t how)

#ifndef FILES_TOO
/* A program that opens no files is served by a smaller adapter: it has none of these to ask for. */
PREVIEW1(fd_prestat_get)(uint32_t number, address to) {
    (void)number, (void)to;
    return ERR_BADF;
}

PREVIEW1(fd_prestat_dir_name)(uint32_t number, address to, uint32_t len) {
    (void)number, (void)to, (void)len;
    return ERR_BADF;
}

static errno_t no_file(uint32_t number, errno_t standard) {
    return fd_at(number) == NULL ? ERR_BADF : standard;
}

PREVIEW1(fd_filestat_get)(uint32_t number, address to) {
    if (fd_at(number) == NULL) {
        return ERR_BADF;
    }
    for (uint32_t at = 0; at < 64; at += 8) {
        store64(to + at, at == 16 ? FILETYPE_CHARACTER : 0);
    }
    return OK;
}

PREVIEW1(fd_filestat_set_size)(uint32_t number, uint64_t size) {
    (void)size;
    return no_file(number, ERR_INVAL);
}

PREVIEW1(fd_filestat_set_times)(uint32_t number, uint64_t accessed, uint64_t modified, uint32_t flags) {
    (void)accessed, (void)modified, (void)flags;
    return no_file(number, ERR_INVAL);
}

PREVIEW1(fd_sync)(uint32_t number) {
    return no_file(number, OK);
}

PREVIEW1(fd_datasync)(uint32_t number) {
    return no_file(number, OK);
}

PREVIEW1(fd_advise)(uint32_t number, uint64_t offset, uint64_t len, uint32_t advice) {
    (void)offset, (void)len, (void)advice;
    return no_file(number, ERR_SPIPE);
}

PREVIEW1(fd_renumber)(uint32_t from, uint32_t to) {
    (void)from, (void)to;
    return ERR_NOSYS;
}

PREVIEW1(fd_readdir)(uint32_t number, address to, uint32_t size, uint64_t cookie, address used) {
    (void)to, (void)size, (void)cookie, (void)used;
    return no_file(number, ERR_NOTDIR);
}

#define NO_DIRECTORY(name, ...) \
    PREVIEW1(name)(__VA_ARGS__) { \
        return no_file(number, ERR_NOTDIR); \
    }

NO_DIRECTORY(path_create_directory, uint32_t number, address path, uint32_t len)
NO_DIRECTORY(path_filestat_get, uint32_t number, uint32_t flags, address path, uint32_t len, address to)
NO_DIRECTORY(path_filestat_set_times, uint32_t number, uint32_t follow, address path, uint32_t len, uint64_t accessed,
    uint64_t modified, uint32_t flags)
NO_DIRECTORY(path_link, uint32_t number, uint32_t follow, address path, uint32_t len, uint32_t to, address to_path,
    uint32_t to_len)
NO_DIRECTORY(path_readlink, uint32_t number, address path, uint32_t len, address to, uint32_t size, address used)
NO_DIRECTORY(path_remove_directory, uint32_t number, address path, uint32_t len)
NO_DIRECTORY(path_rename, uint32_t number, address path, uint32_t len, uint32_t to, address to_path, uint32_t to_len)
NO_DIRECTORY(path_symlink, address target, uint32_t target_len, uint32_t number, address path, uint32_t len)
NO_DIRECTORY(path_unlink_file, uint32_t number, address path, uint32_t len)
#endif
