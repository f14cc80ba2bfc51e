// bench:calls/host-ops.
export const add = (a, b) => (a + b) >>> 0;
export const echo = (text) => text;
