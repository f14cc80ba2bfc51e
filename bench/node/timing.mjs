// Prints how long one of `many` calls takes, in nanoseconds, for each of several rounds after warming up.
export function timed(many, call) {
  const ROUNDS = 9;
  const WARM_UP = 3;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < many; i++) {
      call(i);
    }
    const nanos = Number(process.hrtime.bigint() - start);
    if (round >= 0) {
      console.log(nanos / many);
    }
  }
}
