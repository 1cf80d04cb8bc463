package dafu.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of word lists and patterns beside this package's classes; the head of {@code masks.txt} tells its form. */
final class Patterns {
    private static final Pattern LINE = Pattern.compile("([a-z-]+)(: | = )(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z-]+)}");

    private final Map<String, Pattern> byName = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();

    Patterns(String resource) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String text : Resource.lines(resource)) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new IllegalStateException(resource + " has the line " + text);
            }
            if (line.group(2).equals(": ")) {
                List<String> list = words.computeIfAbsent(line.group(1), name -> new ArrayList<>());
                Collections.addAll(list, line.group(3).trim().split(" "));
                sources.put(line.group(1), String.join("|", list).replace(".", "\\."));
            } else {
                sources.merge(line.group(1), line.group(3), String::concat);
            }
        }
        sources.replaceAll((name, source) -> REFERENCE
                .matcher(source)
                .replaceAll(reference -> Matcher.quoteReplacement("(?:" + sources.get(reference.group(1)) + ")")));
        sources.forEach((name, source) -> byName.put(name, Pattern.compile(source)));
    }

    /** The words of a list. */
    List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    boolean find(String name, String text) {
        return matcher(name, text).find();
    }

    Matcher matcher(String name, String text) {
        Pattern pattern = byName.get(name);
        if (pattern == null) {
            throw new IllegalStateException("no pattern is named " + name);
        }
        return pattern.matcher(text);
    }
}
