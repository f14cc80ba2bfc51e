package icamer;

import dev.belay.guest.files.VirtualFiles;
import java.io.IOException;
import java.util.Optional;
import wasmpay.platform.Validation;

/** Icamer's rule: both banks must be in a country of its list. */
public final class Validator implements Validation {
    private static final String LIST = "/rules/countries.txt";
    /** Bytes of the list: all countries that there are take less. */
    private static final int MAX_LIST = 16 << 10;

    @Override
    public ValidateResponse validate(Transaction transaction) {
        Countries supported;
        try {
            supported = Countries.of(VirtualFiles.text(LIST, MAX_LIST));
        } catch (IOException e) {
            return refuse("No list of supported countries: " + e.getMessage());
        }
        if (!supported.has(transaction.origin().country())) {
            return refuse("Unsupported origin country: " + transaction.origin().country());
        }
        if (!supported.has(transaction.destination().country())) {
            return refuse("Unsupported destination country: " + transaction.destination().country());
        }
        return new ValidateResponse(true, Optional.empty());
    }

    private static ValidateResponse refuse(String reason) {
        return new ValidateResponse(false, Optional.of(reason));
    }
}
