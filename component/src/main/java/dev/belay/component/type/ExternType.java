package dev.belay.component.type;

/** The type of an import or export. */
public sealed interface ExternType {
    /** What it is, in the specification's word: {@code func}, {@code instance}, … */
    String sort();

    record Func(FunctionType type) implements ExternType {
        @Override
        public String sort() {
            return "func";
        }
    }

    record Instance(InstanceType type) implements ExternType {
        @Override
        public String sort() {
            return "instance";
        }
    }

    record Component(ComponentType type) implements ExternType {
        @Override
        public String sort() {
            return "component";
        }
    }

    record Module(CoreModuleType type) implements ExternType {
        @Override
        public String sort() {
            return "core module";
        }
    }

    record Value(ValueType type) implements ExternType {
        @Override
        public String sort() {
            return "value";
        }
    }

    /** {@code (type (eq …))}: this very type. */
    record TypeEq(AnyType type) implements ExternType {
        @Override
        public String sort() {
            return "type";
        }
    }

    /** {@code (type (sub resource))}: some resource type; {@code variable} stands for it in what surrounds this. */
    record AbstractResource(ResourceType variable) implements ExternType {
        @Override
        public String sort() {
            return "type";
        }
    }
}
