(component
  (import "test:clock/now@1.0.1" (instance $now
    (export "t" (type $t (sub resource)))
    (export "tick" (func (result (own $t))))))
  (export "tick" (func $now "tick")))
