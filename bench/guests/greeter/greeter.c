/* The application: it knows nothing of HTTP. */
#include "../../../examples/support/c/cabi.h"

static string_t result;

EXPORT("bench:hello/greeting@0.1.0#greet")
string_t *greet(uint8_t *ptr, size_t len) {
    string_t name = {ptr, len};
    result = (string_t){0};
    append_text(&result, "Hello, ");
    append(&result, name.ptr, name.len);
    append_text(&result, "!\n");
    string_free(name);
    return &result;
}

EXPORT("cabi_post_bench:hello/greeting@0.1.0#greet")
void greet_end(string_t *done) {
    string_free(*done);
}
