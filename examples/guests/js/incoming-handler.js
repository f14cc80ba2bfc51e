// An HTTP handler over wasi:http itself, for QuickJS, which has no `fetch` event: the same paths as http-echo.

import types from 'wasi:http/types@0.2.10';

const PIECE = 4096; // bytes that one blocking write takes
const encode = (text) => Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));
const decode = (bytes) => decodeURIComponent(escape(Array.from(bytes, (b) => String.fromCharCode(b)).join('')));

export const incomingHandler = {
  handle(request, outparam) {
    const target = request.pathWithQuery() ?? '/';
    const path = target.split('?')[0];
    if (path === '/echo') {
      respond(outparam, 200, (output) => copy(request, output));
    } else if (path === '/info') {
      const headers = request.headers().entries().map(([name, value]) => `header: ${name}: ${decode(value)}\n`);
      const text = `method: ${request.method().tag.toUpperCase()}\ntarget: ${target}\n${headers.join('')}`;
      respond(outparam, 200, (output) => write(output, encode(text)));
    } else {
      respond(outparam, 404, (output) => write(output, encode(`nothing at ${path}; there are /info and /echo\n`)));
    }
  },
};

function respond(outparam, status, send) {
  const response = new types.OutgoingResponse(new types.Fields());
  response.setStatusCode(status);
  const body = response.body();
  types.ResponseOutparam.set(outparam, { tag: 'ok', val: response });
  const output = body.write();
  send(output);
  output[Symbol.dispose]();
  types.OutgoingBody.finish(body, null);
}

function write(output, bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    output.blockingWriteAndFlush(bytes.slice(at, at + PIECE));
  }
}

function copy(request, output) {
  const body = request.consume();
  const input = body.stream();
  try {
    for (;;) {
      write(output, input.blockingRead(PIECE));
    }
  } catch (end) {
    if ((end?.payload ?? end)?.tag !== 'closed') {
      throw end;
    }
  }
  input[Symbol.dispose]();
  body[Symbol.dispose]();
}
