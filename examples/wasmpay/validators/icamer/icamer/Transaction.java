package icamer;

import belay.guest.Cabi;
import org.teavm.interop.Address;

record Transaction(Bank origin, Bank destination, long amount, String currency, String status, String reason) {
    static Transaction lift(Address at) {
        Address rest = at.add(2 * Bank.SIZE);
        return new Transaction(Bank.lift(at), Bank.lift(at.add(Bank.SIZE)), rest.getLong(),
                Cabi.liftString(rest.add(8)), Cabi.liftString(rest.add(16)), Cabi.liftString(rest.add(24)));
    }
}
