package dev.belay.runtime.internal.instance;

import dev.belay.component.abi.Flattening;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.runtime.internal.plan.CoreSource;
import java.util.ArrayList;
import java.util.List;

/** Core signatures of functions lowered with {@code async}, so that modules that import them link. */
final class AsyncSignatures {
    /** The specification's MAX_FLAT_ASYNC_PARAMS. */
    private static final int MAX_FLAT_ASYNC_PARAMS = 4;

    private AsyncSignatures() {}

    static CoreType.Func lowered(CoreSource.Lowered lowered) {
        var type = lowered.target().type();
        if (!lowered.options().async()) {
            return Flattening.lowered(type);
        }
        List<CoreValType> flat = Flattening.flattenParams(type);
        var params = new ArrayList<>(flat.size() > MAX_FLAT_ASYNC_PARAMS ? List.of(CoreValType.I32) : flat);
        if (type.result().isPresent()) {
            params.add(CoreValType.I32);
        }
        return new CoreType.Func(params, List.of(CoreValType.I32));
    }
}
