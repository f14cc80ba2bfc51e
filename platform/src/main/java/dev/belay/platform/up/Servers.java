package dev.belay.platform.up;

import dev.belay.host.http.ServerSettings;
import dev.belay.host.tls.Identity;
import dev.belay.host.tls.ServerIdentity;
import dev.belay.platform.admin.AdminAddress;
import dev.belay.platform.manifest.HostSettings;
import dev.belay.platform.serve.SecretReader;
import dev.belay.platform.store.Durable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How a host's servers listen, and what their certificates are: read when it starts, and when their files are replaced. */
final class Servers {
    private static final int LINE = 64;
    /** Whoever replaces a certificate does so days before the one before ends. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final HostSettings settings;
    private final Optional<ServerIdentity> traffic;
    private final Optional<ServerIdentity> operators;

    /**
     * @throws dev.belay.host.tls.TlsException if a certificate or key cannot be used
     */
    Servers(HostSettings settings, SecretReader secrets) {
        this.settings = settings;
        this.traffic = settings.tls().map(its -> identity(its, "http tls", secrets));
        this.operators = settings.admin().tls().map(its -> identity(its, "admin tls", secrets));
    }

    private static ServerIdentity identity(HostSettings.Tls tls, String name, SecretReader secrets) {
        if (tls.pkcs12().isPresent()) {
            Path file = tls.pkcs12().get();
            return ServerIdentity.in(name, List.of(file), () -> Identity.pkcs12(
                    file, tls.password().map(source -> secrets.read(name + " password", source)).orElse("")));
        }
        Path certificate = tls.certificate().orElseThrow();
        Path key = tls.key().orElseThrow();
        return ServerIdentity.in(name, List.of(certificate, key), () -> Identity.pem(certificate, key));
    }

    /** Looks again and again whether certificates were replaced. */
    Runnable watch() {
        if (traffic.isEmpty() && operators.isEmpty()) {
            return () -> {};
        }
        var clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("certificates").factory());
        clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return clock::shutdownNow;
    }

    void look() {
        traffic.ifPresent(ServerIdentity::look);
        operators.ifPresent(ServerIdentity::look);
    }

    ServerSettings http() {
        ServerSettings http = ServerSettings.defaults()
                .withAddress(settings.http())
                .withDrain(settings.drain());
        return traffic.map(http::withTls).orElse(http);
    }

    /** Where requests are taken. */
    String url(int port) {
        return settings.http().withPort(port).url(traffic.isPresent());
    }

    AdminAddress admin() {
        HostSettings.Admin admin = settings.admin();
        return admin.unix().isPresent()
                ? new AdminAddress.Unix(admin.unix().get())
                : new AdminAddress.Network(admin.address().host(), admin.address().port(), operators);
    }

    /** Writes the certificate of the server for operators where commands on this machine find it, and each one that follows. */
    Optional<String> certificate() {
        return operators.map(identity -> {
            Path file = settings.state().resolve(HostFile.CERTIFICATE);
            write(file, identity.now());
            identity.whenOther(other -> write(file, other));
            return file.toString();
        });
    }

    private static void write(Path file, Identity identity) {
        try {
            String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(identity.certificate().getEncoded());
            Durable.write(
                    file,
                    ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n").getBytes(StandardCharsets.US_ASCII),
                    true);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
