package dafu.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of word lists and patterns beside a class; the head of {@code masks.txt} tells its form. */
public final class Patterns {
    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z-]+)}");

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    /** Compiled when they are first asked for: most runs need few of them. */
    private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

    public Patterns(Class<?> beside, String resource) {
        String name = "";
        for (String line : Resource.lines(beside, resource)) {
            int end = line.indexOf(' ');
            if (end == 0) {
                sources.merge(name, line.substring(2), String::concat);
            } else if (line.charAt(end - 1) == ':') {
                name = line.substring(0, end - 1);
                List<String> list = words.computeIfAbsent(name, n -> new ArrayList<>());
                Collections.addAll(list, line.substring(end).trim().split(" "));
                sources.put(name, String.join("|", list).replace(".", "\\."));
            } else {
                name = line.substring(0, end);
                sources.merge(name, line.substring(end + " = ".length()), String::concat);
            }
        }
    }

    /** The words of a list. */
    public List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    /** What the table says behind each name that begins so, by the rest of the name, in its order. */
    public Map<String, String> all(String prefix) {
        Map<String, String> all = new LinkedHashMap<>();
        sources.forEach((name, source) -> {
            if (name.startsWith(prefix)) {
                all.put(name.substring(prefix.length()), source);
            }
        });
        return all;
    }

    public boolean find(String name, CharSequence text) {
        return matcher(name, text).find();
    }

    public Matcher matcher(String name, CharSequence text) {
        Pattern pattern = compiled.get(name);
        if (pattern == null) {
            pattern = Pattern.compile(source(name));
            compiled.put(name, pattern);
        }
        return pattern.matcher(text);
    }

    /** A pattern with what it names in it. */
    private String source(String name) {
        String source = sources.get(name);
        if (source == null) {
            throw new IllegalStateException("no pattern is named " + name);
        }
        return REFERENCE
                .matcher(source)
                .replaceAll(reference -> Matcher.quoteReplacement("(?:" + source(reference.group(1)) + ")"));
    }
}
