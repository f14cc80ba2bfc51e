/* wasi:filesystem over the files in memory. */
#include "virt.h"

#define TYPES(name) "wasi:filesystem/types@0.2.0#" name
#define METHOD(name) TYPES("[method]descriptor." name)

struct descriptor {
    struct node *node;
    uint8_t flags;
};

/* A directory as it was when it was opened. */
struct entries {
    uint32_t count, next;
    struct entry {
        uint8_t type;
        text name;
    } list[];
};

IMPORT("[export]wasi:filesystem/types@0.2.0", "[resource-new]descriptor") handle new_descriptor(struct descriptor *it);
IMPORT("[export]wasi:filesystem/types@0.2.0", "[resource-new]directory-entry-stream")
handle new_entries(struct entries *it);

/* --- answers --- */

static byte_result *answer(int error) {
    static byte_result ret;
    ret = error == NO_ERROR ? (byte_result){0} : (byte_result){1, (uint8_t)error};
    done();
    return &ret;
}

static byte_result *answer_value(uint8_t value) {
    static byte_result ret;
    ret = (byte_result){0, value};
    return &ret;
}

static handle_result *answer_handle(int error, handle it) {
    static handle_result ret;
    ret = (handle_result){.is_err = error != NO_ERROR};
    if (error == NO_ERROR) {
        ret.it = it;
    } else {
        ret.error = (uint8_t)error;
    }
    done();
    return &ret;
}

static handle open_node(struct node *node, uint8_t flags) {
    struct descriptor *it = make(sizeof *it);
    it->node = node;
    it->flags = flags;
    use_node(node);
    return new_descriptor(it);
}

EXPORT(TYPES("[dtor]descriptor")) void end_descriptor(struct descriptor *it) {
    leave_node(it->node);
    release(it);
}

/* Where a directory of the host is to be seen; false if nowhere. */
static bool seen_at(const struct image *it, text host, text *guest) {
    for (uint32_t i = 0; i < it->host_root_count; i++) {
        if (same_text(it->host_roots[i].host, host)) {
            *guest = it->host_roots[i].guest;
            return true;
        }
    }
    return false;
}

static void directories_of_host(const struct image *it, preopen_list *ret) {
    get_directories(ret);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ret->len; i++) {
        preopen found = ret->ptr[i];
        if (seen_at(it, found.name, &found.name)) {
            ret->ptr[kept++] = found;
        } else {
            drop_descriptor(found.descriptor);
        }
    }
    ret->len = kept;
}

EXPORT("wasi:filesystem/preopens@0.2.0#get-directories") preopen_list *directories(void) {
    static preopen_list ret;
    const struct image *it = image();
    if (it->host_root_count > 0) {
        directories_of_host(it, &ret);
        return &ret;
    }
    preopen *list = scratch(it->root_count * sizeof(preopen), 4);
    for (uint32_t i = 0; i < it->root_count; i++) {
        uint8_t flags = FLAG_READ | (it->writable ? FLAG_WRITE | FLAG_MUTATE_DIRECTORY : 0);
        list[i] = (preopen){open_node(it->roots[i].node, flags), it->roots[i].name};
    }
    ret = (preopen_list){list, it->root_count};
    return &ret;
}

AFTER("wasi:filesystem/preopens@0.2.0#get-directories") void after_directories(preopen_list *it) {
    (void)it;
    done();
}

/* --- paths --- */

/* Where a path leads: to a node; or to where there is none, but could be. */
struct place {
    struct node *node;
    struct node *parent; /* NULL for the directory that the path started from, and those above */
    text name;
    bool slash; /* at the end */
};

static int walk(const struct descriptor *from, text path, struct place *place) {
    struct node *at = from->node;
    if (at->type != TYPE_DIRECTORY) {
        return E_NOT_DIRECTORY;
    }
    if (path.len == 0) {
        return E_NO_ENTRY;
    }
    if (path.ptr[0] == '/') {
        return E_NOT_PERMITTED;
    }
    *place = (struct place){.node = at, .slash = path.ptr[path.len - 1] == '/'};
    for (uint32_t start = 0; start < path.len;) {
        uint32_t end = start;
        while (end < path.len && path.ptr[end] != '/') {
            end++;
        }
        text name = {path.ptr + start, end - start};
        start = end + 1;
        if (name.len == 0) {
            continue;
        }
        if (place->node == NULL) {
            return E_NO_ENTRY;
        }
        if (place->node->type != TYPE_DIRECTORY) {
            return E_NOT_DIRECTORY;
        }
        at = place->node;
        if (name.len == 1 && name.ptr[0] == '.') {
            continue;
        }
        if (name.len == 2 && name.ptr[0] == '.' && name.ptr[1] == '.') {
            if (at == from->node) {
                return E_NOT_PERMITTED;
            }
            place->node = at->parent;
            place->parent = NULL;
            continue;
        }
        place->parent = at;
        place->name = name;
        place->node = find_node(at, name);
    }
    return NO_ERROR;
}

