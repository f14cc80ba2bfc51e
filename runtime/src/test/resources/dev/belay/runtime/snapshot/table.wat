;; A table has a mutable object when it has started. Built with: jco parse table.wat -o table.wasm
(component
  (core module $m
    (type $s (struct (field (mut i32))))
    (table $t 1 (ref null $s))
    (func $start (table.set $t (i32.const 0) (struct.new $s (i32.const 1))))
    (start $start)
    (func (export "count") (result i32)
      (struct.set $s 0 (table.get $t (i32.const 0))
        (i32.add (struct.get $s 0 (table.get $t (i32.const 0))) (i32.const 1)))
      (struct.get $s 0 (table.get $t (i32.const 0)))))
  (core instance $m (instantiate $m))
  (func (export "count") (result u32) (canon lift (core func $m "count"))))
