#include "state.h"

#ifdef FILES_TOO
#define NUMBERS MAX_FDS
#else
#define NUMBERS 3
#endif

/* Empty at first, so that the module need not hold it. */
static struct fd fds[NUMBERS];
static bool started;

static void start(void) {
    if (!started) {
        started = true;
        fds[0].kind = STDIN;
        fds[1].kind = STDOUT;
        fds[2].kind = STDERR;
    }
}

extern uint8_t __heap_base;
static uintptr_t kept;
static uintptr_t next;

#define PAGE 65536u

void *scratch(uint32_t size, uint32_t align) {
    if (next == 0) {
        scratch_reset();
    }
    uintptr_t at = (next + align - 1) & ~(uintptr_t)(align - 1);
    uintptr_t end = at + size;
    uintptr_t there = __builtin_wasm_memory_size(0) * PAGE;
    if (end < at || (end > there && __builtin_wasm_memory_grow(0, (end - there + PAGE - 1) / PAGE) == (size_t)-1)) {
        __builtin_trap();
    }
    next = end;
    return (void *)at;
}

void scratch_reset(void) {
    if (kept == 0) {
        kept = (uintptr_t)&__heap_base;
    }
    next = kept;
}

void scratch_keep(void) {
    kept = next;
}

/* Where the host puts lists and strings. */
__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, uint32_t old_size, uint32_t align, uint32_t size) {
    void *at = scratch(size, align);
    if (old_size != 0) {
        __builtin_memcpy(at, old, old_size < size ? old_size : size);
    }
    return at;
}

text path_at(address at, uint32_t len) {
    char *bytes = scratch(len, 1);
    take(bytes, at, len);
    return (text){bytes, len};
}

errno_t stream_error(const stream_result *result) {
    if (result->kind == STREAM_CLOSED) {
        return ERR_PIPE;
    }
    drop_error(result->error);
    return ERR_IO;
}

handle standard_stream(struct fd *fd) {
    if (!fd->opened) {
        fd->it = fd->kind == STDIN ? get_stdin() : fd->kind == STDOUT ? get_stdout() : get_stderr();
        fd->opened = true;
    }
    return fd->it;
}

#ifdef FILES_TOO
static bool preopened;

static void preopen_all(void) {
    preopened = true;
    scratch_reset();
    preopen_list list;
    get_directories(&list);
    uint32_t at = 3;
    for (uint32_t i = 0; i < list.len && at < MAX_FDS; i++, at++) {
        fds[at] = (struct fd){
            .kind = DIRECTORY_FD, .it = list.ptr[i].descriptor, .preopened = true, .name = list.ptr[i].name};
    }
    scratch_keep();
}

struct fd *fd_at(uint32_t number) {
    start();
    if (number >= 3 && !preopened) {
        preopen_all();
    }
    return number < MAX_FDS && fds[number].kind != FREE ? &fds[number] : NULL;
}

int free_fd(void) {
    start();
    if (!preopened) {
        preopen_all();
    }
    for (int i = 0; i < MAX_FDS; i++) {
        if (fds[i].kind == FREE) {
            return i;
        }
    }
    return -1;
}

struct fd *fd_slot(int number) {
    return &fds[number];
}

errno_t directory_at(uint32_t number, handle *descriptor) {
    struct fd *fd = fd_at(number);
    if (fd == NULL) {
        return ERR_BADF;
    }
    if (fd->kind != DIRECTORY_FD) {
        return ERR_NOTDIR;
    }
    *descriptor = fd->it;
    return OK;
}

/* By the order of `error-code` in wasi:filesystem. */
static const uint8_t ERRORS[] = {2, 6, 7, 8, 10, 16, 19, 20, 22, 25, 26, 27, 28, 29, 31, 32, 34, 35, 37,
                                 43, 44, 46, 48, 51, 54, 55, 56, 58, 59, 60, 61, 63, 64, 69, 70, 74, 75};

errno_t error_of(uint8_t code) {
    return code < sizeof ERRORS ? ERRORS[code] : ERR_IO;
}

uint8_t filetype_of(uint8_t type) {
    switch (type) {
        case TYPE_BLOCK: return FILETYPE_BLOCK;
        case TYPE_CHARACTER: return FILETYPE_CHARACTER;
        case TYPE_DIRECTORY: return FILETYPE_DIRECTORY;
        case TYPE_REGULAR: return FILETYPE_REGULAR;
        case TYPE_SYMLINK: return FILETYPE_SYMLINK;
        default: return FILETYPE_UNKNOWN;
    }
}
#else
struct fd *fd_at(uint32_t number) {
    start();
    return number < 3 && fds[number].kind != FREE ? &fds[number] : NULL;
}
#endif
