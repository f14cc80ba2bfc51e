// The page of wasmPay. Whatever comes from the server is put in place as text, never as markup, and amounts are
// BigInt in the currency's smallest unit, never floating point.

const API = '/api/v1';
const POLL = 1000; // milliseconds; twice as long after each failure, up to SLOWEST
const SLOWEST = 8000;
const HISTORY = 500; // entries that the page keeps
const LARGEST = 2n ** 63n - 1n; // what an s64 holds

const $ = (id) => document.getElementById(id);

/** An element with properties and children; text is text. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

// --- money

const digits = new Map();

/** How many digits follow the point in this currency. */
function fraction(currency) {
  if (!digits.has(currency)) {
    let count = 2;
    try {
      count = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    } catch {
      // Not a currency's code: shown as most are.
    }
    digits.set(currency, count);
  }
  return digits.get(currency);
}

function money(minor, currency) {
  const amount = BigInt(minor);
  const count = fraction(currency);
  const text = String(amount < 0n ? -amount : amount).padStart(count + 1, '0');
  const whole = BigInt(text.slice(0, text.length - count)).toLocaleString('en');
  const rest = count === 0 ? '' : `.${text.slice(-count)}`;
  return `${amount < 0n ? '−' : ''}${whole}${rest}`;
}

/** The amount in the smallest unit. Throws what is to be said about it. */
function amountOf(text, currency) {
  const count = fraction(currency);
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!found) {
    throw new Error(count === 0 ? 'Write digits only, such as 1250' : 'Write digits and a point, such as 12.50');
  }
  const [, whole, rest = ''] = found;
  if (rest.length > count) {
    throw new Error(`${currency} has ${count} digits after the point`);
  }
  const minor = BigInt(whole + rest.padEnd(count, '0'));
  if (minor === 0n) {
    throw new Error('Send more than nothing');
  }
  if (minor > LARGEST) {
    throw new Error(`At most ${money(LARGEST, currency)}`);
  }
  return minor;
}

function size(bytes) {
  const count = Number(bytes);
  if (!(count > 0)) {
    return 'unknown';
  }
  return count < 1e6 ? `${(count / 1e3).toFixed(1)} KB` : `${(count / 1e6).toFixed(1)} MB`;
}

// --- what the server says

async function get(path) {
  const response = await fetch(API + path, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`${path}: status ${response.status}`);
  }
  return (await response.json()).data;
}

const banks = new Map();
const named = (code) => banks.get(code)?.name ?? code;

// --- decisions

function verdict(approved) {
  return element('span', { className: approved ? 'approved' : 'denied' }, approved ? '✓ approved' : '✗ refused');
}

function decisionsTable(decisions) {
  if (!decisions?.length) {
    return element('p', { className: 'hint' }, 'No validator was asked.');
  }
  const heads = ['Validator', 'Language', 'Size', 'Harness', 'Verdict'].map((text) => element('th', { scope: 'col' }, text));
  const rows = decisions.map((decision) => element('tr', {},
    element('th', { scope: 'row' }, decision.validator),
    element('td', {}, decision.language || 'unknown'),
    element('td', { className: 'number' }, size(decision.size)),
    element('td', {}, decision.harness || 'none'),
    element('td', {}, verdict(decision.approved), decision.reason ? element('span', { className: 'why' }, decision.reason) : null)));
  return element('div', { className: 'wide' }, element('table', { className: 'decisions' },
    element('caption', {}, 'Who was asked, in order'),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows)));
}

// --- balances

const cells = new Map(); // by bank and currency

/** Makes the table anew when there are other accounts than before, and otherwise changes what changed. */
function showBalances(accounts) {
  const keys = accounts.map(({ bank, currency }) => `${bank} ${currency}`);
  if (keys.length !== cells.size || !keys.every((key) => cells.has(key))) {
    buildBalances(accounts);
  }
  for (const { bank, currency, balance } of accounts) {
    const cell = cells.get(`${bank} ${currency}`);
    const text = money(balance, currency);
    if (cell.textContent !== text) {
      // What had no text before is new, not changed.
      cell.classList.toggle('changed', cell.textContent !== '');
      cell.textContent = text;
    } else {
      cell.classList.remove('changed');
    }
  }
}

