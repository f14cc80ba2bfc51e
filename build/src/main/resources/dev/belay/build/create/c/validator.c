/* The rule of one bank: US dollars only. */

#include "@snake@_glue.h"
#include <string.h>

static belay_string_t unsupported(belay_string_t currency) {
    static const char begin[] = "Unsupported currency: ";
    size_t len = sizeof begin - 1;
    belay_string_t reason = { belay_alloc(len + currency.len, 1), len + currency.len };
    memcpy(reason.ptr, begin, len);
    memcpy(reason.ptr + len, currency.ptr, currency.len);
    return reason;
}

validation_validate_response_t validation_validate(validation_transaction_t transaction) {
    validation_validate_response_t response = { .approved = belay_string_is(transaction.currency, "USD") };
    if (!response.approved) {
        response.reason.is_some = true;
        response.reason.val = unsupported(transaction.currency);
    }
    validation_transaction_free(&transaction);
    return response;
}
