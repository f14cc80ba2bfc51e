package dev.belay.runtime.internal.cache;

/**
 * An entry's file: a head ({@link #MAGIC}, {@link #VERSION}, the entry's name as 32 bytes), the classes, an index, and a tail.
 * The index: how many classes, whether they are all there are, and for each the length of its name, the name, and where it
 * starts, how long it is and its checksum. The tail: where the index starts, how long it is, its checksum, and {@link #MAGIC}
 * again. Numbers are four bytes, the highest first; lengths of names are two.
 */
final class EntryFormat {
    /** "belaycls". */
    static final long MAGIC = 0x62656c6179636c73L;

    static final int VERSION = 1;
    static final int NAME_SIZE = 32;
    static final int HEAD_SIZE = Long.BYTES + Integer.BYTES + NAME_SIZE;
    static final int TAIL_SIZE = 3 * Integer.BYTES + Long.BYTES;
    /** A module of 100 MB, the largest that anything here has been tried with, gives some 400 MB of classes. */
    static final int MAX_FILE = 1 << 30;
    /** Far above the 65,536 classes that modules of a million functions have with their calls by tables. */
    static final int MAX_CLASSES = 1 << 20;
    /** The compiler's longest name has two numbers. */
    static final int MAX_CLASS_NAME = 100;
    /** A class that the JVM takes is a few MB at most. */
    static final int MAX_CLASS = 64 << 20;

    private EntryFormat() {}
}
