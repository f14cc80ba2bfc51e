/* The guest's side of the canonical ABI for C: strings, and the allocator the host calls. */
#ifndef BELAY_CABI_H
#define BELAY_CABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT(name) __attribute__((export_name(name), used))
#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))

/* A string or list<u8> as the ABI lays it out: not ended by a zero. */
typedef struct {
    uint8_t *ptr;
    size_t len;
} string_t;

EXPORT("cabi_realloc")
void *cabi_realloc(void *old, size_t old_size, size_t align, size_t new_size) {
    (void)old_size;
    if (new_size == 0) {
        return (void *)align;
    }
    void *at = realloc(old_size == 0 ? NULL : old, new_size); /* aligned to 16: enough for any value */
    if (at == NULL) {
        __builtin_trap();
    }
    return at;
}

/* Frees what cabi_realloc gave; an empty string's pointer was never allocated. */
static inline void string_free(string_t s) {
    if (s.len != 0) {
        free(s.ptr);
    }
}

static inline bool string_is(string_t s, const char *text) {
    return s.len == strlen(text) && memcmp(s.ptr, text, s.len) == 0;
}

static inline bool string_equals(string_t a, string_t b) {
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* Text put together piece by piece, in memory that string_free frees. */
static inline void append(string_t *to, const void *bytes, size_t len) {
    if (len == 0) {
        return;
    }
    to->ptr = cabi_realloc(to->ptr, to->len, 1, to->len + len);
    memcpy(to->ptr + to->len, bytes, len);
    to->len += len;
}

static inline void append_text(string_t *to, const char *text) {
    append(to, text, strlen(text));
}

static inline void append_s64(string_t *to, int64_t value) {
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        digits[--at] = '-';
    }
    append(to, digits + at, sizeof digits - at);
}

#endif
