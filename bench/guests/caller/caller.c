/* Calls the component it is plugged with, and the host, in loops of its own. */
#include "../support/arena.h"

IMPORT("bench:calls/ops@0.1.0", "add") uint32_t ops_add(uint32_t a, uint32_t b);
IMPORT("bench:calls/ops@0.1.0", "echo") void ops_echo(const uint8_t *ptr, size_t len, string_t *result);
IMPORT("bench:calls/host-ops@0.1.0", "add") uint32_t host_add(uint32_t a, uint32_t b);
IMPORT("bench:calls/host-ops@0.1.0", "echo") void host_echo(const uint8_t *ptr, size_t len, string_t *result);

/* A sum that no compiler turns into a formula or into vectors: each turn needs the one before it. */
#define LOOP(call) \
    uint32_t x = n; \
    for (uint32_t i = 0; i < n; i++) { \
        x = call(x >> 1, i); \
    } \
    return x

static inline uint32_t plain_add(uint32_t a, uint32_t b) {
    return a + b;
}

EXPORT("bench:calls/runs@0.1.0#adds")
uint32_t adds(uint32_t n) {
    LOOP(ops_add);
}

EXPORT("bench:calls/runs@0.1.0#host-adds")
uint32_t host_adds(uint32_t n) {
    LOOP(host_add);
}

EXPORT("bench:calls/runs@0.1.0#no-calls")
uint32_t no_calls(uint32_t n) {
    LOOP(plain_add);
}

typedef void echo_t(const uint8_t *ptr, size_t len, string_t *result);

static inline __attribute__((always_inline)) uint32_t echo_times(uint32_t n, echo_t echo) {
    uint8_t text[16] = {'N', 'o', 'r', 'd', 'h', 'a', 'v', 'e', 'n', ' ', 'B', 'a', 'n', 'k', '!', '0'};
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        string_t back;
        text[15] = (uint8_t)('0' + (sum & 7));
        echo(text, sizeof text, &back);
        sum += back.ptr[15] + (uint32_t)back.len;
        arena_reset();
    }
    return sum;
}

EXPORT("bench:calls/runs@0.1.0#echoes")
uint32_t echoes(uint32_t n) {
    return echo_times(n, ops_echo);
}

EXPORT("bench:calls/runs@0.1.0#host-echoes")
uint32_t host_echoes(uint32_t n) {
    return echo_times(n, host_echo);
}

EXPORT("bench:calls/ops@0.1.0#add")
uint32_t add(uint32_t a, uint32_t b) {
    return a + b;
}

static string_t result;

EXPORT("bench:calls/ops@0.1.0#echo")
string_t *echo(uint8_t *ptr, size_t len) {
    result.ptr = ptr;
    result.len = len;
    return &result;
}

EXPORT("cabi_post_bench:calls/ops@0.1.0#echo")
void echo_end(string_t *done) {
    (void)done;
    arena_reset();
}
