(component (;c;)
  (core type $f (;0;) (func))
  (core type $t (;1;)
    (module
      (alias outer 1 0 (type (;0;)))
    )
  )
)
