/* Streams and what to wait for: over files, over nothing, and over the host's, which are wrapped, so that a component
   sees one kind of each. */
#include "virt.h"

#define IO "wasi:io/"
#define AT "@0.2.0#"
#define ERROR(name) IO "error" AT name
#define POLL(name) IO "poll" AT name
#define STREAMS(name) IO "streams" AT name

/* At most as much is given at once, and taken from a component between two flushes. */
#define MOST_READ 65536u
#define ALWAYS_TAKEN 65536u
/* What the host takes in blocking-write-and-flush. */
#define MOST_FLUSHED 4096u

struct failure {
    int code;
    handle host; /* if the code says that it is none of a file */
};

enum input_kind { IN_FILE, IN_EMPTY, IN_CLOSED, IN_HOST };

struct input {
    enum input_kind kind;
    struct node *node;
    uint64_t offset;
    handle host;
};

enum output_kind { OUT_FILE, OUT_SINK, OUT_CLOSED, OUT_HOST };

struct output {
    enum output_kind kind;
    struct node *node;
    uint64_t offset;
    bool append;
    handle host;
};

struct pollable {
    bool ready;
    handle host;
};

/* result<u64, stream-error> */
typedef struct {
    uint8_t is_err;
    union {
        uint64_t it;
        struct {
            uint8_t kind;
            handle error;
        };
    };
} count_result;

IMPORT("[export]wasi:io/error@0.2.0", "[resource-new]error") handle new_error(struct failure *it);
IMPORT("[export]wasi:io/poll@0.2.0", "[resource-new]pollable") handle new_pollable(struct pollable *it);
IMPORT("[export]wasi:io/streams@0.2.0", "[resource-new]input-stream") handle new_input(struct input *it);
IMPORT("[export]wasi:io/streams@0.2.0", "[resource-new]output-stream") handle new_output(struct output *it);

STREAM("[method]input-stream.read") void stream_read_now(handle self, uint64_t len, stream_result *ret);
STREAM("[method]output-stream.check-write") void stream_check(handle self, count_result *ret);
STREAM("[method]output-stream.write") void stream_write_now(handle self, const void *ptr, uint32_t len, stream_result *ret);
STREAM("[method]output-stream.flush") void stream_flush(handle self, stream_result *ret);
STREAM("[method]output-stream.blocking-flush") void stream_flush_all(handle self, stream_result *ret);
STREAM("[resource-drop]input-stream") void drop_input(handle self);
STREAM("[resource-drop]output-stream") void drop_output(handle self);
WASI("io/poll", "[method]pollable.ready") int32_t host_ready(handle self);
WASI("io/poll", "[method]pollable.block") void host_block(handle self);
WASI("io/error", "[method]error.to-debug-string") void host_debug_string(handle self, text *ret);

/* --- errors --- */

EXPORT(ERROR("[method]error.to-debug-string")) text *debug_string(const struct failure *self) {
    static text it;
    it = (text){"error of a virtual file", 23};
    if (self->code == NO_ERROR) {
        host_debug_string(self->host, &it);
    }
    return &it;
}

AFTER(ERROR("[method]error.to-debug-string")) void after_debug_string(text *it) {
    (void)it;
    done();
}

EXPORT(ERROR("[dtor]error")) void end_error(struct failure *it) {
    if (it->code == NO_ERROR) {
        drop_error(it->host);
    }
    release(it);
}

int code_of_error(int32_t error) {
    return ((const struct failure *)error)->code;
}

static handle failure(int code, handle host) {
    struct failure *it = make(sizeof *it);
    it->code = code;
    it->host = host;
    return new_error(it);
}

static void fail(stream_result *ret, int code) {
    *ret = (stream_result){.is_err = 1, .kind = STREAM_FAILED, .error = failure(code, 0)};
}

static void closed(stream_result *ret) {
    *ret = (stream_result){.is_err = 1, .kind = STREAM_CLOSED};
}

