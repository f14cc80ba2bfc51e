/**
 * The books of wasmPay. Takes transfers that were judged elsewhere and gives balances and their history; it exists so that the
 * example's components talk to a service and a database as a payment platform would have them.
 *
 * <p>Money is a whole number of a currency's smallest unit. A transfer, its two entries and both balances change in one
 * database transaction, and a transfer with a key that was seen before changes nothing.
 */
@NullMarked
package dev.belay.wasmpay.ledger;

import org.jspecify.annotations.NullMarked;
