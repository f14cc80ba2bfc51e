/* What the adapter imports, as the canonical ABI lays it out: results that are no single number are written to `ret`. */
#ifndef BELAY_WASI_H
#define BELAY_WASI_H

#include <stdbool.h>
#include <stdint.h>

#define WASI(interface, name) __attribute__((import_module("wasi:" interface "@0.2.0"), import_name(name)))

typedef int32_t handle;

typedef struct {
    const char *ptr;
    uint32_t len;
} text;

typedef struct {
    text *ptr;
    uint32_t len;
} text_list;

/* tuple<string, string> */
typedef struct {
    text name;
    text value;
} pair;

typedef struct {
    pair *ptr;
    uint32_t len;
} pair_list;

typedef struct {
    uint64_t seconds;
    uint32_t nanoseconds;
} datetime;

typedef struct {
    uint8_t is_some;
    datetime it;
} optional_datetime;

typedef struct {
    uint8_t is_some;
    handle it;
} optional_handle;

/* result<_, error-code>, and with a value of one byte */
typedef struct {
    uint8_t is_err;
    uint8_t it; /* the error's code, or the value */
} byte_result;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        handle it;
    };
} handle_result;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        uint64_t it;
    };
} size_result;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        text it;
    };
} text_result;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        struct {
            const uint8_t *ptr;
            uint32_t len;
            bool end;
        };
    };
} read_result;

typedef struct {
    uint8_t type;
    uint64_t links;
    uint64_t size;
    optional_datetime accessed;
    optional_datetime modified;
    optional_datetime changed;
} descriptor_stat;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        descriptor_stat it;
    };
} stat_result;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        struct {
            uint64_t lower;
            uint64_t upper;
        };
    };
} hash_result;

typedef struct {
    uint8_t is_err;
    union {
        uint8_t error;
        struct {
            uint8_t is_some;
            struct {
                uint8_t type;
                text name;
            };
        };
    };
} entry_result;

enum { STREAM_FAILED, STREAM_CLOSED };

typedef struct {
    uint8_t is_err;
    union {
        struct {
            uint8_t kind;
            handle error;
        };
        struct {
            const uint8_t *ptr;
            uint32_t len;
        };
    };
} stream_result;

_Static_assert(sizeof(descriptor_stat) == 96 && sizeof(stat_result) == 104, "as the canonical ABI lays them out");
_Static_assert(sizeof(entry_result) == 20 && sizeof(read_result) == 16 && sizeof(hash_result) == 24, "as above");
_Static_assert(sizeof(stream_result) == 12 && sizeof(byte_result) == 2 && sizeof(size_result) == 16, "as above");

WASI("cli/environment", "get-environment") void get_environment(pair_list *ret);
WASI("cli/environment", "get-arguments") void get_arguments(text_list *ret);
WASI("cli/exit", "exit") void exit_with(int32_t failed);
WASI("cli/stdin", "get-stdin") handle get_stdin(void);
WASI("cli/stdout", "get-stdout") handle get_stdout(void);
WASI("cli/stderr", "get-stderr") handle get_stderr(void);
WASI("cli/terminal-stdin", "get-terminal-stdin") void get_terminal_stdin(optional_handle *ret);
WASI("cli/terminal-stdout", "get-terminal-stdout") void get_terminal_stdout(optional_handle *ret);
WASI("cli/terminal-stderr", "get-terminal-stderr") void get_terminal_stderr(optional_handle *ret);
WASI("cli/terminal-input", "[resource-drop]terminal-input") void drop_terminal_input(handle self);
WASI("cli/terminal-output", "[resource-drop]terminal-output") void drop_terminal_output(handle self);

WASI("clocks/wall-clock", "now") void wall_now(datetime *ret);
WASI("clocks/wall-clock", "resolution") void wall_resolution(datetime *ret);
WASI("clocks/monotonic-clock", "now") uint64_t monotonic_now(void);
WASI("clocks/monotonic-clock", "resolution") uint64_t monotonic_resolution(void);
WASI("clocks/monotonic-clock", "subscribe-instant") handle subscribe_instant(uint64_t when);
WASI("clocks/monotonic-clock", "subscribe-duration") handle subscribe_duration(uint64_t nanoseconds);

typedef struct {
    const uint8_t *ptr;
    uint32_t len;
} bytes_list;

WASI("random/random", "get-random-bytes") void get_random_bytes(uint64_t len, bytes_list *ret);

typedef struct {
    const uint32_t *ptr;
    uint32_t len;
} index_list;

WASI("io/poll", "poll") void poll_all(const handle *pollables, uint32_t count, index_list *ret);
WASI("io/poll", "[resource-drop]pollable") void drop_pollable(handle self);
WASI("io/error", "[resource-drop]error") void drop_error(handle self);

#define STREAM(name) WASI("io/streams", name)

