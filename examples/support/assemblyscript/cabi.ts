// The guest's side of the canonical ABI in AssemblyScript, for its runtime `stub`, whose heap grows until it is reset.

export function cabi_realloc(old: usize, oldSize: usize, align: usize, size: usize): usize {
  return size == 0 ? align : old == 0 || oldSize == 0 ? heap.alloc(size) : heap.realloc(old, size);
}

/** The string whose pointer and length are at an address. The ABI has checked that it is UTF-8. */
export function loadString(at: usize): string {
  return String.UTF8.decodeUnsafe(load<usize>(at), load<usize>(at, 4));
}

/** Writes pointer and length of a copy of the string to an address. */
export function storeString(at: usize, text: string): void {
  const bytes = String.UTF8.encode(text);
  store<usize>(at, changetype<usize>(bytes));
  store<usize>(at, bytes.byteLength, 4);
}

/** Takes back all memory of the call: for its post-return. Nothing may be kept from one call for the next. */
export function done(): void {
  heap.reset();
}
