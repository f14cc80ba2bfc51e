// How requests are read and answered.

import { none, ok, streams, types } from '../glue/@snake@_glue';

const PIECE = 4096; // bytes that one blocking write takes

/** The path and the query of a request. */
export function targetOf(request: types.IncomingRequest): string[] {
  const given = request.pathWithQuery();
  const target = given.isSome ? given.value : '/';
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.substring(0, mark), target.substring(mark + 1)];
}

export function send(out: types.ResponseOutparam, status: u16, contentType: string, text: string): void {
  const headers = types.Fields.create();
  headers.append('content-type', bytesOf(contentType));
  const response = types.OutgoingResponse.create(headers);
  response.setStatusCode(status);
  const body = response.body().ok;
  types.ResponseOutparam.set(out, ok<types.OutgoingResponse, types.ErrorCode>(response));
  const stream = body.write().ok;
  write(stream, bytesOf(text));
  stream.drop();
  types.OutgoingBody.finish(body, none<types.Fields>());
}

function write(stream: streams.OutputStream, bytes: Array<u8>): void {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (stream.blockingWriteAndFlush(bytes.slice(at, at + PIECE)).isErr) return; // the client has left
  }
}

export function bytesOf(text: string): Array<u8> {
  const buffer = Uint8Array.wrap(String.UTF8.encode(text));
  const bytes = new Array<u8>(buffer.length);
  for (let i = 0; i < buffer.length; i++) bytes[i] = buffer[i];
  return bytes;
}
