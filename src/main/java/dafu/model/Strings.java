package dafu.model;

import java.util.Map;
import java.util.Optional;

/**
 * The words of the site in its language, by name. Layouts use them as {@code {{t.name}}}; a word with {@code {}} in it is
 * filled in here.
 */
public record Strings(String language, Map<String, String> words) {
    public Strings {
        words = Map.copyOf(words);
    }

    /** The word of a name that the program uses; every language file has all of them. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no string " + name + " in " + language));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(words.get(name));
    }

    /** The word with its gaps filled, in order. */
    public String fill(String name, Object... values) {
        StringBuilder filled = new StringBuilder(get(name));
        for (Object value : values) {
            int gap = filled.indexOf("{}");
            if (gap < 0) {
                throw new IllegalStateException("too few gaps in " + name);
            }
            filled.replace(gap, gap + 2, String.valueOf(value));
        }
        return filled.toString();
    }
}
