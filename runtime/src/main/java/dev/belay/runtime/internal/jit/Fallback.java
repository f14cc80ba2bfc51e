package dev.belay.runtime.internal.jit;

import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;

/** Endive's interpreter for the functions that are not compiled. What they call by a table is compiled again. */
final class Fallback extends InterpreterMachine {
    Fallback(Instance instance) {
        super(instance);
    }

    @Override
    protected boolean useCurrentInstanceInterpreter(Instance own, Instance target, int function) {
        return false;
    }
}
