package dafu.read;

import dafu.model.Text;
import dafu.text.Numerals;
import dafu.text.Slug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headings of a text. The numbers that official letters put before them, 一、 then （一） then 1. then （1）, make short,
 * lasting anchors.
 */
final class Headings {
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:第)?[（(]?\\s*([一二三四五六七八九十百零〇]{1,5}|\\d{1,3})\\s*(?:[）)]|[、.．]|(?:部分|章|节|条)[：:]?\\s*).*", Pattern.DOTALL);

    private final List<Text.Heading> all = new ArrayList<>();

    /** The numbers of the last heading and those above it, by level. */
    private final String[] numbers = new String[7];

    /** From which number on an anchor that is taken goes on. */
    private final Map<String, Integer> taken = new HashMap<>();

    Headings() {
        Arrays.fill(numbers, "");
    }

    List<Text.Heading> all() {
        return all;
    }

    /** Takes the next heading and gives its anchor: {@code s} and its numbers from the top, else its sound. */
    String add(int level, String words) {
        Arrays.fill(numbers, level, numbers.length, "");
        Matcher matcher = NUMBERED.matcher(words);
        if (matcher.matches()) {
            numbers[level] = String.valueOf(Numerals.value(matcher.group(1)));
        }
        String anchor = numbers[level].isEmpty() ? Slug.of(words) : numbered();
        String unique = anchor;
        while (taken.putIfAbsent(unique, 2) != null) {
            unique = anchor + "-" + (taken.merge(anchor, 1, Integer::sum) - 1);
        }
        all.add(new Text.Heading(level, unique, words));
        return unique;
    }

    private String numbered() {
        return Stream.of(numbers).filter(number -> !number.isEmpty()).collect(Collectors.joining("-", "s", ""));
    }
}
