package dafu.importer;

import dafu.text.Diagnostic;
import dafu.text.Diagnostic.Severity;
import dafu.text.Han;
import dafu.text.Location;
import dafu.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entries of {@code grammar.txt}, which lies beside this package's classes: how replies and pages are worded. */
final class Words {
    private static final Map<String, String> ENTRIES = entries();
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final Map<String, String> LABELS = labels();

    /** A field that a line names, as the page gives it. */
    record Named(String key, String label, String value) {}

    private Words() {}

    /** The pattern on a text as it is. */
    static Matcher matcher(String name, CharSequence text) {
        return PATTERNS.computeIfAbsent(name, n -> Pattern.compile(Objects.requireNonNull(ENTRIES.get(n), n)))
                .matcher(text);
    }

    /** Whether the pattern covers the whole folded text. */
    static boolean fit(String name, String text) {
        return matcher(name, Han.fold(text)).matches();
    }

    /** The pattern's first group, sought in the folded text, as printed. */
    static Optional<String> find(String name, String text) {
        Matcher matcher = matcher(name, Han.fold(text));
        return matcher.find() ? Optional.of(text.substring(matcher.start(1), matcher.end(1))) : Optional.empty();
    }

    /** What is said to the user, in both languages: the part of an entry {@code zh ## en ## zh ## en} that begins here. */
    static Message message(String name, int part, Object... about) {
        String[] parts = Objects.requireNonNull(ENTRIES.get(name), name).split(" ## ");
        return Message.of(parts[part], parts[part + 1], about);
    }

    /** A finding that the entry {@code say.<name>} words: the rule's id up to a slash, its message and its hint. */
    static Diagnostic finding(Severity severity, Location at, String name, Object... about) {
        String rule = name.replaceFirst("/.*", "");
        Message message = message("say." + name, 0, about);
        Message hint = message("say." + name, 2, about);
        return severity == Severity.ERROR
                ? Diagnostic.error(at, rule, message, hint)
                : Diagnostic.warning(at, rule, message, hint);
    }

    /** The values of the entries with this prefix. */
    static List<String> all(String prefix) {
        return ENTRIES.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(ENTRIES::get)
                .toList();
    }

    /** The key that a label means; empty for one that is none. */
    static Optional<String> key(String label) {
        return Optional.ofNullable(LABELS.get(label)).filter(key -> !key.matches("furniture|posted-by"));
    }

    /** The fields that a line names one after the other; empty where it does not begin with one. */
    static List<Named> named(String line) {
        String bare = line.replaceFirst("^[|【\\[(（\\s]+", "");
        Matcher matcher = matcher("label", Han.fold(bare));
        List<Named> named = new ArrayList<>();
        for (boolean found = matcher.lookingAt(); found; ) {
            String label = matcher.group(1);
            int from = matcher.end();
            found = matcher.find();
            String value = bare.substring(from, found ? matcher.start() : bare.length())
                    .strip();
            String one = value.replaceFirst("^[|\\s]+", "").replaceFirst("(?:\\s{2,}|\\s*[|]|[】\\]]).*$", "");
            String plain = one.replaceFirst("^[（(](.*)[）)]$", "$1").strip();
            named.add(new Named(LABELS.getOrDefault(label, ""), label, plain));
        }
        return named;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        ENTRIES.forEach((name, value) -> {
            for (String label : name.startsWith("label.") ? value.split("\\|") : new String[0]) {
                labels.put(label, name.substring("label.".length()));
            }
        });
        List<String> longestFirst = new ArrayList<>(labels.keySet());
        longestFirst.sort((a, b) -> b.length() - a.length());
        String any = String.join("|", longestFirst);
        PATTERNS.put("label", Pattern.compile("(?:^|(?<=[\\s|;,(\\[【]))(" + any + ")\\s*(?::\\s*\\|?|\\|)\\s*"));
        return labels;
    }

    private static Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        try (InputStream in = Words.class.getResourceAsStream("grammar.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.replace("\n  ", "").split("\n")) {
                int cut = line.indexOf(" = ");
                if (cut > 0 && line.charAt(0) != '#') {
                    String value = line.substring(cut + 3);
                    for (Matcher name = Pattern.compile("\\{\\{(.+?)}}").matcher(value);
                            name.find();
                            name.reset(value)) {
                        value = value.replace(name.group(), Objects.requireNonNull(entries.get(name.group(1))));
                    }
                    entries.put(line.substring(0, cut), value);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("grammar.txt", unreadable);
        }
        return entries;
    }
}
