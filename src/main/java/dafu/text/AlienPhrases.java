package dafu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BiFunction;

/**
 * Phrases of four to eight Han characters that one reply holds twice or more and no other reply at all. An honest reply
 * does so with the name of its subject; so only what also stands like something pasted in is kept: it opens a title or a
 * heading that reads right with 关于 in its place, and none of its word pairs comes back in the text.
 *
 * <p>Which windows of four characters occur in one reply and which in several is kept in two sets of bits, a kilobyte a
 * reply at most, so neither texts nor the order of the workers matter. Windows that share a bit can hide a phrase, not
 * accuse one.
 */
public final class AlienPhrases {
    /** A phrase of a reply, where it stands first and how often. */
    public record Candidate(String phrase, Location at, int places) {}

    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;
    private static final int BITS_A_REPLY = 2048;
    /** Of one reply, so that what it repeats does not count as another's: 2^18 bits, thousands of windows. */
    private static final int OWN_BITS = 18;

    private static final int BATCH = 64;

    private final int mask;
    /** For each window two bits side by side: it occurs in one reply, in several. */
    private AtomicLongArray occurs;

    private final Queue<Candidate> candidates = new ConcurrentLinkedQueue<>();

    /** For so many replies. */
    public AlienPhrases(int replies) {
        long bits = Long.highestOneBit(Math.max(1L << 23, Math.min(1L << 30, (long) replies * BITS_A_REPLY)) * 2 - 1);
        mask = (int) (bits - 1);
        occurs = new AtomicLongArray((int) (bits / Long.SIZE) * 2);
    }

    /**
     * Takes a reply; may be called by several threads at once, once for each reply.
     *
     * @param place where what stands from one offset of its text to another lies in its file
     */
    public void add(Inspected document, BiFunction<Integer, Integer, Location> place) {
        String text = document.text();
        long[] own = new long[1 << OWN_BITS - 6];
        int[] batch = new int[BATCH];
        int count = 0;
        int han = 0;
        long window = 0;
        for (char c : text.toCharArray()) {
            han = Width.isHan(c) ? han + 1 : 0;
            window = window << Character.SIZE | c;
            if (han >= SHORTEST) {
                long hash = hash(window);
                int word = (int) (hash >>> Long.SIZE - OWN_BITS + 6);
                long bit = 1L << (hash >>> Long.SIZE - OWN_BITS);
                boolean known = (own[word] & bit) != 0;
                own[word] |= bit;
                if (!known) {
                    batch[count++] = (int) hash & mask;
                    count = count == BATCH ? take(batch, count) : count;
                }
            }
        }
        take(batch, count);
        Set<String> phrases = new TreeSet<>();
        document.slots.forEach(slot -> pasted(document, slot).ifPresent(phrases::add));
        for (String phrase : phrases) {
            int start = text.indexOf(phrase);
            int times = (int) Strangeness.places(text, phrase).count();
            candidates.add(new Candidate(phrase, place.apply(start, start + phrase.length()), times));
        }
    }

    /** Whether there is any candidate. */
    public boolean suspects() {
        return !candidates.isEmpty();
    }

    /** The candidates that no other reply holds, in no order. It ends the taking: the sets of bits, the largest there are, go. */
    public List<Candidate> end() {
        List<Candidate> alone = new ArrayList<>(candidates);
        alone.removeIf(candidate -> {
            boolean elsewhere = false;
            long characters = 0;
            for (int i = 0; i < candidate.phrase.length(); i++) {
                characters = characters << Character.SIZE | candidate.phrase.charAt(i);
                int window = (int) hash(characters) & mask;
                elsewhere |= i + 1 >= SHORTEST && (occurs.get(window >>> 5) & 2L << 2 * window) != 0;
            }
            return elsewhere;
        });
        occurs = new AtomicLongArray(0);
        return alone;
    }

    /** What opens this title or heading as 关于 should, is repeated, and has no word pair that the text knows. */
    private static Optional<String> pasted(Inspected document, Slots.Slot slot) {
        String content = document.content(slot);
        if (Titles.opens(content)
                || !Titles.repair(document, List.of(slot), SHORTEST).any()) {
            return Optional.empty();
        }
        Strangeness strangeness = document.strangeness;
        Optional<String> longest = Optional.empty();
        for (int length = 1; length <= Math.min(LONGEST, content.length() - 1); length++) {
            String phrase = content.substring(0, length);
            if (!Width.isHan(content.charAt(length - 1)) || strangeness.count(phrase) < 2) {
                break;
            }
            if (length >= SHORTEST && !Titles.looksLikeName(phrase) && strangeness.of(phrase) == Strangeness.WHOLLY) {
                longest = Optional.of(phrase);
            }
            if (length >= SHORTEST && Titles.opensWithin(content, length)) {
                break;
            }
        }
        return longest;
    }

    /** Takes windows whose words were loaded first: loads overlap, exchanges do not. Nothing is left to take. */
    private int take(int[] batch, int count) {
        for (int i = 0; i < count; i++) {
            occurs.get(batch[i] >>> 5);
        }
        for (int i = 0; i < count; i++) {
            take(batch[i]);
        }
        return 0;
    }

    /** Notes that one more reply has this window: none, one and several are 0, 1 and 3. */
    private void take(int window) {
        int at = window >>> 5;
        long before = occurs.get(at);
        while ((before & 2L << 2 * window) == 0) {
            long more = (before & 1L << 2 * window) == 0 ? 1L : 2L;
            if (occurs.compareAndSet(at, before, before | more << 2 * window)) {
                return;
            }
            before = occurs.get(at);
        }
    }

    /** A window of four characters, mixed as in MurmurHash3. */
    private static long hash(long window) {
        long key = (window ^ window >>> 33) * 0xff51afd7ed558ccdL;
        key = (key ^ key >>> 33) * 0xc4ceb9fe1a85ec53L;
        return key ^ key >>> 33;
    }
}
