// Gives back what it is given, by generated glue: see echo-values for what the world is.

import * as glue from '../glue/echo_values_glue';
import { values as its } from '../glue/echo_values_glue';

let live: u32 = 0;

export namespace values {
  export class Counter {
    constructor(public count: u32) {
      live++;
    }

    static create(start: u32): Counter {
      return new Counter(start);
    }

    dropped(): void {
      live--;
    }

    add(amount: u32): u32 {
      this.count += amount;
      return this.count;
    }

    value(): u32 {
      return this.count;
    }

    static sum(counters: Array<its.CounterBorrow>): u32 {
      let sum: u32 = 0;
      for (let i = 0; i < counters.length; i++) sum += counters[i].get<Counter>().count;
      return sum;
    }

    static merge(a: its.Counter, b: its.Counter): its.Counter {
      const sum = a.rep<Counter>().count + b.rep<Counter>().count;
      a.drop();
      b.drop();
      return its.Counter.make<Counter>(new Counter(sum));
    }
  }

  export function nothing(): void {}

  export function echoBool(value: bool): bool {
    return value;
  }

  export function echoU8(value: u8): u8 {
    return value;
  }

  export function echoU16(value: u16): u16 {
    return value;
  }

  export function echoU32(value: u32): u32 {
    return value;
  }

  export function echoU64(value: u64): u64 {
    return value;
  }

  export function echoS8(value: i8): i8 {
    return value;
  }

  export function echoS16(value: i16): i16 {
    return value;
  }

  export function echoS32(value: i32): i32 {
    return value;
  }

  export function echoS64(value: i64): i64 {
    return value;
  }

  export function echoF32(value: f32): f32 {
    return value;
  }

  export function echoF64(value: f64): f64 {
    return value;
  }

  export function echoChar(value: u32): u32 {
    return value;
  }

  export function echoString(value: string): string {
    return value;
  }

  export function echoBytes(value: Array<u8>): Array<u8> {
    return value;
  }

  export function echoBools(value: Array<bool>): Array<bool> {
    return value;
  }

  export function echoU16s(value: Array<u16>): Array<u16> {
    return value;
  }

  export function echoS64s(value: Array<i64>): Array<i64> {
    return value;
  }

  export function echoF64s(value: Array<f64>): Array<f64> {
    return value;
  }

  export function echoChars(value: Array<u32>): Array<u32> {
    return value;
  }

  export function echoStrings(value: Array<string>): Array<string> {
    return value;
  }

  export function echoNested(value: Array<Array<string>>): Array<Array<string>> {
    return value;
  }

  export function echoPairs(value: Array<glue.Tuple2<string, u8>>): Array<glue.Tuple2<string, u8>> {
    return value;
  }

  export function echoTuple(value: glue.Tuple3<u8, i64, string>): glue.Tuple3<u8, i64, string> {
    return value;
  }

  export function echoPerson(value: its.Person): its.Person {
    return value;
  }

  export function echoPeople(value: Array<its.Person>): Array<its.Person> {
    return value;
  }

  export function echoShape(value: its.Shape): its.Shape {
    return value;
  }

  export function echoShapes(value: Array<its.Shape>): Array<its.Shape> {
    return value;
  }

  export function echoColor(value: its.Color): its.Color {
    return value;
  }

  export function echoPermissions(value: its.Permissions): its.Permissions {
    return value;
  }

  export function echoMonths(value: its.Months): its.Months {
    return value;
  }

  export function echoBits(value: its.Bits): its.Bits {
    return value;
  }

  export function echoOption(value: glue.Option<u32>): glue.Option<u32> {
    return value;
  }

  export function echoOptionString(value: glue.Option<string>): glue.Option<string> {
    return value;
  }

  export function echoOptionOption(value: glue.Option<glue.Option<u8>>): glue.Option<glue.Option<u8>> {
    return value;
  }

  export function echoResult(value: glue.Result<string, u32>): glue.Result<string, u32> {
    return value;
  }

  export function echoResultMixed(value: glue.Result<u64, f32>): glue.Result<u64, f32> {
    return value;
  }

  export function echoResultOk(value: glue.Result<u8, glue.Unit>): glue.Result<u8, glue.Unit> {
    return value;
  }

  export function echoResultErr(value: glue.Result<glue.Unit, string>): glue.Result<glue.Unit, string> {
    return value;
  }

  export function echoResultEmpty(value: glue.Result<glue.Unit, glue.Unit>): glue.Result<glue.Unit, glue.Unit> {
    return value;
  }

  export function echoCounter(value: its.Counter): its.Counter {
    return value;
  }

  export function echoCounters(value: Array<its.Counter>): Array<its.Counter> {
    return value;
  }

  export function echoMany(
    a: u8, b: i16, c: u32, d: i64, e: f32, f: f64, g: bool, h: u32, i: string,
    j: u8, k: i16, l: u32, m: i64, n: f32, o: f64, p: bool, q: u32,
  ): glue.Tuple17<u8, i16, u32, i64, f32, f64, bool, u32, string, u8, i16, u32, i64, f32, f64, bool, u32> {
    return new glue.Tuple17<u8, i16, u32, i64, f32, f64, bool, u32, string, u8, i16, u32, i64, f32, f64, bool, u32>(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
  }

  export function peek(value: its.CounterBorrow): u32 {
    return value.get<Counter>().count;
  }

  export function liveCounters(): u32 {
    return live;
  }
}
