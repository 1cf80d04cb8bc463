package dafu.read;

import dafu.model.Choice;
import dafu.model.Schema;
import dafu.model.Schema.Field;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Parsed;
import dafu.text.Suggestion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping as a record: every key that the record declares, in either language, with its type; all mistakes at once. */
final class Binder<T extends Record> {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DATE_LIKE =
            Pattern.compile("\\D*(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?.*");

    private final Schema<T> schema;
    private final String file;
    private final List<Diagnostic> found = new ArrayList<>();

    /** What was bound, and where each key's value stands, by the key's index. */
    record Bound<T>(T record, @Nullable Location[] places) {}

    private Binder(Schema<T> schema, String file) {
        this.schema = schema;
        this.file = file;
    }

    static <T extends Record> Parsed<Bound<T>> bind(Schema<T> schema, Yaml.Mapping mapping, String file) {
        Binder<T> binder = new Binder<>(schema, file);
        Bound<T> bound = binder.record(schema, mapping, "");
        return new Parsed<>(bound, binder.found);
    }

    private <R extends Record> Bound<R> record(Schema<R> type, Yaml.Mapping mapping, String within) {
        Object[] values = type.fields().stream().map(Schema::absent).toArray();
        @Nullable Location[] places = new Location[values.length];
        Map<Field, Location> seen = new TreeMap<>(java.util.Comparator.comparingInt(Field::index));
        for (Yaml.Entry entry : mapping.entries()) {
            Optional<Field> field = type.field(entry.key().text().strip());
            if (field.isEmpty()) {
                unknown(type, entry.key(), within);
                continue;
            }
            Location first = seen.putIfAbsent(field.get(), entry.key().at());
            if (first != null) {
                error(
                        entry.key().at(),
                        "duplicate-key",
                        Message.of(
                                "“%s”写了两次，第一次在第 %d 行",
                                "“%s” stands twice, first on line %d",
                                entry.key().text(),
                                first.line()),
                        Message.of("只留一个", "keep one of them"));
                continue;
            }
            if (isEmpty(entry.value())) {
                continue;
            }
            places[field.get().index()] = entry.value().at();
            value(field.get(), entry.value())
                    .ifPresent(v -> values[field.get().index()] = field.get().optional() ? Optional.of(v) : v);
        }
        for (Field field : type.fields()) {
            if (field.required() && places[field.index()] == null) {
                Location at = seen.getOrDefault(field, within.isEmpty() ? Location.file(file) : mapping.at());
                error(
                        at,
                        "required",
                        Message.of(
                                "缺少必填的“%s”（%s）",
                                "the required key “%2$s” (%1$s) is missing",
                                field.zh().get(0),
                                field.name()),
                        Message.of(
                                "加一行 %s: %s",
                                "add a line %s: %s",
                                field.name(),
                                field.kind() == Schema.Kind.DATE ? "2023-07-05" : "…"));
            }
        }
        return new Bound<>(type.create(values), places);
    }

    private static boolean isEmpty(Yaml.Value value) {
        return value instanceof Yaml.Scalar scalar && scalar.text().isBlank();
    }

    private Optional<Object> value(Field field, Yaml.Value value) {
        return switch (field.kind()) {
            case TEXTS -> Optional.of(texts(field, value));
            case RECORDS -> Optional.of(records(field, value));
            case RECORD ->
                value instanceof Yaml.Mapping mapping
                        ? Optional.of(record(field.nested().orElseThrow(), mapping, field.name())
                                .record())
                        : wrongType(field, value);
            default -> value instanceof Yaml.Scalar scalar ? scalar(field, scalar) : wrongType(field, value);
        };
    }

    private Optional<Object> scalar(Field field, Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        return switch (field.kind()) {
            case DATE -> date(scalar);
            case YES_NO -> yesNo(field, scalar, text);
            case WHOLE -> whole(field, scalar, text);
            case CHOICE -> choice(field, scalar, text);
            default -> Optional.of(text);
        };
    }

    private List<String> texts(Field field, Yaml.Value value) {
        List<String> texts = new ArrayList<>();
        for (Yaml.Value item : items(value)) {
            if (item instanceof Yaml.Scalar scalar) {
                if (!scalar.text().isBlank()) {
                    texts.add(scalar.text().strip());
                }
            } else {
                wrongType(field, item);
            }
        }
        return List.copyOf(texts);
    }

    private List<Object> records(Field field, Yaml.Value value) {
        List<Object> records = new ArrayList<>();
        for (Yaml.Value item : items(value)) {
            if (item instanceof Yaml.Mapping mapping) {
                records.add(record(field.nested().orElseThrow(), mapping, field.name())
                        .record());
            } else {
                wrongType(field, item);
            }
        }
        return List.copyOf(records);
    }

