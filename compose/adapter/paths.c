/* What is done to paths below a directory. */
#include "state.h"

#ifdef FILES_TOO

static errno_t plain(byte_result result) {
    return result.is_err ? error_of(result.it) : OK;
}

static uint32_t descriptor_flags(uint64_t rights, uint32_t flags) {
    return (rights & (RIGHT_READ | RIGHT_READDIR) ? FLAG_READ : 0)
        | (rights & (RIGHT_WRITE | RIGHT_ALLOCATE | RIGHT_SET_SIZE) ? FLAG_WRITE : 0)
        | (flags & FD_SYNC ? FLAG_FILE_SYNC : 0) | (flags & FD_DSYNC ? FLAG_DATA_SYNC : 0)
        | (flags & FD_RSYNC ? FLAG_WRITE_SYNC : 0);
}

static bool may_change(handle directory) {
    byte_result flags;
    fs_get_flags(directory, &flags);
    return !flags.is_err && (flags.it & FLAG_MUTATE_DIRECTORY);
}

PREVIEW1(path_open)(uint32_t number, uint32_t follow, address path, uint32_t len, uint32_t flags, uint64_t rights,
    uint64_t inherited, uint32_t fd_flags, address opened) {
    (void)inherited;
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    int slot = free_fd();
    if (slot < 0) {
        return ERR_NFILE;
    }
    text it = path_at(path, len);
    uint32_t wanted = descriptor_flags(rights, fd_flags);
    if (flags & O_DIRECTORY) {
        /* What is opened as a directory is for what is below it: as changeable as the one above. */
        wanted = (wanted & ~(uint32_t)FLAG_WRITE) | (may_change(directory) ? FLAG_MUTATE_DIRECTORY : 0);
    }
    uint32_t open_flags = (flags & O_CREAT ? OPEN_CREATE : 0) | (flags & O_DIRECTORY ? OPEN_DIRECTORY : 0)
        | (flags & O_EXCL ? OPEN_EXCLUSIVE : 0) | (flags & O_TRUNC ? OPEN_TRUNCATE : 0);
    handle_result result;
    fs_open(directory, follow & PATH_FOLLOW, it.ptr, it.len, open_flags, wanted, &result);
    if (result.is_err) {
        return error_of(result.error);
    }
    byte_result type;
    fs_get_type(result.it, &type);
    bool is_directory = !type.is_err && type.it == TYPE_DIRECTORY;
    if (is_directory && !(flags & O_DIRECTORY) && may_change(directory)) {
        /* Only now is it known to be one. */
        handle_result again;
        fs_open(directory, follow & PATH_FOLLOW, it.ptr, it.len, open_flags | OPEN_DIRECTORY,
            wanted | FLAG_MUTATE_DIRECTORY, &again);
        if (!again.is_err) {
            drop_descriptor(result.it);
            result.it = again.it;
        }
    }
    *fd_slot(slot) =
        (struct fd){.kind = is_directory ? DIRECTORY_FD : FILE_FD, .it = result.it, .flags = (uint16_t)fd_flags,
            .writes = (wanted & FLAG_WRITE) != 0};
    store32(opened, (uint32_t)slot);
    return OK;
}

PREVIEW1(path_create_directory)(uint32_t number, address path, uint32_t len) {
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    text it = path_at(path, len);
    byte_result result;
    fs_create_directory(directory, it.ptr, it.len, &result);
    return plain(result);
}

PREVIEW1(path_remove_directory)(uint32_t number, address path, uint32_t len) {
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    text it = path_at(path, len);
    byte_result result;
    fs_remove_directory(directory, it.ptr, it.len, &result);
    return plain(result);
}

PREVIEW1(path_unlink_file)(uint32_t number, address path, uint32_t len) {
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    text it = path_at(path, len);
    byte_result result;
    fs_unlink(directory, it.ptr, it.len, &result);
    return plain(result);
}

PREVIEW1(path_rename)(uint32_t number, address path, uint32_t len, uint32_t to_number, address to, uint32_t to_len) {
    scratch_reset();
    handle directory;
    handle to_directory;
    errno_t error = directory_at(number, &directory);
    error = error != OK ? error : directory_at(to_number, &to_directory);
    if (error != OK) {
        return error;
    }
    text from = path_at(path, len);
    text target = path_at(to, to_len);
    byte_result result;
    fs_rename(directory, from.ptr, from.len, to_directory, target.ptr, target.len, &result);
    return plain(result);
}

PREVIEW1(path_link)(uint32_t number, uint32_t follow, address path, uint32_t len, uint32_t to_number, address to,
    uint32_t to_len) {
    scratch_reset();
    handle directory;
    handle to_directory;
    errno_t error = directory_at(number, &directory);
    error = error != OK ? error : directory_at(to_number, &to_directory);
    if (error != OK) {
        return error;
    }
    text from = path_at(path, len);
    text target = path_at(to, to_len);
    byte_result result;
    fs_link(directory, follow & PATH_FOLLOW, from.ptr, from.len, to_directory, target.ptr, target.len, &result);
    return plain(result);
}

PREVIEW1(path_symlink)(address target, uint32_t target_len, uint32_t number, address path, uint32_t len) {
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    text to = path_at(target, target_len);
    text it = path_at(path, len);
    byte_result result;
    fs_symlink(directory, to.ptr, to.len, it.ptr, it.len, &result);
    return plain(result);
}

PREVIEW1(path_readlink)(uint32_t number, address path, uint32_t len, address to, uint32_t size, address used) {
    scratch_reset();
    handle directory;
    errno_t error = directory_at(number, &directory);
    if (error != OK) {
        return error;
    }
    text it = path_at(path, len);
    text_result result;
    fs_readlink(directory, it.ptr, it.len, &result);
    if (result.is_err) {
        return error_of(result.error);
    }
    uint32_t count = result.it.len < size ? result.it.len : size;
    give(to, result.it.ptr, count);
    store32(used, count);
    return OK;
}

#endif
