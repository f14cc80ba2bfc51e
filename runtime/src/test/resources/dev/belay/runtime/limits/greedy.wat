;; Takes all that it gets. Two modules, each with a memory and a table. Built with: jco parse greedy.wat -o greedy.wasm
(component
  (core module $m
    (memory 1)
    (table $t 10 funcref)
    ;; Grows and writes to every 4 KiB until it may not; the number of pages.
    (func (export "memory") (result i32) (local $at i32)
      (loop $again
        (if (i32.ge_u (local.get $at) (i32.mul (memory.size) (i32.const 65536)))
          (then (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then (return (memory.size))))))
        (i32.store8 (local.get $at) (i32.const 1))
        (local.set $at (i32.add (local.get $at) (i32.const 4096)))
        (br $again))
      (unreachable))
    ;; The number of elements.
    (func (export "table") (result i32)
      (loop $again
        (br_if $again (i32.ne (table.grow $t (ref.null func) (i32.const 1000000)) (i32.const -1))))
      (table.size $t))
    (func (export "pages") (param i32) (result i32) (memory.grow (local.get 0))))
  (core instance $a (instantiate $m))
  (core instance $b (instantiate $m))
  (func (export "memory") (result u32) (canon lift (core func $a "memory")))
  (func (export "table") (result u32) (canon lift (core func $b "table")))
  (func (export "pages") (param "by" u32) (result s32) (canon lift (core func $b "pages"))))
