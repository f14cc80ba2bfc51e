package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.runtime.Limits;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SharedModulesTest {
    /** Collections until what nobody reaches has to be gone: the first is enough unless the JVM is busy. */
    private static final int MOST_COLLECTIONS = 100;

    private static final int THREADS = 8;

    private final EndiveEngine engine = EndiveEngine.compiling(Optional.empty(), false);

    @Test
    void modulesOfTheSameBytesAreOne() {
        byte[] within = new byte[100];
        byte[] module = TinyModule.giving(42);
        System.arraycopy(module, 0, within, 10, module.length);

        CoreModule one = engine.load(Bytes.of(module));

        assertThat(engine.load(Bytes.of(within, 10, module.length))).isSameAs(one);
        assertThat(engine.load(Bytes.of(TinyModule.giving(43)))).isNotSameAs(one);
        assertThat(EndiveEngine.compiling(Optional.empty(), false).load(Bytes.of(module))).isNotSameAs(one);
    }

    @Test
    void threadsThatLoadAtTheSameTimeGetOneModule() throws Exception {
        var found = Collections.newSetFromMap(new IdentityHashMap<CoreModule, Boolean>());
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<CoreModule>> loads =
                    Collections.nCopies(THREADS, () -> engine.load(Bytes.of(TinyModule.giving(1))));
            for (var load : threads.invokeAll(loads)) {
                found.add(load.get());
            }
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void aModuleAndItsClassesGoWithItsLastUser() {
        var users = new ArrayList<CoreModule>(List.of(load(42), load(42)));
        WeakReference<Class<?>> compiled = classOf(users.getFirst());
        users.removeLast();
        assertThat(load(42)).isSameAs(users.getFirst());

        users.clear();

        assertThat(goes(compiled)).as("the classes are gone").isTrue();
        assertThat(result(load(42))).isEqualTo(42);
    }

    @Test
    void whatCannotBeLoadedIsRefusedEachTimeAndNotKept() {
        byte[] broken = TinyModule.giving(42);
        broken[broken.length - 1] = 0;
        var shared = new SharedModules();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> engine.load(Bytes.of(broken))).isInstanceOf(InvalidComponentException.class);
            assertThatThrownBy(() -> shared.get(Bytes.of(broken), _ -> {
                        throw new IllegalStateException("not this one");
                    }))
                    .hasMessage("not this one");
        }
        assertThat(shared.size()).isZero();
    }

    private CoreModule load(int value) {
        return engine.load(Bytes.of(TinyModule.giving(value)));
    }

    private static WeakReference<Class<?>> classOf(CoreModule module) {
        return new WeakReference<>(function(module).typed().getClass());
    }

    static long result(CoreModule module) {
        return function(module).call()[0];
    }

    private static CoreItem.Function function(CoreModule module) {
        return (CoreItem.Function) module.instantiate((_, _) -> Optional.empty(), new CoreBudget(Limits.defaults()))
                .export(TinyModule.EXPORT)
                .orElseThrow();
    }

    private static boolean goes(WeakReference<?> reference) {
        for (int i = 0; i < MOST_COLLECTIONS && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }
}
