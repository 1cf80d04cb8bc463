package dafu.search;

import java.util.Arrays;

/**
 * The terms of some replies, as they come: {@code term << 24 | number << 2 | strong << 1}. What one worker holds until it
 * is full.
 */
final class Postings implements Tokens.Taker {
    static final int NUMBER_BITS = 22;
    static final int TERM_SHIFT = NUMBER_BITS + 2;

    private long[] entries;
    private int size;
    private final int[] met = new int[Character.MAX_VALUE + 1];
    private int reply;
    private int last = -1;
    private boolean ascending = true;
    private long low;

    Postings(int capacity) {
        entries = new long[capacity];
    }

    /** Whether the next reply should go elsewhere. */
    boolean isFull() {
        return size > entries.length * 7L / 8;
    }

    /** Begins a reply; its strong fields come first. */
    void begin(int number) {
        reply++;
        ascending &= number > last;
        last = number;
        low = (long) number << 2 | 2;
    }

    /** From here on the reply's text. */
    void weak() {
        low &= ~2L;
    }

    @Override
    public void character(char c) {
        if (met[c] != reply) {
            met[c] = reply;
            add(Term.character(c));
        }
    }

    @Override
    public void pair(char first, char second) {
        add(Term.pair(first, second));
    }

    @Override
    public void word(String prefix, CharSequence line, int from, int to) {
        add(Term.word(prefix, line, from, to));
    }

    void word(String prefix, String word) {
        word(prefix, word, 0, word.length());
    }

    private void add(long term) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size++] = term << TERM_SHIFT | low;
    }

    /** What was taken, as a sorted run; this holds nothing then. */
    Run run() {
        // Sorting keeps the order of what is equal: replies that came in their order need no sorting by number.
        long[] sorted = Run.sort(entries, size, new long[size], ascending ? TERM_SHIFT : 0);
        Run run = Run.of(sorted, size);
        size = 0;
        Arrays.fill(met, 0);
        reply = 0;
        last = -1;
        ascending = true;
        return run;
    }
}