static int find(const struct descriptor *from, text path, struct node **node) {
    struct place place;
    int error = walk(from, path, &place);
    if (error != NO_ERROR) {
        return error;
    }
    if (place.node == NULL) {
        return E_NO_ENTRY;
    }
    if (place.slash && place.node->type != TYPE_DIRECTORY) {
        return E_NOT_DIRECTORY;
    }
    *node = place.node;
    return NO_ERROR;
}

static int changeable(const struct descriptor *self) {
    return !image()->writable ? E_READ_ONLY : self->flags & FLAG_MUTATE_DIRECTORY ? NO_ERROR : E_NOT_PERMITTED;
}

static text kept(text name) {
    char *copy = make(name.len);
    __builtin_memcpy(copy, name.ptr, name.len);
    return (text){copy, name.len};
}

static struct node *new_node(const struct place *place, uint8_t type) {
    struct node *node = add_node(place->parent, kept(place->name), type);
    node->given_name = true;
    return node;
}

EXPORT(METHOD("open-at"))
handle_result *open_at(const struct descriptor *self, uint32_t follow, const char *path, uint32_t len, uint32_t open,
    uint32_t flags) {
    (void)follow;
    struct place place;
    bool changes = (open & (OPEN_CREATE | OPEN_TRUNCATE)) != 0;
    if (changes || (flags & (FLAG_WRITE | FLAG_MUTATE_DIRECTORY))) {
        int error = changes ? changeable(self) : image()->writable ? NO_ERROR : E_READ_ONLY;
        if (error != NO_ERROR) {
            return answer_handle(error, 0);
        }
    }
    int error = walk(self, (text){path, len}, &place);
    if (error != NO_ERROR) {
        return answer_handle(error, 0);
    }
    struct node *node = place.node;
    if (node == NULL) {
        if (!(open & OPEN_CREATE) || (open & OPEN_DIRECTORY)) {
            return answer_handle(E_NO_ENTRY, 0);
        }
        if (place.slash) {
            return answer_handle(E_IS_DIRECTORY, 0);
        }
        if (!place.parent->linked) {
            return answer_handle(E_NO_ENTRY, 0);
        }
        node = new_node(&place, TYPE_REGULAR);
    } else if ((open & OPEN_CREATE) && (open & OPEN_EXCLUSIVE)) {
        return answer_handle(E_EXIST, 0);
    }
    if (node->type == TYPE_DIRECTORY) {
        if (changes || (flags & FLAG_WRITE)) {
            return answer_handle(E_IS_DIRECTORY, 0);
        }
        uint8_t its = FLAG_READ;
        if ((flags & FLAG_MUTATE_DIRECTORY) && (self->flags & FLAG_MUTATE_DIRECTORY)) {
            its |= FLAG_WRITE | FLAG_MUTATE_DIRECTORY;
        }
        return answer_handle(NO_ERROR, open_node(node, its));
    }
    if ((open & OPEN_DIRECTORY) || place.slash) {
        return answer_handle(E_NOT_DIRECTORY, 0);
    }
    if (open & OPEN_TRUNCATE) {
        error = resize_node(node, 0);
        if (error != NO_ERROR) {
            return answer_handle(error, 0);
        }
    }
    return answer_handle(NO_ERROR, open_node(node, (uint8_t)flags & ~FLAG_MUTATE_DIRECTORY));
}

EXPORT(METHOD("create-directory-at")) byte_result *create_directory_at(const struct descriptor *self, const char *path, uint32_t len) {
    struct place place;
    int error = changeable(self);
    error = error != NO_ERROR ? error : walk(self, (text){path, len}, &place);
    if (error != NO_ERROR) {
        return answer(error);
    }
    if (place.node != NULL) {
        return answer(E_EXIST);
    }
    if (!place.parent->linked) {
        return answer(E_NO_ENTRY);
    }
    new_node(&place, TYPE_DIRECTORY);
    return answer(NO_ERROR);
}

