;; Defines the resource item, whose representation is the value that it holds.
(component
  (core module $m
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "get") (param i32) (result i32) (local.get 0)))
  (type $own (resource (rep i32)))
  (core func $new (canon resource.new $own))
  (core instance $i (instantiate $m (with "" (instance (export "new" (func $new))))))
  (func $make (param "value" u32) (result (own $own)) (canon lift (core func $i "make")))
  (func $get (param "self" (borrow $own)) (result u32) (canon lift (core func $i "get")))
  (component $shape
    (import "item" (type $item (sub resource)))
    (import "make" (func $make (param "value" u32) (result (own $item))))
    (import "get" (func $get (param "self" (borrow $item)) (result u32)))
    (export $out "item" (type $item))
    (export "[constructor]item" (func $make) (func (param "value" u32) (result (own $out))))
    (export "[method]item.get" (func $get) (func (param "self" (borrow $out)) (result u32))))
  (instance $store (instantiate $shape
    (with "item" (type $own)) (with "make" (func $make)) (with "get" (func $get))))
  (export "test:store/store@1.0.0" (instance $store)))
