package dafu;

import dafu.model.Json;
import dafu.model.Schema;
import dafu.model.Schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema (draft 7, the one that editors' programs know best) of what people write: every key in both languages,
 * a list also as one value. It suggests and warns while one types; what holds is what {@code check} says.
 */
final class EditorSchema {
    private EditorSchema() {}

    static String of(Schema<?> schema) {
        Map<String, Object> all = map("$schema", "http://json-schema.org/draft-07/schema#");
        all.putAll(object(schema));
        StringBuilder out = new StringBuilder();
        write(all, "", out);
        return out.append('\n').toString();
    }

    private static Map<String, Object> object(Schema<?> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Field field : schema.fields()) {
            names(field).forEach(name -> properties.put(name, property(field)));
            if (field.required()) {
                required.add(map(
                        "anyOf",
                        names(field).map(name -> map("required", List.of(name))).toList()));
            }
        }
        Map<String, Object> object = map("type", "object", "properties", properties, "additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("allOf", required);
        }
        return object;
    }

    private static Stream<String> names(Field field) {
        return Stream.concat(Stream.of(field.name()), field.zh().stream());
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> property = map("description", field.about() + " / " + field.aboutEn());
        Map<String, Object> text = map("type", List.of("string", "number"));
        property.putAll(
                switch (field.kind()) {
                    case TEXT -> text;
                    case DATE -> map("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");
                    case WHOLE -> map("type", "integer", "minimum", field.optional() ? 1 : 0);
                    case YES_NO -> map("enum", List.of(true, false, "是", "否"));
                    case CHOICE ->
                        map(
                                "enum",
                                field.choices().stream()
                                        .flatMap(choice -> Stream.of(choice.id(), choice.zh()))
                                        .toList());
                    case TEXTS -> map("anyOf", List.of(text, map("type", "array", "items", text)));
                    case RECORD -> object(field.nested().orElseThrow());
                    case RECORDS -> {
                        Map<String, Object> one = object(field.nested().orElseThrow());
                        yield map("anyOf", List.of(one, map("type", "array", "items", one)));
                    }
                });
        return property;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** A line for each member of an object, so that a diff shows which key has changed. */
    private static void write(Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            String before = "{\n";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before)
                        .append(indent)
                        .append("  ")
                        .append(Json.of(entry.getKey()))
                        .append(": ");
                write(entry.getValue(), indent + "  ", out);
                before = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else {
            out.append(Json.of(value));
        }
    }
}
