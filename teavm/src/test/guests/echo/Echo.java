package echo;

import belay.guests.Values;
import dev.belay.guest.Result;
import dev.belay.guest.Tuple;
import dev.belay.guest.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives back what it is given. */
public final class Echo implements Values {
    private static int live;

    /** The resource. */
    private static final class Count extends Counter {
        private long value;

        Count(long start) {
            value = start;
            live++;
        }

        @Override
        public long add(long amount) {
            value += amount;
            return value;
        }

        @Override
        public long value() {
            return value;
        }

        @Override
        protected void dropped() {
            live--;
        }
    }

    @Override
    public void nothing() {
        throw new IllegalStateException("as the test wants it");
    }

    @Override
    public Counter newCounter(long start) {
        return new Count(start);
    }

    @Override
    public long counterSum(List<Counter> counters) {
        return counters.stream().mapToLong(Counter::value).sum();
    }

    @Override
    public Counter counterMerge(Counter a, Counter b) {
        var merged = new Count(a.value() + b.value());
        a.close();
        b.close();
        return merged;
    }

    @Override
    public long peek(Counter value) {
        return value.value();
    }

    @Override
    public long liveCounters() {
        return live;
    }

    @Override
    public boolean echoBool(boolean value) {
        return value;
    }

    @Override
    public int echoU8(int value) {
        return value;
    }

    @Override
    public int echoU16(int value) {
        return value;
    }

    @Override
    public long echoU32(long value) {
        return value;
    }

    @Override
    public long echoU64(long value) {
        return value;
    }

    @Override
    public byte echoS8(byte value) {
        return value;
    }

    @Override
    public short echoS16(short value) {
        return value;
    }

    @Override
    public int echoS32(int value) {
        return value;
    }

    @Override
    public long echoS64(long value) {
        return value;
    }

    @Override
    public float echoF32(float value) {
        return value;
    }

    @Override
    public double echoF64(double value) {
        return value;
    }

    @Override
    public int echoChar(int value) {
        return value;
    }

    @Override
    public String echoString(String value) {
        return value;
    }

    @Override
    public byte[] echoBytes(byte[] value) {
        return value;
    }

    @Override
    public List<Boolean> echoBools(List<Boolean> value) {
        return value;
    }

    @Override
    public List<Integer> echoU16s(List<Integer> value) {
        return value;
    }

    @Override
    public List<Long> echoS64s(List<Long> value) {
        return value;
    }

    @Override
    public List<Double> echoF64s(List<Double> value) {
        return value;
    }

    @Override
    public List<Integer> echoChars(List<Integer> value) {
        return value;
    }

    @Override
    public List<String> echoStrings(List<String> value) {
        return value;
    }

    @Override
    public List<List<String>> echoNested(List<List<String>> value) {
        return value;
    }

    @Override
    public List<Tuple.Of2<String, Integer>> echoPairs(List<Tuple.Of2<String, Integer>> value) {
        return value;
    }

    @Override
    public Tuple.Of3<Integer, Long, String> echoTuple(Tuple.Of3<Integer, Long, String> value) {
        return value;
    }

    @Override
    public Person echoPerson(Person value) {
        return value;
    }

    @Override
    public List<Person> echoPeople(List<Person> value) {
        return value;
    }

    @Override
    public Shape echoShape(Shape value) {
        return value;
    }

    @Override
    public List<Shape> echoShapes(List<Shape> value) {
        return value;
    }

    @Override
    public Color echoColor(Color value) {
        return value;
    }

    @Override
    public Set<Permissions> echoPermissions(Set<Permissions> value) {
        return value;
    }

    @Override
    public Set<Months> echoMonths(Set<Months> value) {
        return value;
    }

    @Override
    public Set<Bits> echoBits(Set<Bits> value) {
        return value;
    }

    @Override
    public Optional<Long> echoOption(Optional<Long> value) {
        return value;
    }

    @Override
    public Optional<String> echoOptionString(Optional<String> value) {
        return value;
    }

    @Override
    public Optional<Optional<Integer>> echoOptionOption(Optional<Optional<Integer>> value) {
        return value;
    }

    @Override
    public Result<String, Long> echoResult(Result<String, Long> value) {
        return value;
    }

    @Override
    public Result<Long, Float> echoResultMixed(Result<Long, Float> value) {
        return value;
    }

    @Override
    public Result<Integer, Unit> echoResultOk(Result<Integer, Unit> value) {
        return value;
    }

    @Override
    public Result<Unit, String> echoResultErr(Result<Unit, String> value) {
        return value;
    }

    @Override
    public Result<Unit, Unit> echoResultEmpty(Result<Unit, Unit> value) {
        return value;
    }

    @Override
    public Tuple.Of17<Integer, Short, Long, Long, Float, Double, Boolean, Integer, String,
            Integer, Short, Long, Long, Float, Double, Boolean, Integer> echoMany(
            int a, short b, long c, long d, float e, double f, boolean g, int h, String i, int j, short k, long l, long m, float n, double o, boolean p, int q) {
        return new Tuple.Of17<>(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
    }

    @Override
    public Counter echoCounter(Counter value) {
        return value;
    }

    @Override
    public List<Counter> echoCounters(List<Counter> value) {
        return value;
    }
}
