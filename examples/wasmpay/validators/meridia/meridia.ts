// Meridia's rule: every transaction says what it is for, in at most 35 characters, as much as a statement has room for.

import { done, loadString, storeString } from '../../../support/assemblyscript/cabi';

export { cabi_realloc } from '../../../support/assemblyscript/cabi';

const ROOM = 35;

// The ABI's layout: the transaction's last field, and a response of a flag and an optional string.
const REASON: usize = 104;
const RESPONSE_SIZE: usize = 16;
const IS_SOME: usize = 4;
const TEXT: usize = 8;

/** An empty string when there is nothing against it. */
function refusal(purpose: string): string {
  if (purpose.trim().length == 0) return 'A reason is needed';
  const length = String.UTF8.byteLength(purpose) == purpose.length ? purpose.length : codePoints(purpose);
  return length <= ROOM ? '' : `Reason too long for a statement: ${length} characters, at most ${ROOM}`;
}

function codePoints(text: string): i32 {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    // The second half of a pair does not count.
    if ((text.charCodeAt(i) & 0xfc00) != 0xdc00) count++;
  }
  return count;
}

export function validate(transaction: usize): usize {
  const reason = refusal(loadString(transaction + REASON));
  const response = heap.alloc(RESPONSE_SIZE);
  memory.fill(response, 0, RESPONSE_SIZE);
  if (reason.length == 0) {
    store<u8>(response, 1);
  } else {
    store<u8>(response, 1, IS_SOME);
    storeString(response + TEXT, reason);
  }
  return response;
}

export function after(response: usize): void {
  done();
}
