package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.cache.Hashes;

/** A module's SHA-256, in hexadecimal digits. */
record ModuleHash(String hex) {
    static ModuleHash of(Bytes module) {
        var digest = Hashes.sha256();
        digest.update(module.array(), module.offset(), module.size());
        return new ModuleHash(Hashes.hex(digest.digest()));
    }
}
