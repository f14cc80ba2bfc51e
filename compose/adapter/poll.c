/* Waiting for clocks and streams. */
#include "state.h"

#define NANOSECONDS 1000000000ull
#define SUBSCRIPTION_SIZE 48u
#define EVENT_SIZE 32u
#define ABSOLUTE 1u
/* More would have the host wait for more things than any program has. */
#define MOST 1024u

static handle after(uint32_t clock, uint64_t timeout, uint32_t flags) {
    if (!(flags & ABSOLUTE)) {
        return subscribe_duration(timeout);
    }
    if (clock == CLOCK_MONOTONIC) {
        return subscribe_instant(timeout);
    }
    datetime now;
    wall_now(&now);
    uint64_t time = now.seconds * NANOSECONDS + now.nanoseconds;
    return subscribe_duration(timeout > time ? timeout - time : 0);
}

static void put_event(address to, uint64_t user, errno_t error, uint32_t type, uint64_t bytes) {
    store64(to, user);
    store64(to + 8, (uint32_t)error | type << 16);
    store64(to + 16, bytes);
    store64(to + 24, 0);
}

PREVIEW1(poll_oneoff)(address in, address out, uint32_t count, address ready) {
    if (count == 0 || count > MOST) {
        return ERR_INVAL;
    }
    scratch_reset();
    handle *pollables = scratch(count * sizeof(handle), 4);
    uint32_t *which = scratch(count * sizeof(uint32_t), 4);
    uint32_t waiting = 0;
    uint32_t events = 0;
    for (uint32_t i = 0; i < count; i++) {
        address at = in + i * SUBSCRIPTION_SIZE;
        uint32_t type = load8(at + 8);
        errno_t error = OK;
        handle pollable = -1;
        if (type == EVENT_CLOCK) {
            uint32_t clock = load32(at + 16);
            error = clock > CLOCK_MONOTONIC ? ERR_INVAL : OK;
            pollable = error == OK ? after(clock, load64(at + 24), load8(at + 40)) : -1;
        } else {
            struct fd *fd = fd_at(load32(at + 16));
            if (fd == NULL || (type == EVENT_READ ? fd->kind == STDOUT || fd->kind == STDERR : fd->kind == STDIN)) {
                error = ERR_BADF;
            } else if (fd->kind == STDIN) {
                pollable = input_subscribe(standard_stream(fd));
            } else if (fd->kind == STDOUT || fd->kind == STDERR) {
                pollable = output_subscribe(standard_stream(fd));
            }
        }
        if (pollable >= 0) {
            pollables[waiting] = pollable;
            which[waiting++] = i;
        } else {
            /* An error, or a file: those are always ready. */
            put_event(out + events++ * EVENT_SIZE, load64(at), error, type, 1);
        }
    }
    if (events == 0) {
        index_list list;
        poll_all(pollables, waiting, &list);
        for (uint32_t i = 0; i < list.len; i++) {
            address at = in + which[list.ptr[i]] * SUBSCRIPTION_SIZE;
            uint32_t type = load8(at + 8);
            put_event(out + events++ * EVENT_SIZE, load64(at), OK, type, type == EVENT_CLOCK ? 0 : 1);
        }
    }
    for (uint32_t i = 0; i < waiting; i++) {
        drop_pollable(pollables[i]);
    }
    store32(ready, events);
    return OK;
}
