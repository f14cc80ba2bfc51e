package dev.belay.runtime.internal.endive;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.memory.MemoryImage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.MemoryLimits;

/**
 * One instance's view of a linear memory, in Endive's form.
 *
 * <p>Each instance that imports a memory gets a view of its own, since Endive asks the memory, not the instance, for the
 * instance's data segments.
 */
final class EndiveMemory implements Memory, CoreItem.Memory {
    private static final DataSegment[] NO_SEGMENTS = {};

    private final LinearMemory memory;
    private final MemoryLimits limits;
    private final Supplier<@Nullable MemoryImage> knownImage;
    private final Consumer<MemoryImage> newImage;
    private DataSegment[] segments = NO_SEGMENTS;

    EndiveMemory(LinearMemory memory, MemoryLimits limits) {
        this(memory, limits, () -> null, _ -> {});
    }

    /**
     * @param knownImage what the module's segments leave in this memory, if that is known
     * @param newImage is told it otherwise
     */
    EndiveMemory(
            LinearMemory memory,
            MemoryLimits limits,
            Supplier<@Nullable MemoryImage> knownImage,
            Consumer<MemoryImage> newImage) {
        this.memory = memory;
        this.limits = limits;
        this.knownImage = knownImage;
        this.newImage = newImage;
    }

    /** Those of the instance that has this, where it is not initialised. */
    void segments(DataSegment[] ofInstance) {
        segments = ofInstance;
    }

    /** The same memory, for another instance. */
    EndiveMemory view() {
        return new EndiveMemory(memory, limits);
    }

    @Override
    public LinearMemory memory() {
        return memory;
    }

    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments) {
        initialize(instance, dataSegments, 0);
    }

    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
        segments = dataSegments;
        MemoryImage image = knownImage.get();
        if (image != null) {
            memory.restore(image);
            return;
        }
        for (DataSegment segment : dataSegments) {
            if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
                int offset = (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
                memory.write(offset, active.data(), 0, active.data().length);
            }
        }
        newImage.accept(memory.image());
    }

    @Override
    public void initPassiveSegment(int segmentId, int dest, int offset, int size) {
        byte[] data = segments[segmentId].data();
        if (Integer.toUnsignedLong(offset) + Integer.toUnsignedLong(size) > data.length) {
            throw Trap.of(Trap.Kind.MEMORY_OUT_OF_BOUNDS, "beyond the end of data segment " + segmentId);
        }
        memory.write(dest, data, offset, size);
    }

    @Override
    public void drop(int segment) {
        // the instance drops it from the array that this shares
    }

    @Override
    public int pages() {
        return memory.pages();
    }

    @Override
    public int grow(int size) {
        return memory.grow(size);
    }

    @Override
    public int initialPages() {
        return limits.initialPages();
    }

    @Override
    public int maximumPages() {
        return Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
    }

    @Override
    public boolean shared() {
        return limits.shared();
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public Object lock(int address) {
        return memory;
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public int waitOn(int address, int expected, long timeout) {
        throw new WasmEngineException("memory.atomic.wait is not supported: instances are confined to one thread");
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public int waitOn(int address, long expected, long timeout) {
        throw new WasmEngineException("memory.atomic.wait is not supported: instances are confined to one thread");
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public int notify(int address, int maxThreads) {
        return 0;
    }

    @Override
    public void write(int addr, byte[] data, int offset, int size) {
        memory.write(addr, data, offset, size);
    }

    @Override
    public byte read(int addr) {
        return memory.readByte(addr);
    }

    @Override
    public byte[] readBytes(int addr, int len) {
        return memory.read(addr, len);
    }

    @Override
    public void writeI32(int addr, int data) {
        memory.writeInt(addr, data);
    }

    @Override
    public int readInt(int addr) {
        return memory.readInt(addr);
    }

    @Override
    public void writeLong(int addr, long data) {
        memory.writeLong(addr, data);
    }

    @Override
    public long readLong(int addr) {
        return memory.readLong(addr);
    }

    @Override
    public void writeShort(int addr, short data) {
        memory.writeShort(addr, data);
    }

    @Override
    public short readShort(int addr) {
        return memory.readShort(addr);
    }

    @Override
    public long readU16(int addr) {
        return Short.toUnsignedLong(memory.readShort(addr));
    }

    @Override
    public void writeByte(int addr, byte data) {
        memory.writeByte(addr, data);
    }

    @Override
    public void writeF32(int addr, float data) {
        memory.writeInt(addr, Float.floatToRawIntBits(data));
    }

    @Override
    public long readF32(int addr) {
        return Integer.toUnsignedLong(memory.readInt(addr));
    }

    @Override
    public float readFloat(int addr) {
        return Float.intBitsToFloat(memory.readInt(addr));
    }

    @Override
    public void writeF64(int addr, double data) {
        memory.writeLong(addr, Double.doubleToRawLongBits(data));
    }

    @Override
    public double readDouble(int addr) {
        return Double.longBitsToDouble(memory.readLong(addr));
    }

    @Override
    public long readF64(int addr) {
        return memory.readLong(addr);
    }

    @Override
    public void zero() {
        // a memory is all zeros when it is made, and Endive asks for this at no other time
    }

    @Override
    public void fill(byte value, int fromIndex, int toIndex) {
        memory.fill(fromIndex, toIndex - fromIndex, value);
    }

    @Override
    public void copy(int dest, int src, int size) {
        LinearMemory.copy(memory, src, memory, dest, size);
    }
}
