/* The lower harness: what a component sees of its surroundings when it is given virtual ones. */
#ifndef BELAY_VIRT_H
#define BELAY_VIRT_H

#include "wasi.h"
#include <stddef.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define AFTER(name) EXPORT("cabi_post_" name)

/* --- memory --- */

/* Memory that lives until it is freed; NULL when there is none. */
void *allocate(uint32_t size);
void release(void *it);

/* Zeroed memory of a size for which there is always room. */
void *make(uint32_t size);

/* Memory for the call that is under way, which `done` takes back. */
void *scratch(uint32_t size, uint32_t align);
void done(void);

/* --- what was baked in --- */

enum mode { DENY, IGNORE, ALLOW };
enum of_host { NO_OTHERS, ONLY_LISTED, ALL_BUT_LISTED };

struct name_value {
    text name;
    text value;
};

/* Variables or configuration: some given, and which of the host's are let through. */
struct values {
    const struct name_value *given;
    uint32_t count;
    const text *listed;
    uint32_t listed_count;
    enum of_host of_host;
};

struct node;

struct root {
    struct node *node;
    text name;
};

/* A directory of the host that is let through, by its name there and the one it is to have. */
struct host_root {
    text host;
    text guest;
};

struct image {
    bool writable;
    bool arguments;
    enum mode stdin, stdout, stderr;
    struct values environment, configuration;
    const struct root *roots;
    uint32_t root_count;
    const struct host_root *host_roots; /* with any, there are no others */
    uint32_t host_root_count;
};

const struct image *image(void);

/* Copies from what was baked in. */
IMPORT("content", "copy") void content_copy(void *to, uint32_t offset, uint32_t len);

bool same_text(text a, text b);

/* --- files --- */

struct node {
    struct node *parent;
    struct node *children;
    struct node *next;
    struct node *next_in_bucket;
    text name;
    uint8_t type; /* TYPE_DIRECTORY or TYPE_REGULAR */
    bool linked;  /* whether it has a name still */
    bool baked;   /* whether its bytes are those baked in, at `offset` */
    bool given_name;
    uint32_t users;
    uint32_t offset;
    uint32_t size;
    uint32_t room;
    uint8_t *data;
    uint64_t id;
    optional_datetime accessed;
    optional_datetime modified;
};

struct node *add_node(struct node *parent, text name, uint8_t type);
struct node *find_node(const struct node *parent, text name);
void unlink_node(struct node *node);
void link_node(struct node *node, struct node *parent, text name);

/* One more, or one less, that has it open. */
void use_node(struct node *node);
void leave_node(struct node *node);

/* Copies what is there, at most `len` bytes. */
uint32_t read_node(const struct node *node, uint64_t offset, void *to, uint32_t len);

#define NO_ERROR (-1)

/* The number of an `error-code`, or NO_ERROR. */
int write_node(struct node *node, uint64_t offset, const void *from, uint32_t len);
int resize_node(struct node *node, uint64_t size);

/* --- streams --- */

handle file_input(struct node *node, uint64_t offset);
handle file_output(struct node *node, uint64_t offset, bool append);
handle host_pollable(handle pollable);

/* What the error of a stream over a file was; NO_ERROR if it was none of a file. */
int code_of_error(int32_t error);

enum code {
    E_ACCESS = 0,
    E_BAD_DESCRIPTOR = 3,
    E_BUSY = 4,
    E_EXIST = 7,
    E_TOO_LARGE = 8,
    E_INVALID = 12,
    E_IS_DIRECTORY = 14,
    E_NO_ENTRY = 20,
    E_NO_SPACE = 23,
    E_NOT_DIRECTORY = 24,
    E_NOT_EMPTY = 25,
    E_UNSUPPORTED = 27,
    E_NOT_PERMITTED = 31,
    E_READ_ONLY = 33,
};

#endif
