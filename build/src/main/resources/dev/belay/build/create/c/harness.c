/* HTTP in front of a validator: GET /validate?amount=1250&currency=USD&from=US&to=GB */

#include "answer.h"
#include <string.h>

static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A value of the query, decoded: empty if it is not there. */
static belay_string_t parameter(belay_string_t query, const char *name) {
    belay_string_t value = { 0 };
    size_t len = strlen(name);
    for (size_t at = 0; at < query.len;) {
        const char *found = memchr(query.ptr + at, '&', query.len - at);
        size_t end = found == NULL ? query.len : (size_t) (found - query.ptr);
        if (end - at > len && query.ptr[at + len] == '=' && memcmp(query.ptr + at, name, len) == 0) {
            for (size_t i = at + len + 1; i < end; i++) {
                char c = query.ptr[i] == '+' ? ' ' : query.ptr[i];
                if (c == '%' && i + 2 < end && digit(query.ptr[i + 1]) >= 0 && digit(query.ptr[i + 2]) >= 0) {
                    c = (char) (digit(query.ptr[i + 1]) * 16 + digit(query.ptr[i + 2]));
                    i += 2;
                }
                /* Text between components is UTF-8; this harness takes the part of it that is ASCII. */
                c = (unsigned char) c < 0x80 ? c : '?';
                append(&value, &c, 1);
            }
            return value;
        }
        at = end + 1;
    }
    return value;
}

static bool whole_number(belay_string_t text, int64_t *number) {
    size_t at = text.len != 0 && text.ptr[0] == '-' ? 1 : 0;
    bool negative = at == 1;
    int64_t value = 0;
    if (at == text.len) {
        return false;
    }
    for (; at < text.len; at++) {
        int next = text.ptr[at] >= '0' && text.ptr[at] <= '9' ? text.ptr[at] - '0' : -1;
        /* Counted downwards, since there is one negative number more. */
        if (next < 0 || __builtin_mul_overflow(value, 10, &value) || __builtin_sub_overflow(value, next, &value)) {
            return false;
        }
    }
    *number = value;
    return negative || !__builtin_sub_overflow(0, value, number);
}

static void quote(belay_string_t *to, belay_string_t text) {
    static const char hex[] = "0123456789abcdef";
    append_text(to, "\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char) text.ptr[i];
        if (c == '"' || c == '\\') {
            append_text(to, "\\");
        }
        if (c < 0x20) {
            char escape[] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };
            append(to, escape, sizeof escape);
        } else {
            append(to, text.ptr + i, 1);
        }
    }
    append_text(to, "\"");
}

static uint16_t validate(belay_string_t query, belay_string_t *body) {
    validation_transaction_t transaction = {
        .origin = { belay_string_copy("1"), belay_string_copy("ORIGIN"), parameter(query, "from"), parameter(query, "currency"),
                    belay_string_copy("Origin") },
        .destination = { belay_string_copy("2"), belay_string_copy("DESTINATION"), parameter(query, "to"),
                         parameter(query, "currency"), belay_string_copy("Destination") },
        .currency = parameter(query, "currency"),
        .status = belay_string_copy("pending"),
        .reason = parameter(query, "reason"),
    };
    belay_string_t amount = parameter(query, "amount");
    bool valid = whole_number(amount, &transaction.amount);
    belay_string_free(&amount);
    if (valid) {
        validation_validate_response_t response = validation_validate(transaction);
        append_text(body, response.approved ? "{\"approved\":true,\"reason\":" : "{\"approved\":false,\"reason\":");
        if (response.reason.is_some) {
            quote(body, response.reason.val);
        } else {
            append_text(body, "null");
        }
        append_text(body, "}");
        validation_validate_response_free(&response);
    } else {
        append_text(body, "{\"error\":\"amount: expected a whole number of 64 bits\"}");
    }
    validation_transaction_free(&transaction);
    return valid ? 200 : 400;
}

void incoming_handler_handle(types_incoming_request_own_t request, types_response_outparam_own_t response_out) {
    static const char path[] = "/validate";
    belay_string_t target = target_of(request);
    const char *mark = memchr(target.ptr, '?', target.len);
    size_t len = mark == NULL ? target.len : (size_t) (mark - target.ptr);
    belay_string_t query = { 0 };
    if (mark != NULL) {
        query = (belay_string_t) { target.ptr + len + 1, target.len - len - 1 };
    }
    belay_string_t body = { 0 };
    uint16_t status = 404;
    if (len == sizeof path - 1 && memcmp(target.ptr, path, len) == 0) {
        status = validate(query, &body);
    } else {
        append_text(&body, "{\"error\":\"nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB\"}");
    }
    answer(response_out, status, "application/json", body);
    belay_string_free(&body);
    belay_string_free(&target);
    types_incoming_request_drop(request);
}
