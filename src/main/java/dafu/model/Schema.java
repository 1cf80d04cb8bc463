package dafu.model;

import dafu.text.Message;
import dafu.text.Message.Language;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys of a record, a component each, with what {@link Key} says of them: the one list that everything else follows. */
public final class Schema<T extends Record> {
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            LocalDate.class, Kind.DATE, boolean.class, Kind.YES_NO, Integer.class, Kind.WHOLE, int.class, Kind.WHOLE);

    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final List<Method> accessors = new ArrayList<>();
    private final Constructor<T> constructor;

    /** What a value may be. A list may also be written as one value. */
    public enum Kind {
        TEXT("文字", "a text"),
        DATE("日期", "a date"),
        WHOLE("数字", "a number"),
        YES_NO("true 或 false", "true or false"),
        CHOICE("文字", "a text"),
        TEXTS("一个词或一列词", "a text or a list of texts"),
        RECORD("一组键和值", "keys and values"),
        RECORDS("一列键和值", "a list of keys and values");

        private final Message words;

        Kind(String zh, String en) {
            this.words = new Message(zh, en);
        }

        /** What an editor is told that it is. */
        public Message words() {
            return words;
        }
    }

    /** One key: its position among the components, its names, its kind, and what a record or choice consists of. */
    public record Field(
            int index,
            String name,
            List<String> zh,
            String about,
            String aboutEn,
            boolean required,
            boolean usual,
            boolean optional,
            Kind kind,
            List<Choice> choices,
            Optional<Schema<?>> nested) {

        /** Whether {@link #plain} has it for every record: it is required, or has a value of its own when it is not written. */
        public boolean always() {
            return required || !optional && (kind == Kind.CHOICE || kind == Kind.YES_NO);
        }

        /** The key as an editor writes it in this language. */
        public String name(Language language) {
            return language == Language.ZH ? zh.get(0) : name;
        }

        public String about(Language language) {
            return language == Language.ZH ? about : aboutEn;
        }
    }

    private Schema(Class<T> type) {
        List<Field> list = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameters = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            parameters[i] = components[i].getType();
            accessors.add(components[i].getAccessor());
            Field field = field(i, components[i]);
            list.add(field);
            byName.put(field.name, field);
            field.zh.forEach(zh -> byName.put(zh, field));
        }
        this.fields = List.copyOf(list);
        try {
            this.constructor = type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }

    public static <T extends Record> Schema<T> of(Class<T> type) {
        return new Schema<>(type);
    }

    public List<Field> fields() {
        return fields;
    }

    /** The key that is written so, in either language; a full-width or padded name is not one. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every name that may be written, English and Chinese. */
    public Iterable<String> names() {
        return byName.keySet();
    }

    /** The record with these values, one for each component, in order. */
    public T create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(constructor.toString(), impossible);
        }
    }

    /** A record of this schema as plain values by key, in order: texts, lists, maps, yes or no; nothing that is absent. */
    public Map<String, Object> plain(Object record) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Field field : fields) {
            try {
                Object value = accessors.get(field.index).invoke(record);
                (value instanceof Optional<?> optional ? optional : Optional.of(value))
                        .map(present -> plain(field, present))
                        .filter(present -> !present.equals(List.of()) && !present.equals(Map.of()))
                        .ifPresent(present -> plain.put(field.name, present));
            } catch (InvocationTargetException | IllegalAccessException impossible) {
                throw new IllegalStateException(field.name, impossible);
            }
        }
        return plain;
    }

    private static Object plain(Field field, Object value) {
        return switch (field.kind) {
            case TEXT, WHOLE, YES_NO, TEXTS -> value;
            case DATE -> value.toString();
            case CHOICE -> ((Choice) value).id();
            case RECORD -> field.nested.orElseThrow().plain(value);
            case RECORDS ->
                ((List<?>) value)
                        .stream().map(field.nested.orElseThrow()::plain).toList();
        };
    }

    /** What a component holds when its key is absent. */
    public static Object absent(Field field) {
        if (field.optional) {
            return Optional.empty();
        }
        return switch (field.kind) {
            case TEXTS, RECORDS -> List.of();
            case YES_NO -> false;
            case WHOLE -> 0;
            case CHOICE -> field.choices.get(0);
            case DATE -> LocalDate.EPOCH;
            case TEXT -> "";
            case RECORD -> field.nested.orElseThrow().empty();
        };
    }

    /** The record in which every key is absent. */
    T empty() {
        return create(fields.stream().map(Schema::absent).toArray());
    }

    private static Field field(int index, RecordComponent component) {
        String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Key key = Key.of(component.getDeclaringRecord(), name);
        Class<?> outer = component.getType();
        Class<?> inner = outer == Optional.class || outer == List.class
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : outer;
        return new Field(
                index,
                name,
                key.zh(),
                key.about(),
                key.aboutEn(),
                key.required(),
                key.usual(),
                outer == Optional.class,
                kind(outer == List.class, inner),
                inner.isEnum() ? List.of((Choice[]) inner.getEnumConstants()) : List.of(),
                inner.isRecord() ? Optional.of(new Schema<>(inner.asSubclass(Record.class))) : Optional.empty());
    }

    private static Kind kind(boolean list, Class<?> type) {
        if (type.isRecord()) {
            return list ? Kind.RECORDS : Kind.RECORD;
        }
        return list ? Kind.TEXTS : KINDS.getOrDefault(type, type.isEnum() ? Kind.CHOICE : Kind.TEXT);
    }
}
