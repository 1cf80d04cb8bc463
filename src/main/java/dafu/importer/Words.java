package dafu.importer;

import dafu.text.Han;
import dafu.text.Patterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entries of {@code grammar.txt}, which lies beside this package's classes: how replies and pages are worded. */
final class Words {
    private static final Patterns GRAMMAR = new Patterns(Words.class, "grammar.txt");
    /** The keys of labels, the longest labels first. */
    private static final Map<String, String> LABELS = labels();

    private static final Pattern LABEL = Pattern.compile(
            "(?:^|(?<=[\\s|;,(\\[【]))(" + String.join("|", LABELS.keySet()) + ")\\s*(?::\\s*\\|?|\\|)\\s*");

    /** A field that a line names, as the page gives it. */
    record Named(String key, String label, String value) {}

    private Words() {}

    /** The pattern on a text as it is. */
    static Matcher matcher(String name, CharSequence text) {
        return GRAMMAR.matcher(name, text);
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

    /** The files that cannot be read: first bytes, ending, and what to do, in both languages. */
    static List<String[]> unread() {
        return GRAMMAR.all("unread.").values().stream()
                .map(row -> row.split(" ## "))
                .toList();
    }

    /** The key that a label means; empty for one that is none. */
    static Optional<String> key(String label) {
        return Optional.ofNullable(LABELS.get(label)).filter(key -> !key.matches("furniture|posted-by"));
    }

    /** The fields that a line names one after the other; empty where it does not begin with one. */
    static List<Named> named(String line) {
        String bare = line.replaceFirst("^[|【\\[(（\\s]+", "");
        Matcher matcher = LABEL.matcher(Han.fold(bare));
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
        Map<String, String> keys =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        GRAMMAR.all("label.").forEach((key, labels) -> {
            for (String label : labels.split("\\|")) {
                keys.put(label, key);
            }
        });
        return keys;
    }
}
