// Runs the transpiled component: HTTP on a free port, and calls of its exports for the parent process.
import './v8.mjs';
import { HTTPServer } from '@bytecodealliance/preview2-shim/http';
import * as component from './component/component.js';
import { published } from './messaging.mjs';

const calls = {
  validate: (transaction) => component.validation.validate(transaction),
  message: (message) => {
    published.length = 0;
    component.handler.handleMessage(message);
    return published;
  },
};

process.on('message', ({ call, argument }) => {
  try {
    process.send({ result: calls[call](argument) });
  } catch (e) {
    process.send({ thrown: String(e.payload ?? e.stack ?? e) });
  }
});

const server = new HTTPServer(component.incomingHandler);
server.listen(0, '127.0.0.1');
process.send({ result: server.address().port });
