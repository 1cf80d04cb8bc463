package dafu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a scan has found so far, in the order of the text and without overlaps: the wider token wins. */
final class MaskHits {
    private static final String HAN_NUMERALS = "零〇一二三四五六七八九十百甲乙丙丁";

    /** A token, and the part of it whose numerals are hidden; of a mailbox everything there is. */
    private record Hit(Masks.Mask mask, int from, int to) {}

    final String text;
    private final Set<Masks.Rule> wanted;
    private final List<Hit> hits = new ArrayList<>(0);
    /** Up to where house numbers are settled, so that a long chain is read once. */
    int housesJudgedTo;

    MaskHits(String text, Set<Masks.Rule> wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /** Where the last token ended, -1 before the first. */
    int lastEnd() {
        return hits.isEmpty() ? -1 : last().end();
    }

    boolean isLast(Masks.Rule rule) {
        return !hits.isEmpty() && last().rule() == rule;
    }

    private Masks.Mask last() {
        return hits.get(hits.size() - 1).mask;
    }

    /** Whether a token ends here or one mark before: numbers that are joined come in pairs. */
    boolean isSecond(int at) {
        int end = lastEnd();
        return end == at || end >= 0 && end == at - 1 && text.charAt(end) != '*' && !Width.isHan(text.charAt(end));
    }

    /**
     * Notes a token that begins here, unless it is not wanted, has readable ends only, or one met earlier covers it.
     * The end and the part to hide are counted from its beginning. Gives back where it ends.
     */
    int add(Masks.Rule rule, int start, int length, int from, int to) {
        boolean hides = false;
        for (int i = start + from; wanted.contains(rule) && i < start + to; i++) {
            hides |= isHidden(rule, text.charAt(i));
        }
        while (hides && lastEnd() > start) {
            if (lastEnd() - last().start() >= length) {
                return start + length;
            }
            hits.remove(hits.size() - 1);
        }
        if (hides) {
            hits.add(new Hit(new Masks.Mask(rule, start, start + length), start + from, start + to));
        }
        return start + length;
    }

    List<Masks.Mask> masks() {
        return hits.stream().map(Hit::mask).toList();
    }

    String hidden() {
        char[] characters = text.toCharArray();
        for (Hit hit : hits) {
            for (int i = hit.from; i < hit.to; i++) {
                characters[i] = isHidden(hit.mask.rule(), characters[i]) ? '*' : characters[i];
            }
        }
        return new String(characters);
    }

    static boolean isNumeral(char c) {
        return Width.isAlphanumeric(c) || HAN_NUMERALS.indexOf(c) >= 0;
    }

    private static boolean isHidden(Masks.Rule rule, char c) {
        return rule == Masks.Rule.EMAIL || isNumeral(c);
    }
}
