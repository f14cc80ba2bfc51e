// wasmcloud:messaging/consumer for the component under check: keeps what was published.
export const published = [];

export const consumer = {
  publish(message) {
    published.push(message);
  },
  request() {
    throw 'no one answers requests here';
  },
};
