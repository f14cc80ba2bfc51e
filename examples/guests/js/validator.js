// Nordhaven's rule once more, in JavaScript: US dollars only. Built as nordhaven-quickjs and nordhaven-starlingmonkey.

export const validation = {
  validate({ currency }) {
    return currency === 'USD'
      ? { approved: true, reason: undefined }
      : { approved: false, reason: `Unsupported currency: ${currency}` };
  },
};
