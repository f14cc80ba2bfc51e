;; Makes structs and arrays of the collected heap.
;; Built with: jco parse collected.wat -o collected.wasm
(component
  (core module $m
    (type $node (struct (field (ref null $node)) (field i64)))
    (type $bytes (array (mut i8)))
    (type $many (array (mut (ref null $bytes))))
    (memory (export "memory") 1)
    (global $kept (mut (ref null $node)) (ref.null $node))
    (global $arrays (mut (ref null $many)) (ref.null $many))
    (func $add (param $to (ref null $node)) (param $n i32) (result (ref null $node))
      (loop $again
        (local.set $to (struct.new $node (local.get $to) (i64.const 1)))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $to))
    ;; Keeps so many structs more.
    (func (export "keep") (param $n i32) (result i32)
      (global.set $kept (call $add (global.get $kept) (local.get $n)))
      (local.get $n))
    ;; Makes a thousand structs so many times, and keeps those of the last time only.
    (func (export "replace") (param $n i32) (result i32)
      (local $left i32)
      (local.set $left (local.get $n))
      (loop $again
        (global.set $kept (call $add (ref.null $node) (i32.const 1000)))
        (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.get $n))
    ;; Keeps arrays of a million elements, so many.
    (func (export "arrays") (param $n i32) (result i32)
      (global.set $arrays (array.new_default $many (local.get $n)))
      (loop $again
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (array.set $many (global.get $arrays) (local.get $n) (array.new_default $bytes (i32.const 1000000)))
        (br_if $again (local.get $n)))
      (array.len (global.get $arrays)))
    (func (export "array") (param $n i32) (result i32)
      (array.len (array.new $bytes (i32.const 1) (local.get $n))))
    (func (export "grow") (param $n i32) (result i32)
      (memory.grow (local.get $n))))
  (core instance $i (instantiate $m))
  (func (export "keep") (param "n" u32) (result u32) (canon lift (core func $i "keep")))
  (func (export "replace") (param "n" u32) (result u32) (canon lift (core func $i "replace")))
  (func (export "arrays") (param "n" u32) (result u32) (canon lift (core func $i "arrays")))
  (func (export "array") (param "n" u32) (result u32) (canon lift (core func $i "array")))
  (func (export "grow") (param "n" u32) (result u32) (canon lift (core func $i "grow"))))
