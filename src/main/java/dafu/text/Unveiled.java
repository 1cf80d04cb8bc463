package dafu.text;

import dafu.text.Masks.Mask;
import dafu.text.Masks.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * A text as a reader takes it in, whatever stands between its characters: tags are gone, entities and escapes are
 * characters, what cannot be seen is dropped, digits of other scripts and spelled-out numbers are digits. What {@link
 * Masks} finds here was hidden from it in the text as written.
 */
public final class Unveiled {
    /** What is read: a rendered file, where a line break is a space; lines of data; or what an editor wrote. */
    public enum Form {
        MARKUP,
        LINES,
        WRITTEN
    }

    /** One token that can be read: by which rule, its bare characters, and where it stands in the text as written. */
    public record Hit(Rule rule, String value, int start, int end) {}

    /** What may stand between the digits of one number that was taken apart, in cells or one by one. */
    static final String BETWEEN = " \t,;|、，；｜";

    /** A hash is no number, whatever run of digits it holds. */
    private static final int HASH = 32;

    private Unveiled() {}

    /** What these rules cover and a reader could read, in the order of the text as read. */
    public static List<Hit> find(String text, Form form, Set<Rule> rules) {
        return hits(new Visible(text, form, false), rules).isEmpty()
                ? List.of()
                : hits(new Visible(text, form, true), rules);
    }

    /** The line as it may be printed: nothing that any rule covers can be read, character for character as long. */
    public static String hide(String line) {
        char[] shown = Masks.apply(line).text().toCharArray();
        String masked = new String(shown);
        List<Hit> hits = new ArrayList<>(find(masked, Form.WRITTEN, Set.of(Rule.values())));
        hits.addAll(FileNames.find(masked));
        hits.forEach(hit -> Arrays.fill(shown, hit.start() + 1, hit.end(), '*'));
        return new String(shown);
    }

    private static List<Hit> hits(Visible seen, Set<Rule> rules) {
        String all = seen.text();
        List<Hit> hits = new ArrayList<>(0);
        for (Mask mask : Masks.find(all, rules)) {
            if (!isInHash(mask, all)) {
                hits.add(hit(mask, all, seen::place));
            }
        }
        if (seen.isTakenApart()) {
            addTakenApart(hits, seen, all, rules);
        }
        return hits;
    }

    private static Hit hit(Mask mask, String all, IntUnaryOperator place) {
        int first = place.applyAsInt(mask.start());
        int last = place.applyAsInt(mask.end() - 1);
        return new Hit(
                mask.rule(),
                bare(all.substring(mask.start(), mask.end())),
                Math.min(first, last),
                Math.max(first, last) + 1);
    }

    /** Numbers in cells, or digit by digit: figures in a row look alike, so what they are called must say it. */
    private static void addTakenApart(List<Hit> hits, Visible seen, String text, Set<Rule> rules) {
        char[] characters = text.toCharArray();
        char[] joined = new char[characters.length];
        int[] places = new int[characters.length];
        int end = 0;
        for (int at = 0; at < characters.length; at++) {
            int next = at;
            while (next < characters.length && next - at < 3 && BETWEEN.indexOf(characters[next]) >= 0) {
                next++;
            }
            if (end > 0
                    && Width.isDigit(joined[end - 1])
                    && next > at
                    && next < characters.length
                    && Width.isDigit(characters[next])) {
                at = next;
            }
            places[end] = seen.place(at);
            joined[end++] = characters[at];
        }
        String all = new String(joined, 0, end);
        Set<String> known = new HashSet<>();
        hits.forEach(hit -> known.add(hit.value));
        for (Mask mask : Masks.find(all, rules)) {
            String name = switch (mask.rule()) {
                case MOBILE -> "telephone";
                case IDENTITY_CARD -> "identity-word";
                default -> "account";
            };
            boolean named = new Surroundings(all, mask.start(), 0).before(name);
            Hit hit = hit(mask, all, at -> places[at]);
            if (named && known.add(hit.value)) {
                hits.add(hit);
            }
        }
    }

    private static boolean isInHash(Mask mask, String text) {
        int start = mask.start();
        int end = mask.end();
        while (start > 0 && isHex(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && isHex(text.charAt(end))) {
            end++;
        }
        return end - start >= HASH
                && end - start > mask.end() - mask.start()
                && text.substring(mask.start(), mask.end()).chars().allMatch(c -> isHex((char) c));
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    static String bare(String value) {
        StringBuilder bare = new StringBuilder();
        value.chars()
                .map(c -> Width.fold((char) c))
                .filter(c -> Character.isLetterOrDigit(c) || c == '@')
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }
}
