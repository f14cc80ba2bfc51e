package dev.belay.runtime.internal.jit;

import run.endive.wasm.types.TypeSection;

/** Types that modules define, compared across modules: by what their groups look like, and by their declared supertypes. */
public final class DefinedTypes {
    private DefinedTypes() {}

    /** Whether type {@code index} of one module is type {@code wanted} of another, or a subtype of it. */
    public static boolean isSubtype(TypeSection types, int index, TypeSection wantedTypes, int wanted) {
        int current = index;
        while (true) {
            if (isSame(types, current, wantedTypes, wanted)) {
                return true;
            }
            int[] supertypes = types.getSubType(current).typeIdx();
            if (supertypes.length == 0) {
                return false;
            }
            current = supertypes[0];
        }
    }

    public static boolean isSame(TypeSection types, int index, TypeSection otherTypes, int other) {
        return TypeSection.crossModuleCanonicallyEquivalent(types, index, otherTypes, other);
    }
}
