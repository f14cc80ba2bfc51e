package dev.belay.wasi.virt;

import dev.belay.component.binary.CoreModule;
import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.binary.CoreModuleOutline;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreValType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Small modules that go with the harness's own. */
final class GeneratedModules {
    private static final CoreType.Func COPY =
            new CoreType.Func(Collections.nCopies(3, CoreValType.I32), List.of());
    private static final CoreType.Func FLAG = new CoreType.Func(List.of(), List.of(CoreValType.I32));

    private GeneratedModules() {}

    /** Holds an image in a segment that is in no memory, and copies parts of it into the harness's. */
    static byte[] content(Bytes image, boolean ownStreams) {
        var module = new CoreModuleBuilder();
        module.importMemory("env", "memory", CoreType.Limits.of(0));
        int segment = module.passiveData(image);
        module.export("copy", CoreSort.FUNC, module.function(
                COPY, body -> body.localGet(0).localGet(1).localGet(2).memoryInit(segment)));
        module.export("own-streams", CoreSort.FUNC, module.function(FLAG, body -> body.i32Const(ownStreams ? 1 : 0)));
        return module.build().toByteArray();
    }

    /**
     * By module name, a stand-in for each that {@code harness} imports from though it is not allowed to: functions that are
     * never called, since the image says so, and trap.
     */
    static Map<String, byte[]> neverCalled(CoreModule harness, Predicate<String> allowed) {
        var builders = new LinkedHashMap<String, CoreModuleBuilder>();
        for (CoreModuleOutline.Import item : harness.outline().imports()) {
            if (!allowed.test(item.module()) && item.type() instanceof CoreExtern.Func(int type)) {
                var builder = builders.computeIfAbsent(item.module(), _ -> new CoreModuleBuilder());
                builder.export(item.name(), CoreSort.FUNC, builder.function(
                        harness.functionType(type), CoreModuleBuilder.Body::unreachable));
            }
        }
        var modules = new LinkedHashMap<String, byte[]>();
        builders.forEach((name, builder) -> modules.put(name, builder.build().toByteArray()));
        return modules;
    }
}