STREAM("[method]input-stream.blocking-read") void stream_read(handle self, uint64_t len, stream_result *ret);
STREAM("[method]input-stream.subscribe") handle input_subscribe(handle self);
STREAM("[method]output-stream.blocking-write-and-flush")
void stream_write(handle self, const void *ptr, uint32_t len, stream_result *ret);
STREAM("[method]output-stream.subscribe") handle output_subscribe(handle self);

#define FILES(name) WASI("filesystem/types", name)
#define DESCRIPTOR(name) FILES("[method]descriptor." name)

typedef struct {
    handle descriptor;
    text name;
} preopen;

typedef struct {
    preopen *ptr;
    uint32_t len;
} preopen_list;

/* new-timestamp, flattened */
#define NEW_TIMESTAMP(name) int32_t name, uint64_t name##_seconds, uint32_t name##_nanoseconds

WASI("filesystem/preopens", "get-directories") void get_directories(preopen_list *ret);
DESCRIPTOR("advise") void fs_advise(handle self, uint64_t offset, uint64_t len, int32_t advice, byte_result *ret);
DESCRIPTOR("sync-data") void fs_sync_data(handle self, byte_result *ret);
DESCRIPTOR("sync") void fs_sync(handle self, byte_result *ret);
DESCRIPTOR("get-flags") void fs_get_flags(handle self, byte_result *ret);
DESCRIPTOR("get-type") void fs_get_type(handle self, byte_result *ret);
DESCRIPTOR("set-size") void fs_set_size(handle self, uint64_t size, byte_result *ret);
DESCRIPTOR("set-times")
void fs_set_times(handle self, NEW_TIMESTAMP(accessed), NEW_TIMESTAMP(modified), byte_result *ret);
DESCRIPTOR("read") void fs_read(handle self, uint64_t len, uint64_t offset, read_result *ret);
DESCRIPTOR("write") void fs_write(handle self, const void *ptr, uint32_t len, uint64_t offset, size_result *ret);
DESCRIPTOR("read-directory") void fs_read_directory(handle self, handle_result *ret);
DESCRIPTOR("create-directory-at")
void fs_create_directory(handle self, const char *path, uint32_t len, byte_result *ret);
DESCRIPTOR("stat") void fs_stat(handle self, stat_result *ret);
DESCRIPTOR("stat-at") void fs_stat_at(handle self, uint32_t flags, const char *path, uint32_t len, stat_result *ret);
DESCRIPTOR("set-times-at")
void fs_set_times_at(handle self, uint32_t flags, const char *path, uint32_t len, NEW_TIMESTAMP(accessed),
        NEW_TIMESTAMP(modified), byte_result *ret);
DESCRIPTOR("link-at")
void fs_link(handle self, uint32_t flags, const char *path, uint32_t len, handle to, const char *to_path, uint32_t to_len,
        byte_result *ret);
DESCRIPTOR("open-at")
void fs_open(handle self, uint32_t path_flags, const char *path, uint32_t len, uint32_t open_flags, uint32_t flags,
        handle_result *ret);
DESCRIPTOR("readlink-at") void fs_readlink(handle self, const char *path, uint32_t len, text_result *ret);
DESCRIPTOR("remove-directory-at")
void fs_remove_directory(handle self, const char *path, uint32_t len, byte_result *ret);
DESCRIPTOR("rename-at")
void fs_rename(handle self, const char *path, uint32_t len, handle to, const char *to_path, uint32_t to_len,
        byte_result *ret);
DESCRIPTOR("symlink-at")
void fs_symlink(handle self, const char *target, uint32_t target_len, const char *path, uint32_t len, byte_result *ret);
DESCRIPTOR("unlink-file-at") void fs_unlink(handle self, const char *path, uint32_t len, byte_result *ret);
DESCRIPTOR("metadata-hash") void fs_hash(handle self, hash_result *ret);
DESCRIPTOR("metadata-hash-at")
void fs_hash_at(handle self, uint32_t flags, const char *path, uint32_t len, hash_result *ret);
FILES("[resource-drop]descriptor") void drop_descriptor(handle self);
FILES("[method]directory-entry-stream.read-directory-entry") void fs_next_entry(handle self, entry_result *ret);
FILES("[resource-drop]directory-entry-stream") void drop_entries(handle self);

enum { PATH_FOLLOW = 1 };
enum { OPEN_CREATE = 1, OPEN_DIRECTORY = 2, OPEN_EXCLUSIVE = 4, OPEN_TRUNCATE = 8 };
enum {
    FLAG_READ = 1,
    FLAG_WRITE = 2,
    FLAG_FILE_SYNC = 4,
    FLAG_DATA_SYNC = 8,
    FLAG_WRITE_SYNC = 16,
    FLAG_MUTATE_DIRECTORY = 32,
};
enum { TYPE_UNKNOWN, TYPE_BLOCK, TYPE_CHARACTER, TYPE_DIRECTORY, TYPE_FIFO, TYPE_SYMLINK, TYPE_REGULAR, TYPE_SOCKET };
enum { TIME_UNCHANGED, TIME_NOW, TIME_GIVEN };

#endif
