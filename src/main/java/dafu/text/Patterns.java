package dafu.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of word lists and patterns beside this package's classes; the head of {@code masks.txt} tells its form. */
final class Patterns {
    private static final Pattern LINE = Pattern.compile("([a-z-]+)(: | = )(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z-]+)}");

    private final Map<String, Pattern> byName = new HashMap<>();

    Patterns(String resource) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String text : Resource.lines(resource)) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new IllegalStateException(resource + " has the line " + text);
            }
            boolean words = line.group(2).equals(": ");
            String source = words ? line.group(3).trim().replace(".", "\\.").replace(' ', '|') : line.group(3);
            sources.merge(line.group(1), source, words ? (all, more) -> all + "|" + more : String::concat);
        }
        sources.replaceAll((name, source) -> REFERENCE
                .matcher(source)
                .replaceAll(reference -> Matcher.quoteReplacement("(?:" + sources.get(reference.group(1)) + ")")));
        sources.forEach((name, source) -> byName.put(name, Pattern.compile(source)));
    }

    Matcher matcher(String name, String text) {
        Pattern pattern = byName.get(name);
        if (pattern == null) {
            throw new IllegalStateException("no pattern is named " + name);
        }
        return pattern.matcher(text);
    }
}
