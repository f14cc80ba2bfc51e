package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownCredentialsTest {
    @Test
    void aHostsAreAskedForOnceWhateverComesOfIt() {
        var asked = new ArrayList<String>();
        var known = new KnownCredentials(host -> {
            asked.add(host);
            if (host.equals("bad")) {
                throw new RegistryException("no");
            }
            return host.equals("one") ? Optional.of(new Credentials("ada", "x", "test")) : Optional.empty();
        });
        for (int i = 0; i < 3; i++) {
            assertThat(known.of("one")).isPresent();
            assertThat(known.of("two")).isEmpty();
            assertThatThrownBy(() -> known.of("bad")).isInstanceOf(RegistryException.class).hasMessage("no");
        }
        assertThat(asked).containsExactly("one", "two", "bad");
    }
}
