package dev.belay.build;

import dev.belay.component.binary.CoreModule;
import dev.belay.component.binary.CoreModuleTrimmer;
import dev.belay.component.model.Bytes;
import java.util.Set;

/** A core module without what TeaVM exports for an embedder in JavaScript, and what only that uses. */
final class CoreExports {
    private static final String FOR_EMBEDDERS = "teavm_";
    /** They run the main method, which does nothing: exports are called without it. */
    private static final Set<String> STARTS = Set.of("start", "_start");

    private CoreExports() {}

    static byte[] needed(byte[] core) {
        var whole = CoreModule.read(Bytes.of(core));
        return CoreModuleTrimmer.keep(whole, name -> !name.startsWith(FOR_EMBEDDERS) && !STARTS.contains(name))
                .write()
                .toByteArray();
    }
}
