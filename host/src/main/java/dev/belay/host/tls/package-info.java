/**
 * Certificates and keys in files.
 *
 * <p>Takes: PEM and PKCS#12. Gives: what a server shows to its clients, also when the files are replaced, and whom a client trusts. Exists so that everything here that
 * speaks TLS reads the same files and says the same of what is wrong with them.
 */
@NullMarked
package dev.belay.host.tls;

import org.jspecify.annotations.NullMarked;
