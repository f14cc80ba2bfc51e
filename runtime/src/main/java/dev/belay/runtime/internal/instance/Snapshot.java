package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreImage;
import java.util.List;

/**
 * What a fresh instance holds before it is first called, to start others from.
 *
 * @param images of its core instances, in order
 * @param taken what they may use at least, to be what they are
 */
record Snapshot(List<CoreImage> images, CoreBudget.Taken taken) {}
