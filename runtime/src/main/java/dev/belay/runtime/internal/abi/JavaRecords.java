package dev.belay.runtime.internal.abi;

import dev.belay.wit.name.JavaNames;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Java records given where a component record is wanted: components are matched to labels by name. */
final class JavaRecords {
    private static final ClassValue<Map<String, RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
            var components = new HashMap<String, RecordComponent>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                components.put(component.getName(), component);
            }
            return components;
        }
    };

    private JavaRecords() {}

    static List<Object> values(Record value, List<String> labels) {
        Map<String, RecordComponent> components = COMPONENTS.get(value.getClass());
        var values = new ArrayList<Object>();
        for (String label : labels) {
            RecordComponent component = components.get(JavaNames.camelCase(label));
            if (component == null) {
                throw new IllegalArgumentException("expected a record with a component '" + JavaNames.camelCase(label)
                        + "' for field '" + label + "', found " + value.getClass().getName());
            }
            try {
                values.add(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("cannot read component '" + component.getName() + "' of "
                        + value.getClass().getName(), e);
            }
        }
        return values;
    }
}
