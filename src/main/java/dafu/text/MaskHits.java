package dafu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a scan has found so far, in the order of the text and without overlaps: the wider token wins. */
final class MaskHits {
    private record Hit(Masks.Mask mask, int[] hidden) {}

    private final Set<Masks.Rule> wanted;
    private final List<Hit> hits = new ArrayList<>(0);

    private int judgedHouseNumbers;

    MaskHits(Set<Masks.Rule> wanted) {
        this.wanted = wanted;
    }

    boolean wants(Masks.Rule rule) {
        return wanted.contains(rule);
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }

    /** Where the last token ended if this rule hid it, else 0. */
    int lastEnd(Masks.Rule rule) {
        return !hits.isEmpty() && hits.get(hits.size() - 1).mask.rule() == rule ? lastEnd() : 0;
    }

    /** Where the last token ended, -1 before the first. */
    int lastEnd() {
        return hits.isEmpty() ? -1 : hits.get(hits.size() - 1).mask.end();
    }

    /** Up to where house numbers are settled, so that a long chain is read once. */
    int judgedHouseNumbers() {
        return judgedHouseNumbers;
    }

    void judgedHouseNumbers(int end) {
        judgedHouseNumbers = end;
    }

    /** Notes a token, unless all it has is readable ends or a token met earlier covers it. */
    void add(Masks.Rule rule, int start, int end, int[] hidden) {
        if (hidden.length == 0) {
            return;
        }
        while (!hits.isEmpty() && hits.get(hits.size() - 1).mask.end() > start) {
            Masks.Mask last = hits.get(hits.size() - 1).mask;
            if (last.end() - last.start() >= end - start) {
                return;
            }
            hits.remove(hits.size() - 1);
        }
        hits.add(new Hit(new Masks.Mask(rule, start, end), hidden));
    }

    List<Masks.Mask> masks() {
        return hits.stream().map(Hit::mask).toList();
    }

    String hideIn(String text) {
        char[] characters = text.toCharArray();
        for (Hit hit : hits) {
            for (int at : hit.hidden) {
                characters[at] = '*';
            }
        }
        return new String(characters);
    }
}
