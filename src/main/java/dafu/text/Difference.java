package dafu.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What differs between two texts, sentence by sentence: those that only one of them has, paired in their order.
 *
 * @param before the sentence as it was; empty where one was added
 * @param after the sentence as it is; empty where one was taken out
 */
public record Difference(String before, String after) {
    private static final Pattern END = Pattern.compile("(?<=[。！？；\n])");
    private static final int MOST = 10;
    private static final int SHOWN = 40;

    public static List<Difference> between(String before, String after) {
        List<String> old = sentences(before);
        List<String> now = sentences(after);
        List<String> gone = without(old, new HashSet<>(now));
        List<String> come = without(now, new HashSet<>(old));
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, Math.max(gone.size(), come.size())); i++) {
            differences.add(new Difference(at(gone, i), at(come, i)));
        }
        return differences;
    }

    /** Whether two texts differ in nothing but what is masked: rules of masking may change, and no editor has done it. */
    public static boolean onlyMasks(String before, String after) {
        boolean same = before.length() == after.length();
        for (int i = 0; same && i < before.length(); i++) {
            same = before.charAt(i) == after.charAt(i) || before.charAt(i) == '*' || after.charAt(i) == '*';
        }
        return same;
    }

    /** The words that differ: both sentences without what they have in common at their beginnings and ends. */
    public Difference words() {
        int shorter = Math.min(before.length(), after.length());
        int start = start();
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new Difference(
                before.substring(start, before.length() - end), after.substring(start, after.length() - end));
    }

    /** One of the sentences, if it is long from a little before where they differ. */
    public String excerpt(String sentence) {
        int points = sentence.codePointCount(0, sentence.length());
        int from = Math.max(0, sentence.codePointCount(0, start()) - SHOWN / 4);
        if (points <= SHOWN) {
            return sentence;
        }
        int to = Math.min(points, from + SHOWN);
        String part = sentence.substring(sentence.offsetByCodePoints(0, from), sentence.offsetByCodePoints(0, to));
        return (from > 0 ? "…" : "") + part + (to < points ? "…" : "");
    }

    /** How much both begin alike. */
    private int start() {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        return start;
    }

    private static List<String> without(List<String> sentences, Set<String> others) {
        return sentences.stream().filter(sentence -> !others.contains(sentence)).toList();
    }

    private static String at(List<String> sentences, int index) {
        return index < sentences.size() ? sentences.get(index) : "";
    }

    private static List<String> sentences(String text) {
        return END.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
