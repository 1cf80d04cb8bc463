package dafu.model;

import dafu.text.Masks;
import dafu.text.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How much was masked, by year and rule, counted as texts are read, by any thread in any order; never what was masked. */
public final class MaskCounts {
    /** The year of what is no reply: pages and settings. */
    public static final int NO_YEAR = 0;

    private final Map<Place, Count> counts = new ConcurrentHashMap<>();

    /** Where masks are counted; by no rule, all of the year. */
    private record Place(int year, String rule) {}

    /** Hidden tokens, and the texts in which they stood. */
    public record Count(int masks, int texts) {
        public static final Count NONE = new Count(0, 0);

        public Count plus(Count other) {
            return new Count(masks + other.masks, texts + other.texts);
        }
    }

    /** The masks of one text by a rule; by none, all of them. */
    public record Of(String rule, int masks) {}

    /** The masks of a text that was read from these files. */
    public static List<Of> in(Stream<Source> files) {
        Map<String, Integer> text = new TreeMap<>();
        files.flatMap(file -> file.masks().stream())
                .flatMap(mask -> Stream.of(mask.rule().id(), ""))
                .forEach(id -> text.merge(id, 1, Integer::sum));
        return text.entrySet().stream()
                .map(rule -> new Of(rule.getKey(), rule.getValue()))
                .toList();
    }

    /** Adds a text. */
    public void add(int year, List<Of> text) {
        text.forEach(of -> counts.merge(new Place(year, of.rule), new Count(of.masks, 1), Count::plus));
    }

    /** The masks of a year by a rule. */
    public Count of(int year, Masks.Rule rule) {
        return counts.getOrDefault(new Place(year, rule.id()), Count.NONE);
    }

    /** All masks of a year. */
    public Count of(int year) {
        return counts.getOrDefault(new Place(year, ""), Count.NONE);
    }
}
