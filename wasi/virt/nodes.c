/* Files and directories in memory, those baked in among them. A baked file's bytes are copied when it is first changed. */
#include "virt.h"

/* Larger ones would not leave room for another in a memory of 4 GiB. */
#define LARGEST_FILE (1u << 30)

static struct node **buckets;
static uint32_t bucket_count;
static uint32_t linked_count;
static uint64_t last_id;

static uint32_t hash(const struct node *parent, text name) {
    uint32_t sum = (uint32_t)(uintptr_t)parent * 2654435761u;
    for (uint32_t i = 0; i < name.len; i++) {
        sum = (sum ^ (uint8_t)name.ptr[i]) * 16777619u;
    }
    return (sum ^ sum >> 15) & (bucket_count - 1);
}

static void into_bucket(struct node *node) {
    struct node **bucket = &buckets[hash(node->parent, node->name)];
    node->next_in_bucket = *bucket;
    *bucket = node;
}

static void more_buckets(void) {
    struct node **old = buckets;
    uint32_t old_count = bucket_count;
    bucket_count = bucket_count == 0 ? 64 : bucket_count * 4;
    buckets = make(bucket_count * sizeof(struct node *));
    for (uint32_t i = 0; i < old_count; i++) {
        for (struct node *node = old[i]; node != NULL;) {
            struct node *next = node->next_in_bucket;
            into_bucket(node);
            node = next;
        }
    }
    release(old);
}

void link_node(struct node *node, struct node *parent, text name) {
    if (linked_count >= bucket_count) {
        more_buckets();
    }
    linked_count++;
    node->parent = parent;
    node->name = name;
    node->linked = true;
    node->next = parent->children;
    parent->children = node;
    into_bucket(node);
}

struct node *add_node(struct node *parent, text name, uint8_t type) {
    struct node *node = make(sizeof(struct node));
    node->type = type;
    node->id = ++last_id;
    if (parent != NULL) {
        link_node(node, parent, name);
    } else {
        node->linked = true;
    }
    return node;
}

struct node *find_node(const struct node *parent, text name) {
    if (bucket_count == 0) {
        return NULL;
    }
    for (struct node *node = buckets[hash(parent, name)]; node != NULL; node = node->next_in_bucket) {
        if (node->parent == parent && same_text(node->name, name)) {
            return node;
        }
    }
    return NULL;
}

static void out_of(struct node **list, const struct node *node, size_t next) {
    while (*list != node) {
        list = (struct node **)((uint8_t *)*list + next);
    }
    *list = *(struct node **)((uint8_t *)*list + next);
}

static void free_if_unused(struct node *node) {
    if (!node->linked && node->users == 0) {
        release(node->data);
        release(node);
    }
}

void unlink_node(struct node *node) {
    out_of(&buckets[hash(node->parent, node->name)], node, offsetof(struct node, next_in_bucket));
    out_of(&node->parent->children, node, offsetof(struct node, next));
    linked_count--;
    if (node->given_name) {
        release((void *)node->name.ptr);
        node->given_name = false;
    }
    node->linked = false;
    free_if_unused(node);
}

void use_node(struct node *node) {
    node->users++;
}

void leave_node(struct node *node) {
    node->users--;
    free_if_unused(node);
}

uint32_t read_node(const struct node *node, uint64_t offset, void *to, uint32_t len) {
    if (offset >= node->size) {
        return 0;
    }
    uint32_t left = node->size - (uint32_t)offset;
    uint32_t count = len < left ? len : left;
    if (node->baked) {
        content_copy(to, node->offset + (uint32_t)offset, count);
    } else {
        __builtin_memcpy(to, node->data + offset, count);
    }
    return count;
}

/* Gives it bytes of its own, and room for `size`. */
static int own(struct node *node, uint64_t size) {
    if (size > LARGEST_FILE) {
        return E_TOO_LARGE;
    }
    if (!node->baked && size <= node->room) {
        return NO_ERROR;
    }
    uint32_t room = 64;
    while (room < size) {
        room *= 2;
    }
    uint32_t kept = node->size < size ? node->size : (uint32_t)size;
    uint8_t *data = allocate(room - 8);
    if (data == NULL) {
        return E_NO_SPACE;
    }
    read_node(node, 0, data, kept);
    release(node->data);
    node->data = data;
    node->room = room - 8;
    node->baked = false;
    if (node->room < size) {
        return own(node, size + 8);
    }
    return NO_ERROR;
}

int resize_node(struct node *node, uint64_t size) {
    int error = own(node, size);
    if (error == NO_ERROR) {
        if (size > node->size) {
            __builtin_memset(node->data + node->size, 0, (uint32_t)size - node->size);
        }
        node->size = (uint32_t)size;
    }
    return error;
}

int write_node(struct node *node, uint64_t offset, const void *from, uint32_t len) {
    if (len == 0) {
        return NO_ERROR;
    }
    uint64_t end = offset + len;
    if (end < offset) {
        return E_TOO_LARGE;
    }
    int error = end > node->size ? resize_node(node, end) : own(node, node->size);
    if (error == NO_ERROR) {
        __builtin_memcpy(node->data + offset, from, len);
    }
    return error;
}
