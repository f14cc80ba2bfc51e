// The rule of one bank: US dollars only.

export const validation = {
  validate({ currency }) {
    return currency === 'USD'
      ? { approved: true, reason: undefined }
      : { approved: false, reason: `Unsupported currency: ${currency}` };
  },
};
