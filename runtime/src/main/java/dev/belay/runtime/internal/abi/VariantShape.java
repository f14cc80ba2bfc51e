package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the cases of a kind of variant are told apart in Java. */
interface VariantShape {
    record Case(int index, Optional<Object> payload) {}

    Object make(int index, Optional<Object> payload);

    Case caseOf(Object value);

    /** {@link VariantValue}. */
    static VariantShape variant(ValueType.Variant type) {
        List<String> labels = type.cases().stream().map(ValueType.Case::label).toList();
        Map<String, Integer> indices = indices(labels);
        return new VariantShape() {
            @Override
            public Object make(int index, Optional<Object> payload) {
                return new VariantValue(labels.get(index), payload);
            }

            @Override
            public Case caseOf(Object value) {
                if (value instanceof VariantValue(var label, var payload) && indices.containsKey(label)) {
                    return new Case(indices.get(label), payload);
                }
                throw AbiType.mismatch("a VariantValue with one of the labels " + labels, value);
            }
        };
    }

    /** The label as a string. */
    static VariantShape enumeration(ValueType.Enum type) {
        List<String> labels = type.labels();
        Map<String, Integer> indices = indices(labels);
        return new VariantShape() {
            @Override
            public Object make(int index, Optional<Object> payload) {
                return labels.get(index);
            }

            @Override
            public Case caseOf(Object value) {
                String label = switch (value) {
                    case String s -> s;
                    case Enum<?> e -> e.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                    default -> throw AbiType.mismatch("one of " + labels, value);
                };
                Integer index = indices.get(label);
                if (index == null) {
                    throw AbiType.mismatch("one of " + labels, value);
                }
                return new Case(index, Optional.empty());
            }
        };
    }

    /** {@link Optional}. */
    VariantShape OPTION = new VariantShape() {
        @Override
        public Object make(int index, Optional<Object> payload) {
            return payload;
        }

        @Override
        public Case caseOf(Object value) {
            if (!(value instanceof Optional<?> option)) {
                throw AbiType.mismatch("an Optional", value);
            }
            return new Case(option.isPresent() ? 1 : 0, option.map(Object.class::cast));
        }
    };

    /** {@link ResultValue}. */
    VariantShape RESULT = new VariantShape() {
        @Override
        public Object make(int index, Optional<Object> payload) {
            return index == 0 ? new ResultValue.Ok(payload) : new ResultValue.Err(payload);
        }

        @Override
        public Case caseOf(Object value) {
            return switch (value) {
                case ResultValue.Ok(var payload) -> new Case(0, payload);
                case ResultValue.Err(var payload) -> new Case(1, payload);
                default -> throw AbiType.mismatch("a ResultValue", value);
            };
        }
    };

    private static Map<String, Integer> indices(List<String> labels) {
        var indices = new HashMap<String, Integer>();
        for (int i = 0; i < labels.size(); i++) {
            indices.put(labels.get(i), i);
        }
        return indices;
    }
}
