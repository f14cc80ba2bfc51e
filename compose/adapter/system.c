/* Arguments, environment, clocks, random numbers, the end. */
#include "state.h"

/* Strings one after the other at `bytes`, with their addresses at `pointers`. */
static address put(address *pointers, address bytes, text it) {
    store32(*pointers, bytes);
    *pointers += 4;
    give(bytes, it.ptr, it.len);
    return bytes + it.len;
}

static address end_with(address bytes, char end) {
    store8(bytes, (uint8_t)end);
    return bytes + 1;
}

PREVIEW1(args_sizes_get)(address count, address size) {
    scratch_reset();
    text_list list;
    get_arguments(&list);
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < list.len; i++) {
        bytes += list.ptr[i].len + 1;
    }
    store32(count, list.len);
    store32(size, bytes);
    return OK;
}

PREVIEW1(args_get)(address pointers, address bytes) {
    scratch_reset();
    text_list list;
    get_arguments(&list);
    for (uint32_t i = 0; i < list.len; i++) {
        bytes = end_with(put(&pointers, bytes, list.ptr[i]), 0);
    }
    return OK;
}

PREVIEW1(environ_sizes_get)(address count, address size) {
    scratch_reset();
    pair_list list;
    get_environment(&list);
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < list.len; i++) {
        bytes += list.ptr[i].name.len + list.ptr[i].value.len + 2;
    }
    store32(count, list.len);
    store32(size, bytes);
    return OK;
}

PREVIEW1(environ_get)(address pointers, address bytes) {
    scratch_reset();
    pair_list list;
    get_environment(&list);
    for (uint32_t i = 0; i < list.len; i++) {
        bytes = end_with(put(&pointers, bytes, list.ptr[i].name), '=');
        give(bytes, list.ptr[i].value.ptr, list.ptr[i].value.len);
        bytes = end_with(bytes + list.ptr[i].value.len, 0);
    }
    return OK;
}

#define NANOSECONDS 1000000000ull

PREVIEW1(clock_time_get)(uint32_t clock, uint64_t precision, address time) {
    (void)precision;
    if (clock == CLOCK_REALTIME) {
        datetime now;
        wall_now(&now);
        store64(time, now.seconds * NANOSECONDS + now.nanoseconds);
        return OK;
    }
    if (clock == CLOCK_MONOTONIC) {
        store64(time, monotonic_now());
        return OK;
    }
    return ERR_INVAL;
}

PREVIEW1(clock_res_get)(uint32_t clock, address resolution) {
    if (clock == CLOCK_REALTIME) {
        datetime it;
        wall_resolution(&it);
        store64(resolution, it.seconds * NANOSECONDS + it.nanoseconds);
        return OK;
    }
    if (clock == CLOCK_MONOTONIC) {
        store64(resolution, monotonic_resolution());
        return OK;
    }
    return ERR_INVAL;
}

PREVIEW1(random_get)(address to, uint32_t len) {
    while (len > 0) {
        scratch_reset();
        uint32_t part = len < 65536 ? len : 65536;
        bytes_list bytes;
        get_random_bytes(part, &bytes);
        if (bytes.len != part) {
            return ERR_IO;
        }
        give(to, bytes.ptr, part);
        to += part;
        len -= part;
    }
    return OK;
}

PREVIEW1(sched_yield)(void) {
    return OK;
}

__attribute__((export_name("proc_exit"))) void proc_exit(uint32_t code) {
    exit_with(code != 0);
    __builtin_trap();
}

__attribute__((import_module("__main_module__"), import_name("_start"))) void main_start(void);

__attribute__((export_name("wasi:cli/run@0.2.0#run"))) int32_t run(void) {
    main_start();
    return 0;
}