    private static List<Yaml.Value> items(Yaml.Value value) {
        return value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value);
    }

    private Optional<Object> date(Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            try {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            } catch (DateTimeException impossible) {
                error(
                        scalar.at(),
                        "date",
                        Message.of("没有“%s”这一天", "\"%s\" is not a date", text),
                        Message.of("核对年月日，写成 2023-07-05 的样子", "write it as YYYY-MM-DD"));
                return Optional.empty();
            }
        }
        Matcher like = DATE_LIKE.matcher(dafu.text.Han.fold(text));
        String example = like.matches()
                ? String.format(Locale.ROOT, "%s-%02d-%02d", like.group(1), number(like, 2), number(like, 3))
                : "2023-07-05";
        error(
                scalar.at(),
                "date",
                Message.of("“%s”不是日期", "\"%s\" is not a date", clip(text)),
                Message.of("写成 %s", "write it as %s", example));
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Optional<Object> yesNo(Field field, Yaml.Scalar scalar, String text) {
        return switch (text) {
            case "true", "是" -> Optional.of(true);
            case "false", "否" -> Optional.of(false);
            default -> {
                error(
                        scalar.at(),
                        "type",
                        Message.of(
                                "“%s”应是 true 或 false，却是“%s”",
                                "“%s” should be true or false, found “%s”", field.name(), clip(text)),
                        Message.of("写 true（是）或 false（否）", "write true or false"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Object> whole(Field field, Yaml.Scalar scalar, String text) {
        if (text.matches("[1-9]\\d{0,5}")) {
            return Optional.of(Integer.parseInt(text));
        }
        error(
                scalar.at(),
                "type",
                Message.of(
                        "“%s”应是正整数，却是“%s”",
                        "“%s” should be a whole number above zero, found “%s”", field.name(), clip(text)),
                Message.of("写成数字，如 20", "write a number such as 20"));
        return Optional.empty();
    }

    private Optional<Object> choice(Field field, Yaml.Scalar scalar, String text) {
        for (Choice choice : field.choices()) {
            if (choice.id().equals(text) || choice.zh().equals(text)) {
                return Optional.of(choice);
            }
        }
        String zh = String.join(
                "、",
                field.choices().stream().map(c -> c.id() + "（" + c.zh() + "）").toList());
        String en = String.join(", ", field.choices().stream().map(Choice::id).toList());
        error(
                scalar.at(),
                "value",
                Message.of("“%s”不能是“%s”", "“%s” cannot be “%s”", field.name(), clip(text)),
                new Message("可用的值：" + zh, "one of " + en));
        return Optional.empty();
    }

    private void unknown(Schema<?> type, Yaml.Scalar key, String within) {
        Optional<String> close = Suggestion.closest(key.text().strip(), type.names());
        error(
                key.at(),
                "unknown-key",
                Message.of(
                        "没有“%s”这个键",
                        "unknown key “%s”", within.isEmpty() ? clip(key.text()) : within + "." + clip(key.text())),
                close.map(name -> Message.of("是不是 %s？", "did you mean %s?", name))
                        .orElse(Message.of("可用的键见 content/README.md", "content/README.md lists the keys")));
    }

    private Optional<Object> wrongType(Field field, Yaml.Value value) {
        error(
                value.at(),
                "type",
                Message.of(
                        "“%s”应是%s，却是%s",
                        "“%s” should be %4$s, found %5$s",
                        field.name(),
                        zhKind(field),
                        zhShape(value),
                        enKind(field),
                        enShape(value)),
                field.nested().isPresent()
                        ? Message.of(
                                "里面写 %s",
                                "it holds %s",
                                String.join(
                                        ", ",
                                        field.nested().get().fields().stream()
                                                .map(f -> f.name() + ": …")
                                                .toList()))
                        : Message.of("写成 %s: …", "write %s: …", field.name()));
        return Optional.empty();
    }

    private static String zhKind(Field field) {
        return switch (field.kind()) {
            case DATE -> "日期";
            case WHOLE -> "数字";
            case YES_NO -> "true 或 false";
            case TEXTS -> "一个词或一列词";
            case RECORD -> "一组键和值";
            case RECORDS -> "一列键和值";
            default -> "文字";
        };
    }

    private static String enKind(Field field) {
        return switch (field.kind()) {
            case DATE -> "a date";
            case WHOLE -> "a number";
            case YES_NO -> "true or false";
            case TEXTS -> "a text or a list of texts";
            case RECORD -> "keys and values";
            case RECORDS -> "a list of keys and values";
            default -> "a text";
        };
    }

    private static String zhShape(Yaml.Value value) {
        return value instanceof Yaml.Scalar ? "文字" : value instanceof Yaml.Sequence ? "列表" : "一组键和值";
    }

    private static String enShape(Yaml.Value value) {
        return value instanceof Yaml.Scalar ? "a text" : value instanceof Yaml.Sequence ? "a list" : "keys and values";
    }

    private static String clip(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 50)) + "…";
    }

    private void error(Location at, String rule, Message message, Message hint) {
        found.add(Diagnostic.error(at, rule, message, hint));
    }
}
