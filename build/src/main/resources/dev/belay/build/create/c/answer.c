#include "answer.h"
#include <stdlib.h>
#include <string.h>

/* Bytes that one blocking write takes. */
#define PIECE 4096

belay_string_t target_of(types_incoming_request_own_t request) {
    belay_option_string_t target = types_incoming_request_path_with_query(types_incoming_request_borrow(request));
    return target.is_some ? target.val : belay_string_copy("/");
}

static void write_body(streams_output_stream_borrow_t stream, belay_string_t body) {
    for (size_t at = 0; at < body.len; at += PIECE) {
        size_t len = body.len - at < PIECE ? body.len - at : PIECE;
        belay_list_u8_t piece = { (uint8_t *) body.ptr + at, len };
        belay_result_none_streams_stream_error_t written = streams_output_stream_blocking_write_and_flush(stream, piece);
        if (written.is_err) {
            belay_result_none_streams_stream_error_free(&written); /* the client has left */
            return;
        }
    }
}

void answer(types_response_outparam_own_t out, uint16_t status, const char *content_type, belay_string_t body) {
    types_fields_own_t headers = types_fields_constructor();
    belay_list_u8_t type = { (uint8_t *) content_type, strlen(content_type) };
    types_fields_append(types_fields_borrow(headers), belay_string_of("content-type"), type);
    types_outgoing_response_own_t response = types_outgoing_response_constructor(headers);
    types_outgoing_response_set_status_code(types_outgoing_response_borrow(response), status);
    types_outgoing_body_own_t outgoing = types_outgoing_response_body(types_outgoing_response_borrow(response)).val.ok;

    belay_result_own_types_outgoing_response_types_error_code_t result = { .is_err = false, .val.ok = response };
    types_response_outparam_set(out, result);

    streams_output_stream_own_t stream = types_outgoing_body_write(types_outgoing_body_borrow(outgoing)).val.ok;
    write_body(streams_output_stream_borrow(stream), body);
    streams_output_stream_drop(stream);
    belay_option_own_types_fields_t no_trailers = { .is_some = false };
    belay_result_none_types_error_code_t finished = types_outgoing_body_finish(outgoing, no_trailers);
    belay_result_none_types_error_code_free(&finished);
}

void append(belay_string_t *to, const char *bytes, size_t len) {
    if (len == 0) {
        return;
    }
    char *longer = realloc(to->len == 0 ? NULL : to->ptr, to->len + len);
    if (longer == NULL) {
        abort();
    }
    memcpy(longer + to->len, bytes, len);
    to->ptr = longer;
    to->len += len;
}

void append_text(belay_string_t *to, const char *text) {
    append(to, text, strlen(text));
}
