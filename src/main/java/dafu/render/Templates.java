package dafu.render;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.NotIterableCode;
import com.github.mustachejava.codes.PartialCode;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import dafu.model.Html;
import dafu.model.Json;
import dafu.model.Page;
import dafu.model.Strings;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Parsed;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The layouts, compiled and held against the records they receive. All of a layout is checked, also what this build does
 * not render: every name must be a component, and only {@link Html} and {@link Json} may stay unescaped.
 */
public final class Templates {
    private static final String ENDING = ".mustache";
    private static final String WORDS = "t";
    private static final Pattern FAILED_AT = Pattern.compile("(.*?)\\s*@?\\s*\\[([^:\\]]+):(\\d+)].*", Pattern.DOTALL);
    private static final Field CONTEXT = field(DefaultCode.class, "tc");
    private static final Field ESCAPED = field(ValueCode.class, "encoded");

    private final Layouts layouts;
    private final Strings strings;
    private final Spoken spoken;
    private final Map<String, Mustache> compiled = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    /** What every layout sees beside its own record: the words of the site's language. */
    public record Words(Map<String, String> t) {}

    private Templates(Layouts layouts, Strings strings) {
        this.layouts = layouts;
        this.strings = strings;
        this.spoken = new Spoken(strings);
    }

    /** Compiles a layout for each view and reports what is wrong with any of them. */
    public static Parsed<Templates> load(Layouts layouts, Strings strings, Map<String, Class<? extends Record>> views) {
        Templates templates = new Templates(layouts, strings);
        Factory factory = templates.new Factory();
        new TreeMap<>(views).forEach((name, view) -> templates.load(factory, name, view));
        return new Parsed<>(
                templates, templates.found.stream().distinct().sorted().toList());
    }

    /** Whether every layout is there and well formed, so that pages can be made. */
    public boolean usable() {
        return found.isEmpty();
    }

    /** The page as UTF-8. */
    public byte[] render(Page page) {
        Mustache layout = compiled.get(page.layout());
        if (layout == null) {
            throw new IllegalStateException("no layout " + page.layout());
        }
        StringWriter writer = new StringWriter(16 << 10);
        layout.execute(
                writer, new Object[] {new Words(strings.words()), page.view().get()});
        return spoken.page(writer.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private void load(Factory factory, String name, Class<? extends Record> view) {
        String file = name + ENDING;
        if (layouts.find(file).isEmpty()) {
            missing(Location.file(layouts.shown(file)), file);
            return;
        }
        try {
            Mustache mustache = factory.compile(file);
            compiled.put(name, mustache);
            check(mustache, List.of(Words.class, view), new ArrayList<>());
        } catch (MustacheException broken) {
            syntax(broken, file);
        }
    }

    private void syntax(MustacheException broken, String file) {
        Throwable cause = broken;
        while (cause.getCause() instanceof MustacheException deeper) {
            cause = deeper;
        }
        String message = String.valueOf(cause.getMessage());
        Matcher at = FAILED_AT.matcher(message);
        Location location = at.matches()
                ? new Location(layouts.shown(at.group(2)), Math.max(1, Integer.parseInt(at.group(3))), 1, 0)
                : Location.file(layouts.shown(file));
        if (found.stream().anyMatch(f -> f.rule().equals("layout-missing"))) {
            return;
        }
        found.add(Diagnostic.of("layout", location, at.matches() ? at.group(1) : message));
    }

    private void missing(Location at, String file) {
        found.add(Diagnostic.of("layout-missing", at, layouts.shown(file)));
    }

    /** Walks a layout with the types of the values it is given, innermost last. */
    private void check(Code parent, List<Type> scopes, List<String> partials) {
        Code[] codes = parent.getCodes();
        for (Code code : codes == null ? new Code[0] : codes) {
            if (code instanceof ValueCode value) {
                value(value, scopes);
            } else if (code instanceof PartialCode partial) {
                if (!partials.contains(partial.getName())) {
                    List<String> inside = new ArrayList<>(partials);
                    inside.add(partial.getName());
                    check(partial, scopes, inside);
                }
            } else if (code instanceof NotIterableCode) {
                resolve(code, scopes);
                check(code, scopes, partials);
            } else if (code instanceof IterableCode) {
                check(code, inside(resolve(code, scopes), scopes), partials);
            } else {
                check(code, scopes, partials);
            }
        }
    }

    private void value(ValueCode code, List<Type> scopes) {
        Optional<Type> type = resolve(code, scopes);
        boolean escaped = (boolean) get(ESCAPED, code);
        type.ifPresent(t -> {
            boolean markup = t == Html.class || t == Json.class;
            if (markup == escaped || !markup && t != String.class && t != int.class) {
                String how = t == String.class || t == int.class ? "layout-value/text" : "layout-value";
                found.add(Diagnostic.of(markup ? "layout-value/markup" : how, at(code), code.getName()));
            }
        });
    }

    private static List<Type> inside(Optional<Type> type, List<Type> scopes) {
        if (type.isEmpty() || type.get() == boolean.class) {
            return scopes;
        }
        List<Type> inside = new ArrayList<>(scopes);
        inside.add(type.get() instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type.get());
        return inside;
    }

    /** The type of a name, or empty, with a finding, where no scope has it. */
    private Optional<Type> resolve(Code code, List<Type> scopes) {
        String name = code.getName();
        if (name.equals(".")) {
            return Optional.of(scopes.get(scopes.size() - 1));
        }
        if (name.startsWith(WORDS + ".")) {
            return word(code, name.substring(WORDS.length() + 1));
        }
        String[] parts = name.split("\\.");
        Optional<Type> type = Optional.empty();
        for (int i = scopes.size() - 1; i >= 0 && type.isEmpty(); i--) {
            type = component(scopes.get(i), parts[0]);
        }
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            type = type.flatMap(t -> component(t, part));
        }
        if (type.isEmpty()) {
            unknown(code, name, scopes.get(scopes.size() - 1));
        }
        return type;
    }

    private Optional<Type> word(Code code, String word) {
        if (word.contains(".") || strings.find(word).isEmpty()) {
            String file = layouts.shown("strings/" + strings.language() + ".yml");
            found.add(Diagnostic.of("layout-name/word", at(code), word, file));
        }
        return Optional.of(String.class);
    }

    private static Optional<Type> component(Type type, String name) {
        if (type instanceof Class<?> record && record.isRecord()) {
            for (Method method : record.getDeclaredMethods()) {
                if (method.getName().equals(name) && isValue(method)) {
                    return Optional.of(method.getGenericReturnType());
                }
            }
        }
        return Optional.empty();
    }

    /** A component, or what a record derives from its components. */
    private static boolean isValue(Method method) {
        return method.getParameterCount() == 0
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers());
    }

