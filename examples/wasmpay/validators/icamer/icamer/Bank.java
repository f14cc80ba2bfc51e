package icamer;

import belay.guest.Cabi;
import org.teavm.interop.Address;

record Bank(String id, String code, String country, String currency, String name) {
    /** Bytes a bank takes: five strings. */
    static final int SIZE = 40;

    static Bank lift(Address at) {
        return new Bank(Cabi.liftString(at), Cabi.liftString(at.add(8)), Cabi.liftString(at.add(16)),
                Cabi.liftString(at.add(24)), Cabi.liftString(at.add(32)));
    }
}
