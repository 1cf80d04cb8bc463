package dafu.search;

import dafu.model.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.DataFormatException;

/**
 * What edited texts change in an index that was published: the buckets of the terms that they gain, lose or move to
 * another class. The catalogue is the same, so all numbers are.
 */
final class Patch {
    private final Function<String, Optional<byte[]>> published;
    private final int bits;
    /** By bucket: entries that go, with the class −1, and that come; a later one of a term and number counts. */
    private final Map<Integer, TreeMap<Long, Integer>> changes = new TreeMap<>();

    private final Set<String> gone = new HashSet<>();
    private long postings;

    /** @param published finds the bytes of a published file */
    Patch(Function<String, Optional<byte[]>> published, int bits) {
        this.published = published;
        this.bits = bits;
    }

    /** How many postings there are more than before. */
    long postings() {
        return postings;
    }

    /** Files that are no more. */
    Set<String> gone() {
        return gone;
    }

    /** What a reply was found by when its text file was written: its titles and names have not changed since. */
    Fields before(Reply reply, int number, Fields now) throws DataFormatException {
        String stored = Packed.read(file(SearchIndex.text(number)));
        String fields = String.join("\n", now.strong()) + (now.weak().isEmpty() ? "" : "\n")
                + String.join("\n", now.weak()) + "\n\n";
        int start = stored.indexOf('\n') + 1;
        if (!stored.startsWith(fields, start)) {
            throw new DataFormatException("other fields than those of " + reply.id());
        }
        return new Fields(
                now.strong(),
                now.weak(),
                stored.substring(start + fields.length()).lines().toList());
    }

    /** Takes what a reply was found by and is found by now: sorted entries of its number. */
    void change(long[] before, long[] now) {
        int old = 0;
        int young = 0;
        while (old < before.length || young < now.length) {
            long first = old < before.length ? before[old] >>> 2 : Long.MAX_VALUE;
            long second = young < now.length ? now[young] >>> 2 : Long.MAX_VALUE;
            int order = Long.compare(first, second);
            if (order < 0) {
                put(before[old++], -1);
                postings--;
            } else if (order > 0) {
                put(now[young], (int) now[young++] & 3);
                postings++;
            } else {
                if (before[old] != now[young]) {
                    put(now[young], (int) now[young] & 3);
                }
                old++;
                young++;
            }
        }
    }

    private void put(long entry, int itsClass) {
        int bucket = bits == 0 ? 0 : (int) (entry >>> 64 - bits);
        changes.computeIfAbsent(bucket, b -> new TreeMap<>()).put(entry >>> 2, itsClass);
    }

    /** Writes the buckets that change. */
    void write(Buckets buckets) throws DataFormatException {
        for (Map.Entry<Integer, TreeMap<Long, Integer>> change : changes.entrySet()) {
            int bucket = change.getKey();
            List<String> apart = new ArrayList<>();
            long[] old = Buckets.read(bucket, bits, this::file, apart);
            gone.addAll(apart);
            long[] entries = new long[old.length + change.getValue().size()];
            int size = 0;
            int at = 0;
            for (Map.Entry<Long, Integer> posting : change.getValue().entrySet()) {
                while (at < old.length && old[at] >>> 2 < posting.getKey()) {
                    entries[size++] = old[at++];
                }
                if (at < old.length && old[at] >>> 2 == posting.getKey()) {
                    at++;
                }
                if (posting.getValue() >= 0) {
                    entries[size++] = posting.getKey() << 2 | posting.getValue();
                }
            }
            System.arraycopy(old, at, entries, size, old.length - at);
            size += old.length - at;
            buckets.write(bucket, bucket + 1, Arrays.copyOf(entries, size), size);
        }
    }

    private byte[] file(String path) throws DataFormatException {
        return published
                .apply(path)
                .orElseThrow(() -> new DataFormatException(String.format(Locale.ROOT, "no file %s", path)));
    }
}