    private void unknown(Code code, String name, Type scope) {
        String names = scope instanceof Class<?> record && record.isRecord()
                ? Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(" "))
                : ".";
        found.add(Diagnostic.of("layout-name", at(code), name, names));
    }

    /** The place of a tag: the library keeps its line, or that on which a section ends. */
    private Location at(Code code) {
        TemplateContext context = (TemplateContext) get(CONTEXT, code);
        return find(context.file(), context.line(), "[{&#^]?", code.getName())
                .orElseGet(() -> new Location(layouts.shown(context.file()), context.line(), 1, 0));
    }

    /** Where a layout that does not exist is asked for. */
    private Location referrer(String name) {
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return layouts.below("").stream()
                .filter(file -> file.endsWith(ENDING))
                .flatMap(file -> find(file, Integer.MAX_VALUE, "[<>]", stem).stream())
                .findFirst()
                .orElse(Location.file(layouts.shown(name)));
    }

    /** Where a tag stands in a file, looked for from a line upwards. */
    private Optional<Location> find(String file, int from, String sign, String name) {
        Pattern tag = Pattern.compile("\\{\\{" + sign + "\\s*" + Pattern.quote(name) + "\\s*}}");
        String[] lines = new String(layouts.find(file).orElse(new byte[0]), StandardCharsets.UTF_8).split("\n", -1);
        for (int line = Math.min(from, lines.length); line >= 1; line--) {
            Matcher found = tag.matcher(lines[line - 1]);
            if (found.find()) {
                int column = lines[line - 1].codePointCount(0, found.start()) + 1;
                int length = found.group().length();
                return Optional.of(new Location(layouts.shown(file), line, column, length));
            }
        }
        return Optional.empty();
    }

    private static Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object get(Field field, Code code) {
        try {
            return field.get(code);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Finds layouts through {@link Layouts}, and throws where a name is missing when a page is rendered. */
    private final class Factory extends DefaultMustacheFactory {
        Factory() {
            setObjectHandler(new Strict());
        }

        @Override
        public Reader getReader(String name) {
            Optional<byte[]> bytes = layouts.find(name);
            if (bytes.isEmpty()) {
                missing(referrer(name), name);
                throw new MustacheException("no layout " + name);
            }
            return new StringReader(new String(bytes.get(), StandardCharsets.UTF_8));
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                Escape.html(value, writer);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static final class Strict extends ReflectionObjectHandler {
        @Override
        protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
            throw new IllegalStateException("no such name in the view: " + name);
        }

        @Override
        public @Nullable String stringify(Object value) {
            return value.toString();
        }
    }
}