/* Something that can be taken out of its directory: no root, and not where the path starts. */
static int removable(const struct descriptor *self, text path, struct node **node) {
    int error = changeable(self);
    error = error != NO_ERROR ? error : find(self, path, node);
    if (error != NO_ERROR) {
        return error;
    }
    return (*node)->parent == NULL || *node == self->node ? E_BUSY : NO_ERROR;
}

EXPORT(METHOD("remove-directory-at")) byte_result *remove_directory_at(const struct descriptor *self, const char *path, uint32_t len) {
    struct node *node;
    int error = removable(self, (text){path, len}, &node);
    if (error != NO_ERROR) {
        return answer(error);
    }
    if (node->type != TYPE_DIRECTORY) {
        return answer(E_NOT_DIRECTORY);
    }
    if (node->children != NULL) {
        return answer(E_NOT_EMPTY);
    }
    unlink_node(node);
    return answer(NO_ERROR);
}

EXPORT(METHOD("unlink-file-at")) byte_result *unlink_file_at(const struct descriptor *self, const char *path, uint32_t len) {
    struct node *node;
    int error = removable(self, (text){path, len}, &node);
    if (error != NO_ERROR) {
        return answer(error);
    }
    if (node->type == TYPE_DIRECTORY) {
        return answer(E_IS_DIRECTORY);
    }
    unlink_node(node);
    return answer(NO_ERROR);
}

static bool is_within(const struct node *node, const struct node *directory) {
    for (; node != NULL; node = node->parent) {
        if (node == directory) {
            return true;
        }
    }
    return false;
}

EXPORT(METHOD("rename-at"))
byte_result *rename_at(const struct descriptor *self, const char *path, uint32_t len, const struct descriptor *to_self,
    const char *to_path, uint32_t to_len) {
    struct node *node;
    struct place to;
    int error = removable(self, (text){path, len}, &node);
    error = error != NO_ERROR ? error : changeable(to_self);
    error = error != NO_ERROR ? error : walk(to_self, (text){to_path, to_len}, &to);
    if (error != NO_ERROR) {
        return answer(error);
    }
    if (to.node == node) {
        return answer(NO_ERROR);
    }
    if (to.node != NULL && (to.parent == NULL || to.node->parent == NULL)) {
        return answer(E_BUSY);
    }
    if (node->type != TYPE_DIRECTORY && to.slash) {
        return answer(E_NOT_DIRECTORY);
    }
    if (is_within(to.parent, node)) {
        return answer(E_INVALID);
    }
    if (to.node != NULL) {
        if (to.node->type != node->type) {
            return answer(to.node->type == TYPE_DIRECTORY ? E_IS_DIRECTORY : E_NOT_DIRECTORY);
        }
        if (to.node->children != NULL) {
            return answer(E_NOT_EMPTY);
        }
        unlink_node(to.node);
    }
    if (!to.parent->linked) {
        return answer(E_NO_ENTRY);
    }
    text name = kept(to.name);
    use_node(node);
    unlink_node(node);
    link_node(node, to.parent, name);
    node->given_name = true;
    leave_node(node);
    return answer(NO_ERROR);
}

/* --- links: there are none --- */

EXPORT(METHOD("link-at"))
byte_result *link_at(const struct descriptor *self, uint32_t follow, const char *path, uint32_t len,
    const struct descriptor *to, const char *to_path, uint32_t to_len) {
    (void)follow, (void)path, (void)len, (void)to, (void)to_path, (void)to_len;
    int error = changeable(self);
    return answer(error != NO_ERROR ? error : E_UNSUPPORTED);
}

EXPORT(METHOD("symlink-at"))
byte_result *symlink_at(const struct descriptor *self, const char *to, uint32_t to_len, const char *path, uint32_t len) {
    (void)to, (void)to_len, (void)path, (void)len;
    int error = changeable(self);
    return answer(error != NO_ERROR ? error : E_UNSUPPORTED);
}

EXPORT(METHOD("readlink-at")) text_result *readlink_at(const struct descriptor *self, const char *path, uint32_t len) {
    static text_result ret;
    struct node *node;
    int error = find(self, (text){path, len}, &node);
    ret = (text_result){.is_err = 1, .error = (uint8_t)(error != NO_ERROR ? error : E_INVALID)};
    done();
    return &ret;
}

/* --- what is known of a file --- */