/* A result of the host's stream, with its error wrapped. */
static void wrapped(stream_result *ret) {
    if (ret->is_err && ret->kind == STREAM_FAILED) {
        ret->error = failure(NO_ERROR, ret->error);
    }
}

/* --- what to wait for --- */

static handle pollable(bool ready, handle host) {
    struct pollable *it = make(sizeof *it);
    it->ready = ready;
    it->host = host;
    return new_pollable(it);
}

handle host_pollable(handle it) {
    return pollable(false, it);
}

EXPORT(POLL("[method]pollable.ready")) int32_t ready(const struct pollable *self) {
    return self->ready || host_ready(self->host);
}

EXPORT(POLL("[method]pollable.block")) void block(const struct pollable *self) {
    if (!self->ready) {
        host_block(self->host);
    }
}

EXPORT(POLL("[dtor]pollable")) void end_pollable(struct pollable *it) {
    if (!it->ready) {
        drop_pollable(it->host);
    }
    release(it);
}

EXPORT(POLL("poll")) index_list *poll(struct pollable **list, uint32_t count) {
    static index_list ret;
    if (count == 0) {
        __builtin_trap(); /* as the interface says */
    }
    bool waits = true;
    for (uint32_t i = 0; i < count; i++) {
        waits = waits && !list[i]->ready;
    }
    if (waits) {
        handle *handles = scratch(count * sizeof(handle), 4);
        for (uint32_t i = 0; i < count; i++) {
            handles[i] = list[i]->host;
        }
        poll_all(handles, count, &ret);
        return &ret;
    }
    uint32_t *indices = scratch(count * sizeof(uint32_t), 4);
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (ready(list[i])) {
            indices[found++] = i;
        }
    }
    ret = (index_list){indices, found};
    return &ret;
}

AFTER(POLL("poll")) void after_poll(index_list *it) {
    (void)it;
    done();
}

/* --- reading --- */

static handle input(enum input_kind kind, struct node *node, uint64_t offset, handle host) {
    struct input *it = make(sizeof *it);
    *it = (struct input){kind, node, offset, host};
    return new_input(it);
}

handle file_input(struct node *node, uint64_t offset) {
    use_node(node);
    return input(IN_FILE, node, offset, 0);
}

static void read_from(struct input *self, uint64_t len, bool wait, stream_result *ret) {
    uint32_t most = len < MOST_READ ? (uint32_t)len : MOST_READ;
    switch (self->kind) {
        case IN_HOST:
            if (wait) {
                stream_read(self->host, most, ret);
            } else {
                stream_read_now(self->host, most, ret);
            }
            wrapped(ret);
            return;
        case IN_FILE: {
            uint8_t *bytes = scratch(most, 1);
            uint32_t count = read_node(self->node, self->offset, bytes, most);
            self->offset += count;
            if (count != 0 || most == 0) {
                *ret = (stream_result){.ptr = bytes, .len = count};
                return;
            }
            closed(ret);
            return;
        }
        default: closed(ret);
    }
}

EXPORT(STREAMS("[method]input-stream.read")) stream_result *in_read(struct input *self, uint64_t len) {
    static stream_result ret;
    read_from(self, len, false, &ret);
    return &ret;
}

EXPORT(STREAMS("[method]input-stream.blocking-read")) stream_result *in_blocking_read(struct input *self, uint64_t len) {
    static stream_result ret;
    read_from(self, len, true, &ret);
    return &ret;
}

AFTER(STREAMS("[method]input-stream.read")) void after_read(stream_result *it) {
    (void)it;
    done();
}

AFTER(STREAMS("[method]input-stream.blocking-read")) void after_blocking_read(stream_result *it) {
    (void)it;
    done();
}

static count_result *counted(const stream_result *result, uint64_t count) {
    static count_result ret;
    ret = result->is_err ? (count_result){.is_err = 1, .kind = result->kind, .error = result->error}
                         : (count_result){.it = count};
    done();
    return &ret;
}

