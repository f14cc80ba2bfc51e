/* What the adapter keeps between calls. */
#ifndef BELAY_STATE_H
#define BELAY_STATE_H

#include "main-memory.h"
#include "wasi.h"
#include "preview1.h"
#include <stddef.h>

enum kind { FREE, STDIN, STDOUT, STDERR, FILE_FD, DIRECTORY_FD };

struct fd {
    enum kind kind;
    handle it; /* a stream or a descriptor; of a standard stream once `opened` */
    bool opened;
    bool preopened;
    uint16_t flags;    /* FD_… */
    bool writes;       /* whether it was opened for that */
    uint64_t position; /* of a file */
    handle entries;    /* of a directory: the stream that `cookie` counts, once `listing` */
    bool listing;
    uint64_t cookie;
    text name; /* of a preopened directory */
};

/* Enough for programs that know of limits at all, and 64 KiB of memory that is not touched before it is used. */
#define MAX_FDS 1024

/* The open file of that number; NULL if there is none. */
struct fd *fd_at(uint32_t number);

/* Memory that the next call of the adapter takes back. Traps when there is none. */
void *scratch(uint32_t size, uint32_t align);

/* Takes back all scratch memory but what was kept. */
void scratch_reset(void);

/* What scratch memory is given so far stays. */
void scratch_keep(void);

/* A path of the main module, in scratch memory. */
text path_at(address at, uint32_t len);

/* The number of a stream's error; the error itself is dropped. */
errno_t stream_error(const stream_result *result);

handle standard_stream(struct fd *fd);

#ifdef FILES_TOO
/* The lowest free number, with preopened directories opened before; -1 if there is none. */
int free_fd(void);

struct fd *fd_slot(int number);

errno_t error_of(uint8_t code);
uint8_t filetype_of(uint8_t type);

/* A descriptor that paths are relative to. */
errno_t directory_at(uint32_t number, handle *descriptor);
#endif

#endif