function buildBalances(accounts) {
  cells.clear();
  const currencies = [...new Set(accounts.map(({ currency }) => currency))].sort();
  const rows = [...new Set(accounts.map(({ bank }) => bank))].map((bank) => {
    const row = element('tr', {}, element('th', { scope: 'row' }, named(bank)));
    for (const currency of currencies) {
      const cell = element('td', { className: 'number' });
      Object.assign(cell.dataset, { bank, currency });
      if (accounts.some((account) => account.bank === bank && account.currency === currency)) {
        cells.set(`${bank} ${currency}`, cell);
      }
      row.append(cell);
    }
    return row;
  });
  const heads = ['Bank', ...currencies].map((text) => element('th', { scope: 'col' }, text));
  $('balances').replaceChildren(element('table', {},
    element('caption', {}, 'What each bank holds'),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows)));
}

// --- history

const shown = new Map(); // entries by number

function historyEntry(transaction) {
  const { origin, destination, amount, currency, status, reason, created, decisions } = transaction;
  const when = new Date(created);
  const time = Number.isNaN(when.getTime()) ? null
    : element('time', { dateTime: when.toISOString() }, when.toLocaleString());
  const summary = element('summary', {},
    verdict(status === 'approved'),
    element('span', { className: 'parties' }, `${named(origin)} → ${named(destination)}`),
    element('span', { className: 'number' }, `${money(amount, currency)} ${currency}`),
    time);
  const details = element('details', {}, summary,
    reason ? element('p', {}, status === 'approved' ? `For: ${reason}` : reason) : null, decisionsTable(decisions));
  return element('li', {}, details);
}

/** Adds those that are not there yet, each where its number says: what is open or has the focus stays. */
function showHistory(transactions) {
  const list = $('history');
  for (const transaction of transactions) {
    const number = BigInt(transaction.number);
    if (shown.has(number)) {
      continue;
    }
    const item = historyEntry(transaction);
    const next = [...shown.keys()].filter((other) => other < number).reduce((a, b) => (b > a ? b : a), -1n);
    list.insertBefore(item, shown.get(next) ?? null);
    shown.set(number, item);
  }
}

function oldest() {
  return [...shown.keys()].reduce((a, b) => (b < a ? b : a));
}

/** Shows the newest page, after which there is no gap, and no more than the page keeps. */
function showNewest(transactions) {
  const first = shown.size === 0;
  if (!first && transactions.length && !transactions.some(({ number }) => shown.has(BigInt(number)))) {
    shown.clear();
    $('history').replaceChildren();
    $('older').hidden = false;
  }
  showHistory(transactions);
  while (shown.size > HISTORY) {
    const last = oldest();
    shown.get(last).remove();
    shown.delete(last);
  }
  if (first) {
    $('older').hidden = transactions.length === 0;
  }
}

$('older').addEventListener('click', async () => {
  try {
    const older = await get(`/transactions?before=${oldest()}`);
    showHistory(older);
    $('older').hidden = older.length === 0 || shown.size >= HISTORY;
  } catch (problem) {
    connection(problem);
  }
});

// --- sending

let idempotency; // the same while the same payment is tried again

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  idempotency = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function party(code) {
  const { id, country, currency, name } = banks.get(code);
  return { id, code, country, currency, name };
}

function amountProblem(text) {
  $('amount-problem').textContent = text;
  $('amount').setAttribute('aria-invalid', String(text !== ''));
}

$('payment').addEventListener('input', () => {
  newKey();
  amountProblem('');
});

