package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebTest {
    @ParameterizedTest
    @CsvSource({
        "https://registry.example.com/v2/, /token, https://registry.example.com/token",
        "https://registry.example.com/v2/, //storage.example.com/x, https://storage.example.com/x",
        "https://registry.example.com/v2/, https://auth.example.com/token, https://auth.example.com/token",
        "http://127.0.0.1:5000/v2/, http://localhost:5001/x, http://localhost:5001/x",
        "http://127.0.0.1:5000/v2/, https://auth.example.com/x, https://auth.example.com/x"
    })
    void leadsByTlsOrStaysOnThisMachine(String from, String address, String to) {
        assertThat(Web.named(URI.create(from), address)).contains(URI.create(to));
    }

    @ParameterizedTest
    @CsvSource({
        // What runs on the user's machine is none of the registry's business.
        "https://registry.example.com/v2/, http://127.0.0.1/x",
        "https://registry.example.com/v2/, http://registry.example.com/x",
        "http://127.0.0.1:5000/v2/, http://registry.example.com/x",
        "http://127.0.0.1:5000/v2/, http://127.0.0.1.example.com/x",
        "https://registry.example.com/v2/, https://ada:x@registry.example.com/",
        "https://registry.example.com/v2/, mailto:ada@example.com",
        "https://registry.example.com/v2/, https:///x",
        "https://registry.example.com/v2/, https:x",
        "https://registry.example.com/v2/, ' '"
    })
    void leadsNowhereElse(String from, String address) {
        assertThat(Web.named(URI.create(from), address)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a, https://H:443/b, true",
        "http://h/a, http://h:80/b, true",
        "https://h/a, http://h/a, false",
        "https://h/a, https://h:444/a, false",
        "https://h/a, https://h.example/a, false",
        "http://h:443/a, https://h/a, false"
    })
    void whoIsKnownToOneIsKnownToItsOriginAlone(String one, String other, boolean same) {
        assertThat(Web.isSameOrigin(URI.create(one), URI.create(other))).isEqualTo(same);
    }

    @Test
    void aPlaceHasNoSignatureInIt() {
        assertThat(Web.place(URI.create("https://storage.example.com:444/path/s3cret?signature=s3cret#s3cret"))).isEqualTo("https://storage.example.com:444");
    }
}
