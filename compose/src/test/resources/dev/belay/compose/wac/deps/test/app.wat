;; Has an item made by one component, reads it by another, and drops it.
(component
  (import "test:store/store@1.0.0" (instance $s
    (export "item" (type $item (sub resource)))
    (export "[method]item.get" (func (param "self" (borrow $item)) (result u32)))))
  (alias export $s "item" (type $item))
  (import "test:mid/factory" (instance $f
    (alias outer 1 $item (type $outer))
    (export "item" (type $same (eq $outer)))
    (export "make" (func (param "value" u32) (result (own $same))))))
  (core func $get (canon lower (func $s "[method]item.get")))
  (core func $make (canon lower (func $f "make")))
  (core func $drop (canon resource.drop $item))
  (core module $m
    (import "" "get" (func $get (param i32) (result i32)))
    (import "" "make" (func $make (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "run") (param i32) (result i32) (local $item i32)
      (local.set $item (call $make (local.get 0)))
      (call $get (local.get $item))
      (call $drop (local.get $item))))
  (core instance $i (instantiate $m (with "" (instance
    (export "get" (func $get)) (export "make" (func $make)) (export "drop" (func $drop))))))
  (func $run (param "value" u32) (result u32) (canon lift (core func $i "run")))
  (export "run" (func $run)))