EXPORT(STREAMS("[method]input-stream.skip")) count_result *in_skip(struct input *self, uint64_t len) {
    stream_result result;
    read_from(self, len, false, &result);
    return counted(&result, result.len);
}

EXPORT(STREAMS("[method]input-stream.blocking-skip")) count_result *in_blocking_skip(struct input *self, uint64_t len) {
    stream_result result;
    read_from(self, len, true, &result);
    return counted(&result, result.len);
}

EXPORT(STREAMS("[method]input-stream.subscribe")) handle in_subscribe(const struct input *self) {
    return self->kind == IN_HOST ? pollable(false, input_subscribe(self->host)) : pollable(true, 0);
}

EXPORT(STREAMS("[dtor]input-stream")) void end_input(struct input *it) {
    if (it->kind == IN_HOST) {
        drop_input(it->host);
    } else if (it->node != NULL) {
        leave_node(it->node);
    }
    release(it);
}

/* --- writing --- */

static handle output(enum output_kind kind, struct node *node, uint64_t offset, bool append, handle host) {
    struct output *it = make(sizeof *it);
    *it = (struct output){kind, node, offset, append, host};
    return new_output(it);
}

handle file_output(struct node *node, uint64_t offset, bool append) {
    use_node(node);
    return output(OUT_FILE, node, offset, append, 0);
}

static void write_to(struct output *self, const uint8_t *from, uint32_t len, stream_result *ret) {
    *ret = (stream_result){0};
    switch (self->kind) {
        case OUT_FILE: {
            uint64_t offset = self->append ? self->node->size : self->offset;
            int error = write_node(self->node, offset, from, len);
            if (error != NO_ERROR) {
                fail(ret, error);
                return;
            }
            self->offset = offset + len;
            return;
        }
        case OUT_CLOSED: closed(ret); return;
        default: return;
    }
}

EXPORT(STREAMS("[method]output-stream.check-write")) count_result *out_check(struct output *self) {
    static count_result ret;
    if (self->kind == OUT_HOST) {
        stream_check(self->host, &ret);
        if (ret.is_err && ret.kind == STREAM_FAILED) {
            ret.error = failure(NO_ERROR, ret.error);
        }
    } else if (self->kind == OUT_CLOSED) {
        ret = (count_result){.is_err = 1, .kind = STREAM_CLOSED};
    } else {
        ret = (count_result){.it = ALWAYS_TAKEN};
    }
    return &ret;
}

static stream_result *finished(stream_result result) {
    static stream_result ret;
    ret = result;
    done();
    return &ret;
}

EXPORT(STREAMS("[method]output-stream.write")) stream_result *out_write(struct output *self, const uint8_t *from, uint32_t len) {
    stream_result ret;
    if (self->kind == OUT_HOST) {
        stream_write_now(self->host, from, len, &ret);
        wrapped(&ret);
    } else {
        write_to(self, from, len, &ret);
    }
    return finished(ret);
}

static void write_and_flush(struct output *self, const uint8_t *from, uint32_t len, stream_result *ret) {
    if (self->kind != OUT_HOST) {
        write_to(self, from, len, ret);
        return;
    }
    do {
        uint32_t part = len < MOST_FLUSHED ? len : MOST_FLUSHED;
        stream_write(self->host, from, part, ret);
        from += part;
        len -= part;
    } while (len > 0 && !ret->is_err);
    wrapped(ret);
}

EXPORT(STREAMS("[method]output-stream.blocking-write-and-flush"))
stream_result *out_write_and_flush(struct output *self, const uint8_t *from, uint32_t len) {
    stream_result ret;
    write_and_flush(self, from, len, &ret);
    return finished(ret);
}

static stream_result *flush(struct output *self, bool wait) {
    stream_result ret = {0};
    if (self->kind == OUT_HOST) {
        if (wait) {
            stream_flush_all(self->host, &ret);
        } else {
            stream_flush(self->host, &ret);
        }
        wrapped(&ret);
    } else if (self->kind == OUT_CLOSED) {
        closed(&ret);
    }
    return finished(ret);
}

