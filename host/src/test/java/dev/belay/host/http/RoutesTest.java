package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.JavaGuest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final HttpHandler one = JavaGuest.handler(_ -> {});
    private final HttpHandler other = JavaGuest.handler(_ -> {});

    @Test
    void theFirstSegmentDecides() {
        var routes = Routes.byFirstSegment(Map.of("one", one, "other", other));
        assertThat(routes.find("/one")).contains(one);
        assertThat(routes.find("/one/two/three")).contains(one);
        assertThat(routes.find("/other/")).contains(other);
        assertThat(routes.find("/")).isEmpty();
        assertThat(routes.find("")).isEmpty();
        assertThat(routes.find("/onetwo")).isEmpty();
        assertThat(routes.find("//one")).isEmpty();
        assertThat(routes.find("*")).isEmpty();
    }

    @Test
    void oneHandlerTakesAll() {
        assertThat(Routes.to(one).find("")).contains(one);
        assertThat(Routes.to(one).find("/any/path")).contains(one);
    }

    @Test
    void anotherHandlerTakesTheRest() {
        var routes = Routes.byFirstSegment(Map.of("one", one)).otherwise(other);
        assertThat(routes.find("/one/path")).contains(one);
        assertThat(routes.find("/two")).contains(other);
        assertThat(routes.find("/")).contains(other);
        assertThat(routes.find("")).contains(other);
        assertThat(routes.handlers()).containsExactly(one, other);
    }

    @Test
    void refusesWhatNoPathCanHave() {
        assertThatThrownBy(() -> Routes.byFirstSegment(Map.of("a/b", one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a/b'");
    }
}
