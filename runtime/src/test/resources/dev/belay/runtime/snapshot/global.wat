;; A global is a mutable object when it has started. Built with: jco parse global.wat -o global.wasm
(component
  (core module $m
    (type $s (struct (field (mut i32))))
    (global $g (mut (ref null $s)) (ref.null $s))
    (func $start (global.set $g (struct.new $s (i32.const 1))))
    (start $start)
    (func (export "count") (result i32)
      (struct.set $s 0 (global.get $g) (i32.add (struct.get $s 0 (global.get $g)) (i32.const 1)))
      (struct.get $s 0 (global.get $g))))
  (core instance $m (instantiate $m))
  (func (export "count") (result u32) (canon lift (core func $m "count"))))
