// Lumenor's rules: accounts in four currencies, and no amount above 50,000.00 (amounts are in the currency's smallest unit).

const CURRENCIES = ['SEK', 'EUR', 'USD', 'GBP'];
const CEILING = 5_000_000n; // an s64 is a BigInt here: exact, whatever the amount

const refuse = (reason) => ({ approved: false, reason });

export const validation = {
  validate({ destination, amount }) {
    if (!CURRENCIES.includes(destination.currency)) {
      return refuse(`No payments to accounts in ${destination.currency}: ${CURRENCIES.join(', ')} only`);
    }
    if (amount > CEILING) {
      return refuse(`Amount above the ceiling of ${CEILING}: ${amount}`);
    }
    return { approved: true, reason: undefined };
  },
};
