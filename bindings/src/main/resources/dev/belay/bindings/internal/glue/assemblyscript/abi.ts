
// What is the same for all worlds.

export class Option<T> {
  constructor(public isSome: bool, public value: T) {}
}

export function some<T>(value: T): Option<T> {
  return new Option<T>(true, value);
}

export function none<T>(): Option<T> {
  return new Option<T>(false, nothing<T>());
}

export class Result<T, E> {
  constructor(public isErr: bool, public ok: T, public err: E) {}
}

export function ok<T, E>(value: T): Result<T, E> {
  return new Result<T, E>(false, value, nothing<E>());
}

export function err<T, E>(error: E): Result<T, E> {
  return new Result<T, E>(true, nothing<T>(), error);
}

/** What a result has that has nothing: `0` stands for it. */
export type Unit = u8;

function nothing<T>(): T {
  if (isReference<T>()) {
    return changetype<T>(0);
  } else {
    return <T>0;
  }
}

/** Memory for what is lowered: each block has the one before it in front. */
let chain_: usize = 0;
const HEADER_: usize = 16;

function allocate_(size: usize): usize {
  const block = heap.alloc(HEADER_ + size);
  store<usize>(block, chain_);
  memory.fill(block + HEADER_, 0, size);
  chain_ = block;
  return block + HEADER_;
}

/** Frees what was allocated since the chain was as given. */
function release_(until: usize): void {
  while (chain_ != until) {
    const before = load<usize>(chain_);
    heap.free(chain_);
    chain_ = before;
  }
}

/** Where the caller of an export puts its arguments, and the host the results of imports. */
export function cabi_realloc(old: usize, oldSize: usize, align: usize, size: usize): usize {
  return size == 0 ? align : old == 0 || oldSize == 0 ? heap.alloc(size) : heap.realloc(old, size);
}

function free_(at: usize, size: usize): void {
  if (size != 0) heap.free(at);
}

/** The canonical ABI has checked that it is UTF-8. */
function liftText_(at: usize): string {
  const pointer = load<usize>(at);
  const length = load<usize>(at, 4);
  const text = String.UTF8.decodeUnsafe(pointer, length);
  free_(pointer, length);
  return text;
}

function lowerText_(text: string, at: usize): void {
  // Half of a surrogate pair, which UTF-8 has not, becomes the sign for what cannot be read.
  const bytes = String.UTF8.encode(text, false, String.UTF8.ErrorMode.REPLACE);
  const length = <usize>bytes.byteLength;
  const to = allocate_(length);
  memory.copy(to, changetype<usize>(bytes), length);
  store<usize>(at, to);
  store<usize>(at, length, 4);
}

/** A list of numbers, as it lies in memory. */
function liftNumbers_<T>(at: usize): Array<T> {
  const pointer = load<usize>(at);
  const length = load<i32>(at, 4);
  const list = new Array<T>(length);
  memory.copy(list.dataStart, pointer, <usize>length * sizeof<T>());
  free_(pointer, <usize>length);
  return list;
}

function lowerNumbers_<T>(list: Array<T>, at: usize): void {
  const size = <usize>list.length * sizeof<T>();
  const to = allocate_(size);
  memory.copy(to, list.dataStart, size);
  store<usize>(at, to);
  store<i32>(at, list.length, 4);
}