static stat_result *stat_of(int error, const struct node *node) {
    static stat_result ret;
    ret = (stat_result){.is_err = error != NO_ERROR};
    if (error != NO_ERROR) {
        ret.error = (uint8_t)error;
    } else {
        ret.it = (descriptor_stat){
            .type = node->type, .links = node->linked, .size = node->size, .accessed = node->accessed,
            .modified = node->modified};
    }
    done();
    return &ret;
}

EXPORT(METHOD("stat")) stat_result *stat(const struct descriptor *self) {
    return stat_of(NO_ERROR, self->node);
}

EXPORT(METHOD("stat-at")) stat_result *stat_at(const struct descriptor *self, uint32_t follow, const char *path, uint32_t len) {
    (void)follow;
    struct node *node = NULL;
    int error = find(self, (text){path, len}, &node);
    return stat_of(error, node);
}

static hash_result *hash_of(int error, const struct node *node) {
    static hash_result ret;
    ret = (hash_result){.is_err = error != NO_ERROR};
    if (error != NO_ERROR) {
        ret.error = (uint8_t)error;
    } else {
        ret.lower = node->id;
        ret.upper = 0;
    }
    done();
    return &ret;
}

EXPORT(METHOD("metadata-hash")) hash_result *metadata_hash(const struct descriptor *self) {
    return hash_of(NO_ERROR, self->node);
}

EXPORT(METHOD("metadata-hash-at"))
hash_result *metadata_hash_at(const struct descriptor *self, uint32_t follow, const char *path, uint32_t len) {
    (void)follow;
    struct node *node = NULL;
    int error = find(self, (text){path, len}, &node);
    return hash_of(error, node);
}

EXPORT(METHOD("is-same-object")) int32_t is_same_object(const struct descriptor *self, const struct descriptor *other) {
    return self->node == other->node;
}

EXPORT(METHOD("get-type")) byte_result *get_type(const struct descriptor *self) {
    return answer_value(self->node->type);
}

EXPORT(METHOD("get-flags")) byte_result *get_flags(const struct descriptor *self) {
    return answer_value(self->flags);
}

static void set_time(optional_datetime *time, int32_t how, uint64_t seconds, uint32_t nanoseconds) {
    if (how == TIME_GIVEN) {
        *time = (optional_datetime){1, {seconds, nanoseconds}};
    }
    /* Now: there may be no clock here, and what is not known stays as it is. */
}

EXPORT(METHOD("set-times"))
byte_result *set_times(const struct descriptor *self, NEW_TIMESTAMP(accessed), NEW_TIMESTAMP(modified)) {
    if (!image()->writable) {
        return answer(E_READ_ONLY);
    }
    set_time(&self->node->accessed, accessed, accessed_seconds, accessed_nanoseconds);
    set_time(&self->node->modified, modified, modified_seconds, modified_nanoseconds);
    return answer(NO_ERROR);
}

EXPORT(METHOD("set-times-at"))
byte_result *set_times_at(const struct descriptor *self, uint32_t follow, const char *path, uint32_t len,
    NEW_TIMESTAMP(accessed), NEW_TIMESTAMP(modified)) {
    (void)follow;
    struct node *node;
    int error = image()->writable ? find(self, (text){path, len}, &node) : E_READ_ONLY;
    if (error != NO_ERROR) {
        return answer(error);
    }
    set_time(&node->accessed, accessed, accessed_seconds, accessed_nanoseconds);
    set_time(&node->modified, modified, modified_seconds, modified_nanoseconds);
    return answer(NO_ERROR);
}

/* --- bytes --- */

static int of_file(const struct descriptor *self, uint8_t flag) {
    return self->node->type == TYPE_DIRECTORY ? E_IS_DIRECTORY : self->flags & flag ? NO_ERROR : E_BAD_DESCRIPTOR;
}

#define MOST_READ 65536u

EXPORT(METHOD("read")) read_result *read_at(const struct descriptor *self, uint64_t len, uint64_t offset) {
    static read_result ret;
    int error = of_file(self, FLAG_READ);
    if (error != NO_ERROR) {
        ret = (read_result){.is_err = 1, .error = (uint8_t)error};
        return &ret;
    }
    uint32_t most = len < MOST_READ ? (uint32_t)len : MOST_READ;
    uint8_t *bytes = scratch(most, 1);
    uint32_t count = read_node(self->node, offset, bytes, most);
    ret = (read_result){.ptr = bytes, .len = count, .end = offset >= self->node->size || offset + count >= self->node->size};
    return &ret;
}

