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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;

/**
 * What edited texts change in an index that was published: the buckets of the terms that they gain, lose or move to
 * another class. The catalogue is the same, so all numbers are.
 */
final class Patch {
    private final Function<String, Optional<byte[]>> published;
    private final int bits;
    private final Set<Long> going = new HashSet<>();
    /** By bucket, what comes. */
    private final Map<Integer, List<Long>> coming = new TreeMap<>();

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
        String stored = Packed.read(file(Packed.path("t", number)));
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

    /** Takes what a reply was found by and is found by now. */
    void change(long[] before, long[] now) {
        Set<Long> old = Arrays.stream(before).boxed().collect(Collectors.toSet());
        Set<Long> young = Arrays.stream(now).boxed().collect(Collectors.toSet());
        old.stream().filter(entry -> !young.contains(entry)).forEach(entry -> {
            going.add(entry);
            ofBucket(entry);
        });
        young.stream()
                .filter(entry -> !old.contains(entry))
                .forEach(entry -> ofBucket(entry).add(entry));
        postings += now.length - before.length;
    }

    private List<Long> ofBucket(long entry) {
        return coming.computeIfAbsent(bits == 0 ? 0 : (int) (entry >>> 64 - bits), bucket -> new ArrayList<>());
    }

    /** Writes the buckets that change. */
    void write(Buckets buckets) throws DataFormatException {
        for (Map.Entry<Integer, List<Long>> change : coming.entrySet()) {
            int bucket = change.getKey();
            List<String> apart = new ArrayList<>();
            long[] old = Buckets.read(bucket, bits, this::file, apart);
            gone.addAll(apart);
            long[] entries = LongStream.concat(
                            Arrays.stream(old).filter(entry -> !going.contains(entry)),
                            change.getValue().stream().mapToLong(Long::longValue))
                    .toArray();
            int size = entries.length;
            buckets.write(bucket, bucket + 1, Run.sort(entries, size, new long[size], 0), size);
        }
    }

    private byte[] file(String path) throws DataFormatException {
        return published
                .apply(path)
                .orElseThrow(() -> new DataFormatException(String.format(Locale.ROOT, "no file %s", path)));
    }
}
