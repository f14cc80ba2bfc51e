// Answers requests: which path is answered by what.

import { types } from '../glue/@snake@_glue';
import { send, targetOf } from './answer';

const GREETING = '/hello/';

export namespace incomingHandler {
  export function handle(request: types.IncomingRequest, out: types.ResponseOutparam): void {
    const path = targetOf(request)[0];
    if (path == '/') {
      answer(out, 200, 'Hello from @name@\n');
    } else if (path.startsWith(GREETING) && path.length > GREETING.length) {
      answer(out, 200, 'Hello, ' + path.substring(GREETING.length) + '\n');
    } else {
      answer(out, 404, 'Nothing at ' + path + '; there are / and /hello/NAME\n');
    }
    request.drop();
  }
}

function answer(out: types.ResponseOutparam, status: u16, text: string): void {
  send(out, status, 'text/plain; charset=utf-8', text);
}
