// HTTP in front of a validator: GET /validate?amount=1250&currency=USD&from=US&to=GB

import { types, validation } from '../glue/@snake@_glue';
import { send, targetOf } from './answer';

export namespace incomingHandler {
  export function handle(request: types.IncomingRequest, out: types.ResponseOutparam): void {
    const target = targetOf(request);
    if (target[0] == '/validate') {
      judge(out, target[1]);
    } else {
      fail(out, 404, 'nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB');
    }
    request.drop();
  }
}

function judge(out: types.ResponseOutparam, query: string): void {
  const amount = parameter(query, 'amount');
  if (!isWholeNumber(amount)) {
    fail(out, 400, 'amount: expected a whole number of 64 bits');
    return;
  }
  const currency = parameter(query, 'currency');
  const response = validation.validate(
    new validation.Transaction(
      new validation.Bank('1', 'ORIGIN', parameter(query, 'from'), currency, 'Origin'),
      new validation.Bank('2', 'DESTINATION', parameter(query, 'to'), currency, 'Destination'),
      I64.parseInt(amount),
      currency,
      'pending',
      parameter(query, 'reason'),
    ),
  );
  const reason = response.reason.isSome ? quoted(response.reason.value) : 'null';
  send(out, 200, 'application/json', '{"approved":' + response.approved.toString() + ',"reason":' + reason + '}');
}

function fail(out: types.ResponseOutparam, status: u16, what: string): void {
  send(out, status, 'application/json', '{"error":' + quoted(what) + '}');
}

/** Whether it is one of 64 bits, written without what nobody needs. */
function isWholeNumber(text: string): bool {
  return text == I64.parseInt(text).toString();
}

/** A value of the query, decoded: empty if it is not there. */
function parameter(query: string, name: string): string {
  const pairs = query.split('&');
  for (let i = 0; i < pairs.length; i++) {
    if (pairs[i].startsWith(name + '=')) return decoded(pairs[i].substring(name.length + 1));
  }
  return '';
}

function decoded(text: string): string {
  const given = Uint8Array.wrap(String.UTF8.encode(text));
  const bytes = new Uint8Array(given.length);
  let length = 0;
  for (let i = 0; i < given.length; i++) {
    let byte = given[i];
    if (byte == 0x2b) {
      byte = 0x20;
    } else if (byte == 0x25 && i + 2 < given.length && digit(given[i + 1]) >= 0 && digit(given[i + 2]) >= 0) {
      byte = <u8>(digit(given[i + 1]) * 16 + digit(given[i + 2]));
      i += 2;
    }
    bytes[length++] = byte;
  }
  return String.UTF8.decode(bytes.buffer.slice(0, length));
}

function digit(c: u8): i32 {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const letter = c | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function quoted(text: string): string {
  let quoted = '"';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c == 0x22 || c == 0x5c) quoted += '\\';
    quoted += c < 0x20 ? '\\u' + c.toString(16).padStart(4, '0') : text.charAt(i);
  }
  return quoted + '"';
}
