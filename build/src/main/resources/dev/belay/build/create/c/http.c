/* Answers requests: which path is answered by what. */

#include "answer.h"
#include <string.h>

static const char greeting[] = "/hello/";

static size_t path_length(belay_string_t target) {
    const char *query = memchr(target.ptr, '?', target.len);
    return query == NULL ? target.len : (size_t) (query - target.ptr);
}

void incoming_handler_handle(types_incoming_request_own_t request, types_response_outparam_own_t response_out) {
    belay_string_t target = target_of(request);
    size_t path = path_length(target);
    size_t prefix = sizeof greeting - 1;
    belay_string_t body = { 0 };
    uint16_t status = 200;
    if (path == 1 && target.ptr[0] == '/') {
        append_text(&body, "Hello from @name@\n");
    } else if (path > prefix && memcmp(target.ptr, greeting, prefix) == 0) {
        append_text(&body, "Hello, ");
        append(&body, target.ptr + prefix, path - prefix);
        append_text(&body, "\n");
    } else {
        status = 404;
        append_text(&body, "Nothing at ");
        append(&body, target.ptr, path);
        append_text(&body, "; there are / and /hello/NAME\n");
    }
    answer(response_out, status, "text/plain; charset=utf-8", body);
    belay_string_free(&body);
    belay_string_free(&target);
    types_incoming_request_drop(request);
}
