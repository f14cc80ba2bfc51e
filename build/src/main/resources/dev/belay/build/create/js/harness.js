// HTTP in front of a validator: GET /validate?amount=1250&currency=USD&from=US&to=GB

import { validate } from 'wasmpay:platform/validation@0.1.0';

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

addEventListener('fetch', (event) => event.respondWith(answer(new URL(event.request.url))));

function answer({ pathname, searchParams }) {
  if (pathname !== '/validate') {
    return json(404, { error: 'nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB' });
  }
  const parameter = (name) => searchParams.get(name) ?? '';
  const amount = wholeNumber(parameter('amount'));
  if (amount === undefined) {
    return json(400, { error: 'amount: expected a whole number of 64 bits' });
  }
  const currency = parameter('currency');
  const response = validate({
    origin: { id: '1', code: 'ORIGIN', country: parameter('from'), currency, name: 'Origin' },
    destination: { id: '2', code: 'DESTINATION', country: parameter('to'), currency, name: 'Destination' },
    amount,
    currency,
    status: 'pending',
    reason: parameter('reason'),
  });
  return json(200, { approved: response.approved, reason: response.reason ?? null });
}

function wholeNumber(text) {
  if (!/^-?[0-9]+$/.test(text)) {
    return undefined;
  }
  const number = BigInt(text);
  return number < LEAST || number > MOST ? undefined : number;
}

function json(status, value) {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}
