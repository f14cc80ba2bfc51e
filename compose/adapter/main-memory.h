/* The memory of the module that the adapter serves. The adapter has one of its own, for its variables and for what the
   host gives; the main module's is reached through these functions only, which whoever links the two makes. */
#ifndef BELAY_MAIN_MEMORY_H
#define BELAY_MAIN_MEMORY_H

#include <stdint.h>

#define MAIN_MEMORY(name) __attribute__((import_module("__main_memory__"), import_name(name)))

/* An address there. */
typedef uint32_t address;

MAIN_MEMORY("load8") uint32_t load8(address from);
MAIN_MEMORY("load32") uint32_t load32(address from);
MAIN_MEMORY("load64") uint64_t load64(address from);
MAIN_MEMORY("store8") void store8(address to, uint32_t value);
MAIN_MEMORY("store32") void store32(address to, uint32_t value);
MAIN_MEMORY("store64") void store64(address to, uint64_t value);

static inline void store16(address to, uint32_t value) {
    store8(to, value & 0xff);
    store8(to + 1, value >> 8);
}

/* Copies there. */
static inline void give(address to, const void *from, uint32_t len) {
    const uint8_t *bytes = from;
    uint32_t at = 0;
    for (; len - at >= 8; at += 8) {
        uint64_t word;
        __builtin_memcpy(&word, bytes + at, 8);
        store64(to + at, word);
    }
    for (; at < len; at++) {
        store8(to + at, bytes[at]);
    }
}

/* Copies from there. */
static inline void take(void *to, address from, uint32_t len) {
    uint8_t *bytes = to;
    uint32_t at = 0;
    for (; len - at >= 8; at += 8) {
        uint64_t word = load64(from + at);
        __builtin_memcpy(bytes + at, &word, 8);
    }
    for (; at < len; at++) {
        bytes[at] = (uint8_t)load8(from + at);
    }
}

#endif
