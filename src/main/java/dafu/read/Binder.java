package dafu.read;

import dafu.model.Choice;
import dafu.model.Schema;
import dafu.model.Schema.Field;
import dafu.text.Diagnostic;
import dafu.text.Han;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Numerals;
import dafu.text.Parsed;
import dafu.text.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping as a record: every key that the record declares, in either language, with its type; all mistakes at once. */
final class Binder {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DATE_LIKE =
            Pattern.compile("\\D*(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?.*");
    private static final String EXAMPLE = "2023-07-05";
    private static final Message LIST = new Message("列表", "a list");

    private final String file;
    private final List<Diagnostic> found = new ArrayList<>();

    private Binder(String file) {
        this.file = file;
    }

    static <T extends Record> Parsed<FrontMatter.Head<T>> bind(Schema<T> schema, Yaml.Mapping mapping, String file) {
        Binder binder = new Binder(file);
        FrontMatter.Head<T> head = binder.record(schema, mapping, "");
        return new Parsed<>(head, binder.found);
    }

    private <R extends Record> FrontMatter.Head<R> record(Schema<R> type, Yaml.Mapping mapping, String within) {
        Object[] values = type.fields().stream().map(Schema::absent).toArray();
        @Nullable Location[] places = new Location[values.length];
        @Nullable Location[] keys = new Location[values.length];
        for (Yaml.Entry entry : mapping.entries()) {
            Yaml.Scalar key = entry.key();
            Optional<Field> known = type.field(key.text().strip());
            if (known.isEmpty()) {
                unknown(type, key, within);
                continue;
            }
            Field field = known.get();
            Location first = keys[field.index()];
            if (first != null) {
                found.add(Diagnostic.of("duplicate-key", key.at(), key.text(), first.line()));
                continue;
            }
            keys[field.index()] = key.at();
            if (!(entry.value() instanceof Yaml.Scalar scalar && scalar.text().isBlank())) {
                places[field.index()] = entry.value().at();
                value(field, entry.value())
                        .ifPresent(value ->
                                values[field.index()] = Shared.of(field.optional() ? Optional.of(value) : value));
            }
        }
        for (Field field : type.fields()) {
            if (field.required() && places[field.index()] == null) {
                Location key = keys[field.index()];
                Location at = key != null ? key : within.isEmpty() ? Location.file(file) : mapping.at();
                String example = field.kind() == Schema.Kind.DATE ? EXAMPLE : "…";
                found.add(Diagnostic.of("required", at, field.zh().get(0), field.name(), example));
            }
        }
        return new FrontMatter.Head<>(type.create(values), places);
    }

    private Optional<Object> value(Field field, Yaml.Value value) {
        return switch (field.kind()) {
            case TEXTS, RECORDS -> Optional.of(list(field, value));
            case RECORD ->
                value instanceof Yaml.Mapping mapping ? Optional.of(nested(field, mapping)) : wrongType(field, value);
            default -> value instanceof Yaml.Scalar scalar ? scalar(field, scalar) : wrongType(field, value);
        };
    }

    private Optional<Object> scalar(Field field, Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        return switch (field.kind()) {
            case DATE -> date(scalar.at(), text);
            case YES_NO -> {
                boolean yes = text.equals("true") || text.equals("是");
                yield yes || text.equals("false") || text.equals("否")
                        ? Optional.of(yes)
                        : wrong("type/yes-no", scalar.at(), field.name(), Message.clip(text));
            }
            case WHOLE ->
                text.matches(field.optional() ? "[1-9]\\d{0,5}" : "0|[1-9]\\d{0,5}")
                        ? Optional.of(Integer.parseInt(text))
                        : wrong(
                                field.optional() ? "type/whole" : "type/count",
                                scalar.at(),
                                field.name(),
                                Message.clip(text));
            case CHOICE -> choice(field, scalar.at(), text);
            default -> Optional.of(Shared.of(text));
        };
    }

    /** The records of a list, or its texts but for empty ones; a value alone is a list of one. */
    private List<Object> list(Field field, Yaml.Value value) {
        boolean records = field.kind() == Schema.Kind.RECORDS;
        List<Object> list = new ArrayList<>();
        for (Yaml.Value item : value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value)) {
            if (records && item instanceof Yaml.Mapping mapping) {
                list.add(nested(field, mapping));
            } else if (records || !(item instanceof Yaml.Scalar scalar)) {
                wrongType(field, item);
            } else if (!scalar.text().isBlank()) {
                list.add(Shared.of(scalar.text().strip()));
            }
        }
        return List.copyOf(list);
    }

    private Object nested(Field field, Yaml.Mapping mapping) {
        return record(field.nested().orElseThrow(), mapping, field.name()).record();
    }

    private Optional<Object> date(Location at, String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            Optional<LocalDate> day = Numerals.day(number(iso, 1), number(iso, 2), number(iso, 3));
            return day.isPresent() ? Optional.of(day.get()) : wrong("date/impossible", at, text);
        }
        Matcher like = DATE_LIKE.matcher(Han.fold(text));
        return wrong(
                "date",
                at,
                Message.clip(text),
                like.matches()
                        ? String.format(Locale.ROOT, "%s-%02d-%02d", like.group(1), number(like, 2), number(like, 3))
                        : EXAMPLE);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Optional<Object> choice(Field field, Location at, String text) {
        for (Choice choice : field.choices()) {
            if (choice.id().equals(text) || choice.zh().equals(text)) {
                return Optional.of(choice);
            }
        }
        return wrong(
                "value",
                at,
                field.name(),
                Message.clip(text),
                field.choices().stream().map(c -> c.id() + "（" + c.zh() + "）").collect(Collectors.joining("、")),
                field.choices().stream().map(Choice::id).collect(Collectors.joining(", ")));
    }

    private void unknown(Schema<?> type, Yaml.Scalar key, String within) {
        Optional<String> near = Suggestion.closest(key.text().strip(), type.names());
        String name = within.isEmpty() ? Message.clip(key.text()) : within + "." + Message.clip(key.text());
        wrong(near.isPresent() ? "unknown-key/near" : "unknown-key", key.at(), name, near.orElse(""));
    }

    private Optional<Object> wrongType(Field field, Yaml.Value value) {
        Message shape = value instanceof Yaml.Scalar
                ? Schema.Kind.TEXT.words()
                : value instanceof Yaml.Sequence ? LIST : Schema.Kind.RECORD.words();
        Message kind = field.kind().words();
        String keys = field.nested().stream()
                .flatMap(nested -> nested.fields().stream())
                .map(each -> each.name() + ": …")
                .collect(Collectors.joining(", "));
        return wrong(
                keys.isEmpty() ? "type" : "type/record",
                value.at(),
                field.name(),
                kind.zh(),
                shape.zh(),
                kind.en(),
                shape.en(),
                keys);
    }

    private Optional<Object> wrong(String what, Location at, Object... about) {
        found.add(Diagnostic.of(what, at, about));
        return Optional.empty();
    }
}
