// check.mjs CASES NAME: compares what the component in ./component answers with what the cases expect.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual, inspect } from 'node:util';

const [casesFile, name] = process.argv.slice(2);
const cases = JSON.parse(readFileSync(casesFile, 'utf8'));
let failures = 0;

function check(what, found, expected) {
  const pass = isDeepStrictEqual(found, expected);
  failures += pass ? 0 : 1;
  console.log(`${pass ? 'PASS' : 'FAIL'}  ${name}: ${what}`);
  if (!pass) {
    const show = (value) => inspect(value, { depth: 9, breakLength: Infinity });
    console.log(`      expected ${show(expected)}\n      found    ${show(found)}`);
  }
}

const host = fork(new URL('./host.mjs', import.meta.url).pathname, { serialization: 'advanced' });
// Answers come in the order of the calls, and each is awaited.
let resolveReply;
let rejectReply;
host.on('message', (message) => resolveReply(message));
host.on('exit', () => rejectReply(new Error('the component ended its process')));

async function reply() {
  const message = await new Promise((resolve, reject) => {
    [resolveReply, rejectReply] = [resolve, reject];
  });
  return message.thrown === undefined ? message.result : `threw ${message.thrown}`;
}

async function call(call, argument) {
  const answer = reply();
  host.send({ call, argument });
  return answer;
}

async function http(base) {
  const post = async (body) => {
    const response = await fetch(`${base}/bank/validate?x=1`, { method: 'POST', body });
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  for (const { name, transaction, response } of cases) {
    const expected = [200, 'application/json', JSON.stringify(response)];
    check(`POST /validate, ${name}`, await post(JSON.stringify(transaction)), expected);
  }
  const [status, , text] = await post('{"origin": 1');
  check('broken JSON is a 400', [status, text],
    [400, `{"error":"line 1, column 13: expected ',' or '}', found the end"}`]);
  check('a body over 1 MiB is a 413', (await post(`"${'x'.repeat(1 << 20)}"`))[0], 413);
  check('another path is a 404', (await fetch(`${base}/`)).status, 404);
  const wrong = await fetch(`${base}/validate`);
  check('another method is a 405', [wrong.status, wrong.headers.get('allow')], [405, 'POST']);
}

async function contract() {
  for (const { name, transaction, response } of cases) {
    const argument = { ...transaction, amount: BigInt(transaction.amount) };
    for (const bank of ['origin', 'destination']) {
      argument[bank] = { ...argument[bank], id: String(argument[bank].id) };
    }
    const expected = { approved: response.approved, reason: response.reason ?? undefined };
    check(`validate called directly, ${name}`, await call('validate', argument), expected);
  }
}

async function messages() {
  const bytes = (text) => new TextEncoder().encode(text);
  const send = async (body, replyTo) => {
    const published = await call('message', { subject: 'bank.validate', body: bytes(body), replyTo });
    return typeof published === 'string' ? published
      : published.map((m) => [m.subject, new TextDecoder().decode(m.body), m.replyTo]);
  };
  for (const { name, transaction, response } of cases) {
    check(`message, ${name}`, await send(JSON.stringify(transaction), 'inbox'),
      [['inbox', JSON.stringify(response), undefined]]);
  }
  check('message without reply-to', await send(JSON.stringify(cases[0].transaction)), []);
  check('message that is not JSON', await send('x', 'inbox'),
    [['inbox', `{"error":"line 1, column 1: expected a value, found 'x'"}`, undefined]]);
}

try {
  await http(`http://127.0.0.1:${await reply()}`);
  await contract();
  await messages();
} catch (e) {
  failures++;
  console.log(`FAIL  ${name}: ${e.cause ?? e}`);
} finally {
  host.kill();
}
process.exit(failures === 0 ? 0 : 1);
