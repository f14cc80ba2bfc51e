/* What is called: it does next to nothing, so that the call itself is what costs. */
#include "../support/arena.h"

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