AFTER(METHOD("read")) void after_read_at(read_result *it) {
    (void)it;
    done();
}

EXPORT(METHOD("write")) size_result *write_at(const struct descriptor *self, const void *from, uint32_t len, uint64_t offset) {
    static size_result ret;
    int error = of_file(self, FLAG_WRITE);
    error = error != NO_ERROR ? error : write_node(self->node, offset, from, len);
    ret = (size_result){.is_err = error != NO_ERROR};
    if (error != NO_ERROR) {
        ret.error = (uint8_t)error;
    } else {
        ret.it = len;
    }
    done();
    return &ret;
}

EXPORT(METHOD("set-size")) byte_result *set_size(const struct descriptor *self, uint64_t size) {
    int error = of_file(self, FLAG_WRITE);
    return answer(error != NO_ERROR ? error : resize_node(self->node, size));
}

EXPORT(METHOD("advise")) byte_result *advise(const struct descriptor *self, uint64_t offset, uint64_t len, int32_t advice) {
    (void)offset, (void)len, (void)advice;
    return answer(self->node->type == TYPE_DIRECTORY ? E_IS_DIRECTORY : NO_ERROR);
}

EXPORT(METHOD("sync")) byte_result *sync(const struct descriptor *self) {
    (void)self;
    return answer(NO_ERROR);
}

EXPORT(METHOD("sync-data")) byte_result *sync_data(const struct descriptor *self) {
    (void)self;
    return answer(NO_ERROR);
}

/* Whether streams are this component's own: if they are the host's, none can be made. */
IMPORT("content", "own-streams") int32_t own_streams(void);

EXPORT(METHOD("read-via-stream")) handle_result *read_via_stream(const struct descriptor *self, uint64_t offset) {
    int error = own_streams() ? of_file(self, FLAG_READ) : E_UNSUPPORTED;
    return answer_handle(error, error == NO_ERROR ? file_input(self->node, offset) : 0);
}

EXPORT(METHOD("write-via-stream")) handle_result *write_via_stream(const struct descriptor *self, uint64_t offset) {
    int error = own_streams() ? of_file(self, FLAG_WRITE) : E_UNSUPPORTED;
    return answer_handle(error, error == NO_ERROR ? file_output(self->node, offset, false) : 0);
}

EXPORT(METHOD("append-via-stream")) handle_result *append_via_stream(const struct descriptor *self) {
    int error = own_streams() ? of_file(self, FLAG_WRITE) : E_UNSUPPORTED;
    return answer_handle(error, error == NO_ERROR ? file_output(self->node, 0, true) : 0);
}

EXPORT(TYPES("filesystem-error-code")) byte_result *filesystem_error_code(int32_t error) {
    static byte_result ret;
    int code = NO_ERROR;
    if (own_streams()) {
        code = code_of_error(error);
    } else {
        drop_error(error); /* lent by the host */
    }
    ret = code == NO_ERROR ? (byte_result){0} : (byte_result){1, (uint8_t)code};
    return &ret;
}

/* --- directories --- */

EXPORT(METHOD("read-directory")) handle_result *read_directory(const struct descriptor *self) {
    if (self->node->type != TYPE_DIRECTORY) {
        return answer_handle(E_NOT_DIRECTORY, 0);
    }
    uint32_t count = 0;
    uint32_t bytes = 0;
    for (const struct node *node = self->node->children; node != NULL; node = node->next) {
        count++;
        bytes += node->name.len;
    }
    struct entries *it = make(sizeof *it + count * sizeof(struct entry) + bytes);
    char *names = (char *)&it->list[count];
    it->count = count;
    /* The first child is the last that came. */
    for (const struct node *node = self->node->children; node != NULL; node = node->next) {
        __builtin_memcpy(names, node->name.ptr, node->name.len);
        it->list[--count] = (struct entry){node->type, {names, node->name.len}};
        names += node->name.len;
    }
    return answer_handle(NO_ERROR, new_entries(it));
}

EXPORT(TYPES("[method]directory-entry-stream.read-directory-entry")) entry_result *next_entry(struct entries *self) {
    static entry_result ret;
    ret = (entry_result){0};
    if (self->next < self->count) {
        const struct entry *entry = &self->list[self->next++];
        ret.is_some = 1;
        ret.type = entry->type;
        ret.name = entry->name;
    }
    return &ret;
}

EXPORT(TYPES("[dtor]directory-entry-stream")) void end_entries(struct entries *it) {
    release(it);
}
