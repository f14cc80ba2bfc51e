;; Two parts that count: what loops, calls itself, and calls the other. Built with: jco parse fuel.wat -o fuel.wasm
(component
  (component $inner
    (core module $m
      (func (export "loop") (param $n i32)
        (loop $again
          (if (i32.eqz (local.get $n)) (then (return)))
          (local.set $n (i32.sub (local.get $n) (i32.const 1)))
          (br $again)))
      (func $down (export "down") (param $n i32)
        (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1)))))))
    (core instance $i (instantiate $m))
    (func (export "loop") (param "n" u32) (canon lift (core func $i "loop")))
    (func (export "down") (param "n" u32) (canon lift (core func $i "down"))))
  (component $outer
    (import "loop" (func $loop (param "n" u32)))
    (core func $loop' (canon lower (func $loop)))
    (core module $m
      (import "inner" "loop" (func $loop (param i32)))
      ;; As many calls as iterations of its own, each with so many there.
      (func (export "across") (param $calls i32) (param $each i32)
        (loop $again
          (if (i32.eqz (local.get $calls)) (then (return)))
          (call $loop (local.get $each))
          (local.set $calls (i32.sub (local.get $calls) (i32.const 1)))
          (br $again))))
    (core instance $i (instantiate $m (with "inner" (instance (export "loop" (func $loop'))))))
    (func (export "across") (param "calls" u32) (param "each" u32) (canon lift (core func $i "across"))))
  (instance $inner-instance (instantiate $inner))
  (instance $outer-instance (instantiate $outer (with "loop" (func $inner-instance "loop"))))
  (export "loop" (func $inner-instance "loop"))
  (export "down" (func $inner-instance "down"))
  (export "across" (func $outer-instance "across")))