EXPORT(STREAMS("[method]output-stream.flush")) stream_result *out_flush(struct output *self) {
    return flush(self, false);
}

EXPORT(STREAMS("[method]output-stream.blocking-flush")) stream_result *out_blocking_flush(struct output *self) {
    return flush(self, true);
}

EXPORT(STREAMS("[method]output-stream.subscribe")) handle out_subscribe(const struct output *self) {
    return self->kind == OUT_HOST ? pollable(false, output_subscribe(self->host)) : pollable(true, 0);
}

static const uint8_t ZEROES[MOST_FLUSHED];

EXPORT(STREAMS("[method]output-stream.write-zeroes")) stream_result *out_zeroes(struct output *self, uint64_t len) {
    stream_result ret = {0};
    while (len > 0 && !ret.is_err) {
        uint32_t part = len < sizeof ZEROES ? (uint32_t)len : sizeof ZEROES;
        if (self->kind == OUT_HOST) {
            stream_write_now(self->host, ZEROES, part, &ret);
            wrapped(&ret);
        } else {
            write_to(self, ZEROES, part, &ret);
        }
        len -= part;
    }
    return finished(ret);
}

EXPORT(STREAMS("[method]output-stream.blocking-write-zeroes-and-flush"))
stream_result *out_zeroes_and_flush(struct output *self, uint64_t len) {
    stream_result ret = {0};
    while (len > 0 && !ret.is_err) {
        uint32_t part = len < sizeof ZEROES ? (uint32_t)len : sizeof ZEROES;
        write_and_flush(self, ZEROES, part, &ret);
        len -= part;
    }
    return finished(ret);
}

static count_result *splice(struct output *self, struct input *from, uint64_t len, bool wait) {
    if (!wait) {
        count_result *room = out_check(self);
        if (room->is_err) {
            return room;
        }
        len = len < room->it ? len : room->it;
    }
    stream_result read;
    read_from(from, len, wait, &read);
    if (read.is_err) {
        return counted(&read, 0);
    }
    stream_result written = {0};
    if (wait || self->kind != OUT_HOST) {
        write_and_flush(self, read.ptr, read.len, &written);
    } else {
        stream_write_now(self->host, read.ptr, read.len, &written);
        wrapped(&written);
    }
    return counted(&written, read.len);
}

EXPORT(STREAMS("[method]output-stream.splice"))
count_result *out_splice(struct output *self, struct input *from, uint64_t len) {
    return splice(self, from, len, false);
}

EXPORT(STREAMS("[method]output-stream.blocking-splice"))
count_result *out_blocking_splice(struct output *self, struct input *from, uint64_t len) {
    return splice(self, from, len, true);
}

EXPORT(STREAMS("[dtor]output-stream")) void end_output(struct output *it) {
    if (it->kind == OUT_HOST) {
        drop_output(it->host);
    } else if (it->node != NULL) {
        leave_node(it->node);
    }
    release(it);
}

/* --- the standard streams --- */

EXPORT("wasi:cli/stdin@0.2.0#get-stdin") handle standard_input(void) {
    enum mode mode = image()->stdin;
    return mode == ALLOW ? input(IN_HOST, NULL, 0, get_stdin()) : input(mode == IGNORE ? IN_EMPTY : IN_CLOSED, NULL, 0, 0);
}

static handle nowhere(enum mode mode) {
    return output(mode == IGNORE ? OUT_SINK : OUT_CLOSED, NULL, 0, false, 0);
}

EXPORT("wasi:cli/stdout@0.2.0#get-stdout") handle standard_output(void) {
    enum mode mode = image()->stdout;
    return mode == ALLOW ? output(OUT_HOST, NULL, 0, false, get_stdout()) : nowhere(mode);
}

EXPORT("wasi:cli/stderr@0.2.0#get-stderr") handle standard_error(void) {
    enum mode mode = image()->stderr;
    return mode == ALLOW ? output(OUT_HOST, NULL, 0, false, get_stderr()) : nowhere(mode);
}
