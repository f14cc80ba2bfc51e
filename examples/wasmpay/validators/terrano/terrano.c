/* Terrano's rules: the money arrives in the destination bank's own currency, and no transaction is
 * empty or above 10,000.00 (amounts are in the currency's smallest unit). */

#include "../../../support/c/cabi.h"

#define CEILING INT64_C(1000000)

typedef struct {
    string_t id, code, country, currency, name;
} bank_t;

typedef struct {
    bank_t origin, destination;
    int64_t amount;
    string_t currency, status, reason;
} transaction_t;

typedef struct {
    bool approved;
    struct {
        bool is_some;
        string_t value;
    } reason;
} validate_response_t;

_Static_assert(sizeof(transaction_t) == 112, "the ABI's layout of a transaction");
_Static_assert(sizeof(validate_response_t) == 16, "the ABI's layout of a response");

static string_t refusal(const transaction_t *t) {
    string_t reason = {0};
    if (!string_equals(t->currency, t->destination.currency)) {
        append_text(&reason, "Currency mismatch: ");
        append(&reason, t->currency.ptr, t->currency.len);
        append_text(&reason, " sent to an account in ");
        append(&reason, t->destination.currency.ptr, t->destination.currency.len);
    } else if (t->amount <= 0) {
        append_text(&reason, "Amount must be positive: ");
        append_s64(&reason, t->amount);
    } else if (t->amount > CEILING) {
        append_text(&reason, "Amount above the ceiling of ");
        append_s64(&reason, CEILING);
        append_text(&reason, ": ");
        append_s64(&reason, t->amount);
    }
    return reason;
}

static void bank_free(const bank_t *b) {
    string_free(b->id);
    string_free(b->code);
    string_free(b->country);
    string_free(b->currency);
    string_free(b->name);
}

EXPORT("wasmpay:platform/validation@0.1.0#validate")
validate_response_t *validate(transaction_t *t) {
    string_t reason = refusal(t);
    bank_free(&t->origin);
    bank_free(&t->destination);
    string_free(t->currency);
    string_free(t->status);
    string_free(t->reason);
    free(t);

    validate_response_t *response = cabi_realloc(NULL, 0, 4, sizeof *response);
    memset(response, 0, sizeof *response);
    response->approved = reason.len == 0;
    response->reason.is_some = reason.len != 0;
    response->reason.value = reason;
    return response;
}

EXPORT("cabi_post_wasmpay:platform/validation@0.1.0#validate")
void post_validate(validate_response_t *response) {
    string_free(response->reason.value);
    free(response);
}
