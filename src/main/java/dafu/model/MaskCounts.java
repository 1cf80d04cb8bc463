package dafu.model;

import dafu.text.Masks;
import dafu.text.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much was masked, by year and rule, counted as texts are read, by any thread in any order; never what was masked. */
public final class MaskCounts {
    /** The year of what is no reply: pages and settings. */
    public static final int NO_YEAR = 0;

    private final SortedMap<Integer, Map<String, Count>> counts = new TreeMap<>();

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
        if (!text.isEmpty()) {
            synchronized (counts) {
                Map<String, Count> all = counts.computeIfAbsent(year, y -> new HashMap<>());
                text.forEach(of -> all.merge(of.rule, new Count(of.masks, 1), Count::plus));
            }
        }
    }

    /** The masks of a year by a rule. */
    public Count of(int year, Masks.Rule rule) {
        return of(year, rule.id());
    }

    /** All masks of a year. */
    public Count of(int year) {
        return of(year, "");
    }

    private Count of(int year, String id) {
        return counts.getOrDefault(year, Map.of()).getOrDefault(id, Count.NONE);
    }
}
