/* Reads what was baked in: numbers of 32 bits, then texts, then the bytes of files. `ContentImage` in Java writes it. */
#include "virt.h"

struct header {
    uint32_t size; /* of all but the bytes of files */
    uint32_t writable, arguments;
    uint32_t stdin, stdout, stderr;
    uint32_t environment, environment_listed, environment_of_host;
    uint32_t configuration, configuration_listed, configuration_of_host;
    uint32_t nodes, roots, host_roots;
};

/* A text is baked in as its place and length. */
struct range {
    uint32_t offset, len;
};

struct baked_node {
    uint32_t parent;
    struct range name;
    uint32_t type;
    uint32_t offset, size;
};

struct baked_root {
    uint32_t node;
    struct range name;
};

static struct image it;
static bool read;

static text text_at(const uint8_t *base, struct range range) {
    return (text){(const char *)base + range.offset, range.len};
}

static const uint32_t *values(struct values *to, const uint8_t *base, const uint32_t *at, uint32_t count, uint32_t listed,
    uint32_t of_host) {
    struct name_value *given = make(count * sizeof(struct name_value));
    for (uint32_t i = 0; i < count; i++, at += 4) {
        const struct range *ranges = (const struct range *)at;
        given[i] = (struct name_value){text_at(base, ranges[0]), text_at(base, ranges[1])};
    }
    text *names = make(listed * sizeof(text));
    for (uint32_t i = 0; i < listed; i++, at += 2) {
        names[i] = text_at(base, *(const struct range *)at);
    }
    *to = (struct values){given, count, names, listed, of_host};
    return at;
}

static void read_image(void) {
    struct header header;
    content_copy(&header, 0, sizeof header);
    uint8_t *base = make(header.size);
    content_copy(base, 0, header.size);
    const uint32_t *at = (const uint32_t *)(base + sizeof header);
    it.writable = header.writable;
    it.arguments = header.arguments;
    it.stdin = header.stdin;
    it.stdout = header.stdout;
    it.stderr = header.stderr;
    at = values(&it.environment, base, at, header.environment, header.environment_listed, header.environment_of_host);
    at = values(&it.configuration, base, at, header.configuration, header.configuration_listed,
        header.configuration_of_host);
    const struct baked_node *baked = (const struct baked_node *)at;
    struct node **nodes = make(header.nodes * sizeof(struct node *));
    for (uint32_t i = 0; i < header.nodes; i++) {
        /* A directory comes before what is in it. */
        struct node *parent = baked[i].parent < i ? nodes[baked[i].parent] : NULL;
        nodes[i] = add_node(parent, text_at(base, baked[i].name), (uint8_t)baked[i].type);
        nodes[i]->baked = true;
        nodes[i]->offset = baked[i].offset;
        nodes[i]->size = baked[i].size;
    }
    const struct baked_root *baked_roots = (const struct baked_root *)(baked + header.nodes);
    struct root *roots = make(header.roots * sizeof(struct root));
    for (uint32_t i = 0; i < header.roots; i++) {
        roots[i] = (struct root){nodes[baked_roots[i].node], text_at(base, baked_roots[i].name)};
        use_node(roots[i].node);
    }
    release(nodes);
    const struct range *names = (const struct range *)(baked_roots + header.roots);
    struct host_root *host_roots = make(header.host_roots * sizeof(struct host_root));
    for (uint32_t i = 0; i < header.host_roots; i++, names += 2) {
        host_roots[i] = (struct host_root){text_at(base, names[0]), text_at(base, names[1])};
    }
    it.host_roots = host_roots;
    it.host_root_count = header.host_roots;
    it.roots = roots;
    it.root_count = header.roots;
}

const struct image *image(void) {
    if (!read) {
        read = true;
        read_image();
    }
    return &it;
}

bool same_text(text a, text b) {
    return a.len == b.len && __builtin_memcmp(a.ptr, b.ptr, a.len) == 0;
}

int memcmp(const void *a, const void *b, size_t len) {
    const uint8_t *left = a;
    const uint8_t *right = b;
    for (size_t i = 0; i < len; i++) {
        if (left[i] != right[i]) {
            return left[i] - right[i];
        }
    }
    return 0;
}
