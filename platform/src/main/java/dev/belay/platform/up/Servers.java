package dev.belay.platform.up;

import dev.belay.host.http.ServerSettings;
import dev.belay.host.tls.Identity;
import dev.belay.platform.admin.AdminAddress;
import dev.belay.platform.manifest.HostSettings;
import dev.belay.platform.serve.SecretReader;
import dev.belay.platform.store.Durable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Optional;

/** How a host's servers listen, and what their certificates are: read once, when it starts. */
final class Servers {
    private static final int LINE = 64;

    private final HostSettings settings;
    private final Optional<Identity> traffic;
    private final Optional<Identity> operators;

    /**
     * @throws dev.belay.host.tls.TlsException if a certificate or key cannot be used
     */
    Servers(HostSettings settings, SecretReader secrets) {
        this.settings = settings;
        this.traffic = settings.tls().map(its -> identity(its, "http tls password", secrets));
        this.operators = settings.admin().tls().map(its -> identity(its, "admin tls password", secrets));
    }

    private static Identity identity(HostSettings.Tls tls, String name, SecretReader secrets) {
        return tls.pkcs12().isPresent()
                ? Identity.pkcs12(tls.pkcs12().get(), tls.password().map(source -> secrets.read(name, source)).orElse(""))
                : Identity.pem(tls.certificate().orElseThrow(), tls.key().orElseThrow());
    }

    ServerSettings http() {
        ServerSettings http = ServerSettings.defaults()
                .withAddress(settings.http().host(), settings.http().port())
                .withDrain(settings.drain());
        return traffic.map(http::withTls).orElse(http);
    }

    /** Where requests are taken. */
    String url(int port) {
        String host = settings.http().host();
        return (traffic.isPresent() ? "https://" : "http://") + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    AdminAddress admin() {
        HostSettings.Admin admin = settings.admin();
        return admin.unix().isPresent()
                ? new AdminAddress.Unix(admin.unix().get())
                : new AdminAddress.Network(admin.address().host(), admin.address().port(), operators);
    }

    /** Writes the certificate of the server for operators where commands on this machine find it. */
    Optional<String> certificate() {
        return operators.map(identity -> {
            Path file = settings.state().resolve(HostFile.CERTIFICATE);
            try {
                String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(identity.certificate().getEncoded());
                Durable.write(
                        file,
                        ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n").getBytes(StandardCharsets.US_ASCII),
                        true);
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read cannot be written", e);
            }
            return file.toString();
        });
    }
}
