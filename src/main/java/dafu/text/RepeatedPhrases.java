package dafu.text;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Han phrases that a text repeats, grown from pairs of equal four-character windows as far as all of them agree. */
final class RepeatedPhrases {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;
    private final String text;

    private RepeatedPhrases(String text) {
        this.text = text;
    }

    static List<String> in(String text) {
        return new RepeatedPhrases(text).find();
    }

    private List<String> find() {
        Integer[] windows = windows();
        Arrays.sort(windows, this::compare);
        TreeSet<String> phrases = new TreeSet<>();
        for (int from = 0; from < windows.length; ) {
            int to = from + 1;
            while (to < windows.length && window(windows[to]) == window(windows[from])) {
                to++;
            }
            if (to - from > 1) {
                phrases.add(grow(windows, from, to));
            }
            from = to;
        }
        return List.copyOf(phrases);
    }

    private int compare(Integer a, Integer b) {
        int order = Long.compareUnsigned(window(a), window(b));
        return order != 0 ? order : Integer.compare(a, b);
    }

    private Integer[] windows() {
        Integer[] places = new Integer[Math.max(0, text.length() - SHORTEST + 1)];
        int count = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            han = Width.isHan(text.charAt(i)) ? han + 1 : 0;
            if (han >= SHORTEST) {
                places[count++] = i - SHORTEST + 1;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private long window(int at) {
        long key = 0;
        for (int i = 0; i < SHORTEST; i++) {
            key = key << 16 | text.charAt(at + i);
        }
        return key;
    }

    private String grow(Integer[] windows, int from, int to) {
        int before = 0;
        int length = SHORTEST;
        boolean grew = true;
        while (grew && length < LONGEST) {
            grew = false;
            if (agree(windows, from, to, length - before)) {
                length++;
                grew = true;
            }
            if (length < LONGEST && agree(windows, from, to, -before - 1)) {
                before++;
                length++;
                grew = true;
            }
        }
        int start = windows[from] - before;
        return text.substring(start, start + length);
    }

    /** Whether all places have the same Han character at this distance. */
    private boolean agree(Integer[] windows, int from, int to, int distance) {
        int first = windows[from] + distance;
        if (first < 0 || first >= text.length() || !Width.isHan(text.charAt(first))) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            int at = windows[i] + distance;
            if (at >= text.length() || text.charAt(at) != text.charAt(first)) {
                return false;
            }
        }
        return true;
    }
}
