/* Environment, arguments, configuration and the monotonic clock. */
#include "virt.h"

#define ENVIRONMENT(name) "wasi:cli/environment@0.2.0#" name
#define STORE(name) "wasi:config/store@0.2.0-rc.1#" name
#define CLOCK(name) "wasi:clocks/monotonic-clock@0.2.0#" name

static bool given(const struct values *values, text name, text *value) {
    for (uint32_t i = 0; i < values->count; i++) {
        if (same_text(values->given[i].name, name)) {
            *value = values->given[i].value;
            return true;
        }
    }
    return false;
}

/* Whether the host's value by that name is let through. */
static bool let_through(const struct values *values, text name) {
    bool listed = false;
    for (uint32_t i = 0; i < values->listed_count; i++) {
        listed = listed || same_text(values->listed[i], name);
    }
    return values->of_host == ONLY_LISTED ? listed : values->of_host == ALL_BUT_LISTED && !listed;
}

/* What is given, then what of the host's is let through and not given. */
static pair_list all(const struct values *values, const pair_list *host) {
    pair *pairs = scratch((values->count + host->len) * sizeof(pair), 4);
    uint32_t count = 0;
    for (uint32_t i = 0; i < values->count; i++) {
        pairs[count++] = (pair){values->given[i].name, values->given[i].value};
    }
    for (uint32_t i = 0; i < host->len; i++) {
        text value;
        if (let_through(values, host->ptr[i].name) && !given(values, host->ptr[i].name, &value)) {
            pairs[count++] = host->ptr[i];
        }
    }
    return (pair_list){pairs, count};
}

EXPORT(ENVIRONMENT("get-environment")) pair_list *environment(void) {
    static pair_list ret;
    const struct values *values = &image()->environment;
    pair_list host = {0};
    if (values->of_host != NO_OTHERS) {
        get_environment(&host);
    }
    ret = all(values, &host);
    return &ret;
}

AFTER(ENVIRONMENT("get-environment")) void after_environment(pair_list *it) {
    (void)it;
    done();
}

EXPORT(ENVIRONMENT("get-arguments")) text_list *arguments(void) {
    static text_list ret;
    ret = (text_list){0};
    if (image()->arguments) {
        get_arguments(&ret);
    }
    return &ret;
}

AFTER(ENVIRONMENT("get-arguments")) void after_arguments(text_list *it) {
    (void)it;
    done();
}

typedef struct {
    uint8_t is_some;
    text it;
} optional_text;

EXPORT(ENVIRONMENT("initial-cwd")) optional_text *initial_cwd(void) {
    static optional_text none;
    return &none;
}

/* result<option<string>, error> and result<list<tuple<string, string>>, error>, whose error is a variant of two texts */
typedef struct {
    uint8_t is_err;
    struct {
        uint8_t tag;
        text it;
    } value;
} get_result;

typedef struct {
    uint8_t is_err;
    union {
        pair_list it;
        struct {
            uint8_t tag;
            text it;
        } error;
    };
} all_result;

IMPORT("wasi:config/store@0.2.0-rc.1", "get") void host_config(const char *key, uint32_t len, get_result *ret);
IMPORT("wasi:config/store@0.2.0-rc.1", "get-all") void host_config_all(all_result *ret);

EXPORT(STORE("get")) get_result *config_get(const char *key, uint32_t len) {
    static get_result ret;
    const struct values *values = &image()->configuration;
    text name = {key, len};
    ret = (get_result){0};
    if (given(values, name, &ret.value.it)) {
        ret.value.tag = 1;
    } else if (let_through(values, name)) {
        host_config(key, len, &ret);
    }
    return &ret;
}

AFTER(STORE("get")) void after_config_get(get_result *it) {
    (void)it;
    done();
}

EXPORT(STORE("get-all")) all_result *config_all(void) {
    static all_result ret;
    const struct values *values = &image()->configuration;
    ret = (all_result){0};
    if (values->of_host != NO_OTHERS) {
        host_config_all(&ret);
        if (ret.is_err) {
            return &ret;
        }
    }
    pair_list host = ret.it;
    ret.it = all(values, &host);
    return &ret;
}

AFTER(STORE("get-all")) void after_config_all(all_result *it) {
    (void)it;
    done();
}

/* What to wait for is of the kind that the streams here have, so the clock is passed on by hand. */
EXPORT(CLOCK("now")) uint64_t clock_now(void) {
    return monotonic_now();
}

EXPORT(CLOCK("resolution")) uint64_t clock_resolution(void) {
    return monotonic_resolution();
}

EXPORT(CLOCK("subscribe-instant")) handle clock_instant(uint64_t when) {
    return host_pollable(subscribe_instant(when));
}

EXPORT(CLOCK("subscribe-duration")) handle clock_duration(uint64_t nanoseconds) {
    return host_pollable(subscribe_duration(nanoseconds));
}
