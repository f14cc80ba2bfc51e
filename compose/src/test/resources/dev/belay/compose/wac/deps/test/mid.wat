;; Makes items of the store, and adds one to what they hold.
(component
  (import "test:store/store@1.0.0" (instance $s
    (export "item" (type $item (sub resource)))
    (export "[constructor]item" (func (param "value" u32) (result (own $item))))))
  (alias export $s "item" (type $item))
  (core func $new (canon lower (func $s "[constructor]item")))
  (core module $m
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "make") (param i32) (result i32) (call $new (i32.add (local.get 0) (i32.const 1)))))
  (core instance $i (instantiate $m (with "" (instance (export "new" (func $new))))))
  (func $make (param "value" u32) (result (own $item)) (canon lift (core func $i "make")))
  (component $shape
    (import "item" (type $item (sub resource)))
    (import "make" (func $make (param "value" u32) (result (own $item))))
    (export $out "item" (type $item))
    (export "make" (func $make) (func (param "value" u32) (result (own $out)))))
  (instance $factory (instantiate $shape (with "item" (type $item)) (with "make" (func $make))))
  (export "test:mid/factory" (instance $factory)))
