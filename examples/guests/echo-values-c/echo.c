/* Gives back what it is given, by generated glue: see echo-values for what the world is. */

#include "echo_values_glue.h"
#include <stdlib.h>

#define ECHO(type, function) type function(type value) { return value; }

ECHO(bool, values_echo_bool)
ECHO(uint8_t, values_echo_u8)
ECHO(uint16_t, values_echo_u16)
ECHO(uint32_t, values_echo_u32)
ECHO(uint64_t, values_echo_u64)
ECHO(int8_t, values_echo_s8)
ECHO(int16_t, values_echo_s16)
ECHO(int32_t, values_echo_s32)
ECHO(int64_t, values_echo_s64)
ECHO(float, values_echo_f32)
ECHO(double, values_echo_f64)
ECHO(uint32_t, values_echo_char)
ECHO(belay_string_t, values_echo_string)
ECHO(belay_list_u8_t, values_echo_bytes)
ECHO(belay_list_bool_t, values_echo_bools)
ECHO(belay_list_u16_t, values_echo_u16s)
ECHO(belay_list_s64_t, values_echo_s64s)
ECHO(belay_list_f64_t, values_echo_f64s)
ECHO(belay_list_char_t, values_echo_chars)
ECHO(belay_list_string_t, values_echo_strings)
ECHO(belay_list_list_string_t, values_echo_nested)
ECHO(belay_list_tuple2_string_u8_t, values_echo_pairs)
ECHO(belay_tuple3_u8_s64_string_t, values_echo_tuple)
ECHO(values_person_t, values_echo_person)
ECHO(belay_list_values_person_t, values_echo_people)
ECHO(values_shape_t, values_echo_shape)
ECHO(belay_list_values_shape_t, values_echo_shapes)
ECHO(values_color_t, values_echo_color)
ECHO(values_permissions_t, values_echo_permissions)
ECHO(values_months_t, values_echo_months)
ECHO(values_bits_t, values_echo_bits)
ECHO(belay_option_u32_t, values_echo_option)
ECHO(belay_option_string_t, values_echo_option_string)
ECHO(belay_option_option_u8_t, values_echo_option_option)
ECHO(belay_result_string_u32_t, values_echo_result)
ECHO(belay_result_u64_f32_t, values_echo_result_mixed)
ECHO(belay_result_u8_none_t, values_echo_result_ok)
ECHO(belay_result_none_string_t, values_echo_result_err)
ECHO(belay_result_none_none_t, values_echo_result_empty)

belay_tuple17_u8_s16_u32_s64_f32_f64_bool_char_string_u8_s16_u32_s64_f32_f64_bool_char_t
values_echo_many(
    uint8_t a, int16_t b, uint32_t c, int64_t d, float e, double f, bool g, uint32_t h, belay_string_t i_,
    uint8_t j, int16_t k, uint32_t l, int64_t m, float n, double o, bool p, uint32_t q) {
    return (belay_tuple17_u8_s16_u32_s64_f32_f64_bool_char_string_u8_s16_u32_s64_f32_f64_bool_char_t) { a, b, c, d, e, f, g, h, i_, j, k, l, m, n, o, p, q };
}

void values_nothing(void) {}

struct values_counter {
    uint32_t value;
};

static uint32_t live;

static values_counter_own_t counter(uint32_t value) {
    values_counter_t *rep = belay_alloc(1, sizeof *rep);
    rep->value = value;
    live++;
    return values_counter_make(rep);
}

void values_counter_destroy(values_counter_t *rep) {
    live--;
    free(rep);
}

values_counter_own_t values_counter_constructor(uint32_t start) {
    return counter(start);
}

uint32_t values_counter_add(values_counter_t *self, uint32_t amount) {
    return self->value += amount;
}

uint32_t values_counter_value(values_counter_t *self) {
    return self->value;
}

uint32_t values_counter_sum(belay_list_borrow_values_counter_t counters) {
    uint32_t sum = 0;
    for (size_t i = 0; i < counters.len; i++) {
        sum += counters.ptr[i]->value;
    }
    belay_list_borrow_values_counter_free(&counters);
    return sum;
}

values_counter_own_t values_counter_merge(values_counter_own_t a, values_counter_own_t b) {
    uint32_t sum = values_counter_rep(a)->value + values_counter_rep(b)->value;
    values_counter_drop(a);
    values_counter_drop(b);
    return counter(sum);
}

ECHO(values_counter_own_t, values_echo_counter)
ECHO(belay_list_own_values_counter_t, values_echo_counters)

uint32_t values_peek(values_counter_t *value) {
    return value->value;
}

uint32_t values_live_counters(void) {
    return live;
}
