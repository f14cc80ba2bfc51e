package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;

/**
 * A string on its way from one guest to another. How it was encoded decides how much the receiver is asked to allocate.
 *
 * @param encoding of the sender; latin1+utf16 is told apart by {@code wide}
 * @param codeUnits in the sender's encoding
 * @param wide whether a sender of latin1+utf16 used two bytes each
 */
record GuestString(String text, StringEncoding encoding, int codeUnits, boolean wide) {}