let currencyChosen = false;
$('currency').addEventListener('input', () => {
  currencyChosen = true;
});
$('origin').addEventListener('input', () => {
  if (!currencyChosen) {
    $('currency').value = banks.get($('origin').value).currency;
  }
});

$('payment').addEventListener('submit', async (event) => {
  event.preventDefault();
  const currency = $('currency').value;
  let amount;
  try {
    amount = amountOf($('amount').value, currency);
  } catch (problem) {
    amountProblem(problem.message);
    $('amount').focus();
    return;
  }
  const payment = {
    origin: party($('origin').value),
    destination: party($('destination').value),
    amount: String(amount),
    currency,
    status: 'pending',
    reason: $('reason').value,
  };
  // Not disabled, which would take the focus from it.
  if ($('send').getAttribute('aria-disabled') === 'true') {
    return;
  }
  $('send').setAttribute('aria-disabled', 'true');
  try {
    showOutcome(payment, await post(payment));
    newKey();
  } catch (problem) {
    showFailure(payment, `It is not known whether this was paid: ${problem.message}. Send it again: it is paid once at most.`);
  } finally {
    $('send').removeAttribute('aria-disabled');
  }
  poll();
});

async function post(payment) {
  const response = await fetch(`${API}/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotency, 'x-wasmpay-persist-denied': '1' },
    body: JSON.stringify(payment),
  });
  const json = await response.json().catch(() => undefined);
  if (response.status >= 500 || json === undefined) {
    throw new Error(json?.message ?? `status ${response.status}`);
  }
  return json;
}

function described({ origin, destination, amount, currency, reason }) {
  const purpose = reason ? `, for: ${reason}` : '';
  return element('p', { className: 'payment' }, `${money(amount, currency)} ${currency} from ${origin.name} to ${destination.name}${purpose}`);
}

function showOutcome(payment, answer) {
  const { data, decisions = data?.decisions, message } = answer;
  const approved = data !== undefined && data.status !== 'denied';
  $('outcome').replaceChildren(
    element('p', { className: 'verdict' }, verdict(approved)),
    described(payment),
    message ? element('p', { className: 'why' }, message) : '',
    decisionsTable(decisions));
}

function showFailure(payment, message) {
  $('outcome').replaceChildren(described(payment), element('p', { className: 'problem' }, message));
}

// --- keeping up

function connection(problem) {
  const text = problem ? `The platform does not answer (${problem.message}); trying again.` : '';
  if ($('connection').textContent !== text) {
    $('connection').textContent = text;
  }
}

async function loadBanks() {
  for (const bank of await get('/banks')) {
    banks.set(bank.code, bank);
  }
  const options = () => [...banks.values()].map(({ code, name, country }) => element('option', { value: code }, `${name} (${country})`));
  $('origin').replaceChildren(...options());
  $('destination').replaceChildren(...options());
  $('destination').selectedIndex = banks.size > 1 ? 1 : 0;
  const currencies = [...new Set([...banks.values()].map(({ currency }) => currency))].sort();
  $('currency').replaceChildren(...currencies.map((currency) => element('option', { value: currency }, currency)));
  $('currency').value = banks.get($('origin').value)?.currency ?? '';
  $('fields').disabled = false;
}

let timer;
let pause = POLL;
let polling = false;
let again = false;

/** Asks what is new, and goes on asking while the page is seen. */
async function poll() {
  clearTimeout(timer);
  if (polling) {
    again = true;
    return;
  }
  polling = true;
  try {
    if (banks.size === 0) {
      await loadBanks();
    }
    const [accounts, transactions] = await Promise.all([get('/accounts'), get('/transactions')]);
    showBalances(accounts);
    showNewest(transactions);
    pause = POLL;
    connection();
  } catch (problem) {
    pause = Math.min(2 * pause, SLOWEST);
    connection(problem);
  }
  polling = false;
  if (!document.hidden) {
    timer = setTimeout(poll, again ? 0 : pause);
  }
  again = false;
}

document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : poll()));
newKey();
poll();
