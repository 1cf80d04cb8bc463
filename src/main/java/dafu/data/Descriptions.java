package dafu.data;

import static dafu.model.Json.ordered;

import dafu.model.Choice;
import dafu.model.Json;
import dafu.model.OpenData;
import dafu.model.OpenData.DataFile;
import dafu.model.Schema;
import dafu.model.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tells programs how to read the data: a JSON Schema of the lines, and a data package (Frictionless, version 1). */
final class Descriptions {
    private static final String IDENTIFIER = "[-a-zA-Z0-9._]+";
    private static final Map<String, String> MEDIA_TYPES = Map.of("csv", "text/csv", "jsonl", "application/jsonl");
    private static final Map<String, Object> DIALECT =
            ordered("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\"", "doubleQuote", true, "header", true);

    private Descriptions() {}

    /** The JSON Schema (draft 2020-12) of a line of {@code replies.jsonl}. */
    static Json schema(Site site) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        site.absolute("data/replies.schema.json").ifPresent(id -> schema.put("$id", id));
        schema.put("title", site.title());
        schema.putAll(object(OpenData.LINE));
        return Json.of(schema);
    }

    private static Map<String, Object> object(List<Schema.Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), property(field)));
        List<String> required = fields.stream()
                .filter(Schema.Field::always)
                .map(Schema.Field::name)
                .toList();
        Map<String, Object> object = ordered("type", "object", "properties", properties, "required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> property(Schema.Field field) {
        Map<String, Object> property = ordered("title", field.zh().get(0), "description", about(field));
        Map<String, Object> nested =
                field.nested().map(schema -> object(schema.fields())).orElse(Map.of());
        property.putAll(
                switch (field.kind()) {
                    case TEXT -> ordered("type", "string");
                    case DATE -> ordered("type", "string", "format", "date");
                    case WHOLE -> ordered("type", "integer");
                    case YES_NO -> ordered("type", "boolean");
                    case CHOICE -> ordered("type", "string", "enum", choices(field));
                    case TEXTS -> ordered("type", "array", "items", ordered("type", "string"));
                    case RECORD -> nested;
                    case RECORDS -> ordered("type", "array", "items", nested);
                });
        return property;
    }

    /** The data package: every file with its size and hash, the table with its columns. */
    static Json dataPackage(Site site, List<DataFile> files) {
        Map<String, Object> all = ordered("profile", "data-package", "name", "replies", "title", site.title());
        site.settings().description().ifPresent(about -> all.put("description", about));
        site.absolute("").ifPresent(home -> all.put("homepage", home));
        site.settings()
                .publisher()
                .ifPresent(who -> all.put("contributors", List.of(ordered("title", who, "role", "publisher"))));
        site.settings().licence().ifPresent(licence -> all.put("licenses", List.of(licence(licence))));
        all.put("resources", files.stream().map(file -> resource(site, file)).toList());
        return Json.of(all);
    }

    private static Map<String, Object> licence(String licence) {
        return licence.startsWith("http")
                ? ordered("path", licence)
                : licence.matches(IDENTIFIER) ? ordered("name", licence) : ordered("name", "other", "title", licence);
    }

    private static Map<String, Object> resource(Site site, DataFile file) {
        String path = file.path().substring("data/".length());
        String format = path.substring(path.lastIndexOf('.') + 1);
        boolean table = file.name().equals("table");
        Map<String, Object> resource = ordered("profile", table ? "tabular-data-resource" : "data-resource");
        resource.put("name", file.name());
        resource.put("path", path);
        resource.put("title", site.say("data.file." + file.name().replaceFirst("-\\d+$", "")));
        resource.put("format", format);
        resource.put("mediatype", MEDIA_TYPES.getOrDefault(format, "application/schema+json"));
        resource.putAll(ordered("encoding", "utf-8", "bytes", file.bytes(), "hash", "sha256:" + file.sha256()));
        if (table) {
            List<?> columns = OpenData.COLUMNS.stream().map(Descriptions::field).toList();
            resource.put("dialect", DIALECT);
            resource.put("schema", ordered("fields", columns, "primaryKey", List.of("id")));
        }
        return resource;
    }

    private static Map<String, Object> field(OpenData.Column column) {
        Schema.Field field = column.field();
        String type = switch (field.kind()) {
            case DATE -> "date";
            case WHOLE -> "integer";
            case YES_NO -> "boolean";
            default -> "string";
        };
        Map<String, Object> described = ordered("name", column.name(), "title", column.zh());
        described.putAll(ordered("description", about(field), "type", type));
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (column.always()) {
            constraints.put("required", true);
        }
        if (field.kind() == Schema.Kind.CHOICE) {
            constraints.put("enum", choices(field));
        }
        if (!constraints.isEmpty()) {
            described.put("constraints", constraints);
        }
        return described;
    }

    private static String about(Schema.Field field) {
        return field.about() + " / " + field.aboutEn();
    }

    private static List<String> choices(Schema.Field field) {
        return field.choices().stream()
                .map(Choice::id)
                .filter(id -> !id.equals("draft"))
                .toList();
    }
}
