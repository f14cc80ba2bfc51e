/* How requests are read and answered. */
#ifndef ANSWER_H
#define ANSWER_H

#include "@snake@_glue.h"

/* The path and query of a request: to be freed. */
belay_string_t target_of(types_incoming_request_own_t request);

/* Sends an answer. The body stays the caller's. */
void answer(types_response_outparam_own_t out, uint16_t status, const char *content_type, belay_string_t body);

/* Text put together piece by piece, in memory that belay_string_free frees. */
void append(belay_string_t *to, const char *bytes, size_t len);
void append_text(belay_string_t *to, const char *text);

#endif
