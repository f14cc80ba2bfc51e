package dev.belay.platform.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A shape in the words of JSON Schema (draft 2020-12), for editors that complete and check what is written. */
public final class JsonSchema {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** What people write without quotes is a number or a flag to a schema, though it is meant as text. */
    private static final List<String> SCALAR = List.of("string", "number", "boolean");

    private JsonSchema() {}

    /** @param id the schema's own name, a URI */
    public static String text(String id, String title, Shape shape) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.putAll(of(shape));
        return MAPPER.writeValueAsString(schema) + "\n";
    }

    private static Map<String, Object> of(Shape shape) {
        var schema = new LinkedHashMap<String, Object>();
        switch (shape) {
            case Shape.Text text -> {
                schema.put("type", SCALAR);
                schema.put("pattern", "^(?:" + text.pattern().pattern() + ")$");
                schema.put("description", "expected: " + text.expected());
            }
            case Shape.Whole(long least, long most) -> {
                schema.put("type", "integer");
                schema.put("minimum", least);
                schema.put("maximum", most);
            }
            case Shape.Number(double least, double most) -> {
                schema.put("type", "number");
                schema.put("minimum", least);
                schema.put("maximum", most);
            }
            case Shape.Flag _ -> schema.put("type", "boolean");
            case Shape.Choice(List<String> words) -> schema.put("enum", words);
            case Shape.Items(Shape each, int most) -> {
                schema.put("type", "array");
                schema.put("maxItems", most);
                schema.put("items", of(each));
            }
            case Shape.Table table -> {
                schema.put("type", "object");
                schema.put("maxProperties", table.most());
                schema.put("propertyNames", Map.of("pattern", "^(?:" + table.key().pattern().pattern() + ")$"));
                schema.put("additionalProperties", of(table.each()));
            }
            case Shape.Fields fields -> fields(schema, fields);
            case Shape.Either(Shape plain, Shape table) -> schema.put("anyOf", List.of(of(plain), of(table)));
        }
        return schema;
    }

    private static void fields(Map<String, Object> schema, Shape.Fields fields) {
        var properties = new LinkedHashMap<String, Object>();
        for (Shape.Field field : fields.fields()) {
            Map<String, Object> its = of(field.shape());
            its.put("description", field.does());
            properties.put(field.name(), its);
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        List<String> required =
                fields.fields().stream().filter(Shape.Field::required).map(Shape.Field::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!fields.oneOf().isEmpty()) {
            schema.put("oneOf", fields.oneOf().stream().map(name -> Map.of("required", List.of(name))).toList());
        }
    }
}
