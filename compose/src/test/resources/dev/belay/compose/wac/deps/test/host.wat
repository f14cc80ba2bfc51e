;; Instantiates the component that it is given.
(component
  (import "guest" (component $guest
    (import "log" (func (param "text" string)))
    (export "run" (func (result u32)))))
  (import "log" (func $log (param "text" string)))
  (instance $i (instantiate $guest (with "log" (func $log))))
  (export "run" (func $i "run")))
