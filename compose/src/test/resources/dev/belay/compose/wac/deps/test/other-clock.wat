(component
  (import "test:clock/now@1.0.1" (instance $now
    (export "tick" (func (result u32)))))
  (export "tick" (func $now "tick")))
