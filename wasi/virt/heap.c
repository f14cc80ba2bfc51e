/* Memory: blocks of powers of two, and room for the call under way. */
#include "virt.h"

#define PAGE 65536u
#define SMALLEST 4
#define LARGEST 31
#define HEADER 8u
/* What most calls take: more is allocated for the call. */
#define CALL_ROOM 16384u

extern uint8_t __heap_base;
static uintptr_t top;
static void *free_blocks[LARGEST + 1];

static int class_of(uint32_t size) {
    int class = SMALLEST;
    while (class < LARGEST && (1u << class) - HEADER < size) {
        class++;
    }
    return class;
}

void *allocate(uint32_t size) {
    int class = class_of(size);
    if (class == LARGEST) {
        return NULL;
    }
    uint8_t *block = free_blocks[class];
    if (block != NULL) {
        free_blocks[class] = *(void **)(block + HEADER);
        return block + HEADER;
    }
    if (top == 0) {
        top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    }
    uintptr_t end = top + (1u << class);
    uintptr_t there = __builtin_wasm_memory_size(0) * PAGE;
    if (end < top || (end > there && __builtin_wasm_memory_grow(0, (end - there + PAGE - 1) / PAGE) == (size_t)-1)) {
        return NULL;
    }
    block = (uint8_t *)top;
    top = end;
    *(int *)block = class;
    return block + HEADER;
}

void release(void *it) {
    if (it != NULL) {
        uint8_t *block = (uint8_t *)it - HEADER;
        int class = *(int *)block;
        *(void **)it = free_blocks[class];
        free_blocks[class] = block;
    }
}

void *make(uint32_t size) {
    void *it = allocate(size);
    if (it == NULL) {
        __builtin_trap();
    }
    __builtin_memset(it, 0, size);
    return it;
}

static uint8_t call_room[CALL_ROOM] __attribute__((aligned(8)));
static uint32_t call_used;

struct extra {
    struct extra *next;
    uint64_t bytes[];
};

static struct extra *extras;

void *scratch(uint32_t size, uint32_t align) {
    uint32_t at = (call_used + align - 1) & ~(align - 1);
    if (size <= CALL_ROOM && at <= CALL_ROOM - size) {
        call_used = at + size;
        return call_room + at;
    }
    struct extra *extra = size > UINT32_MAX - 64 ? NULL : allocate(size + sizeof(struct extra));
    if (extra == NULL) {
        __builtin_trap();
    }
    extra->next = extras;
    extras = extra;
    return extra->bytes;
}

void done(void) {
    call_used = 0;
    while (extras != NULL) {
        struct extra *next = extras->next;
        release(extras);
        extras = next;
    }
}

/* Parameters and the host's results go to the memory of the call. */
EXPORT("cabi_realloc") void *cabi_realloc(void *old, uint32_t old_size, uint32_t align, uint32_t size) {
    void *at = scratch(size, align);
    if (old_size != 0) {
        __builtin_memcpy(at, old, old_size < size ? old_size : size);
    }
    return at;
}
