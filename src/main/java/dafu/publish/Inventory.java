package dafu.publish;

import dafu.cache.Stamp;
import dafu.publish.Sink.Made;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of a site by path, a hundred bytes each: a site of a million replies has millions, and as objects they would
 * take four times that.
 *
 * <p>Files may be put, removed and looked up by any thread. What {@link #files} tells is to be asked for when no more are
 * put.
 */
final class Inventory {
    /** A chunk holds records, each beginning at a multiple of the unit; a position counts units. */
    private static final int UNIT = 8;

    private static final int CHUNK = 1 << 20;
    private static final int HASH = 32;

    /* A record: the numbers of a file, its hash, and its path at the end. */
    private static final int SIZE = 0;
    private static final int MARK = 8;
    private static final int NEWEST = 16;
    private static final int DIGEST = 24;
    private static final int STATE = DIGEST + HASH;
    private static final int LENGTH = STATE + 4;
    private static final int PATH = LENGTH + 4;

    private static final int REMOVED = 0;
    private static final int SAME = 1;
    private static final int STAGED = 2;

    private static final int[] NONE = {};

    private final List<ByteBuffer> chunks = new ArrayList<>();
    /** Positions of records plus one, each at the first free slot from its hash on. */
    private int[] slots = new int[1 << 10];

    private int records;
    private int size;
    private int end;
    /** The positions in the order of the paths, if none has come or gone since they were sorted. */
    private int[] sorted = NONE;

    Inventory() {}

    /** The same files again. */
    Inventory(Inventory other) {
        synchronized (other) {
            other.chunks.forEach(
                    chunk -> chunks.add(ByteBuffer.wrap(chunk.array().clone())));
            slots = other.slots.clone();
            sorted = other.sorted;
            records = other.records;
            size = other.size;
            end = other.end;
        }
    }

    /** Takes a file, in place of the one there was; no stamp of it is known. */
    void put(String path, Made made, boolean staged) {
        add(path, made, staged, true);
    }

    /** Takes a file, unless there is one at its path. */
    boolean putIfAbsent(String path, Made made, boolean staged) {
        return add(path, made, staged, false);
    }

    private synchronized boolean add(String path, Made made, boolean staged, boolean replace) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int slot = slot(bytes);
        File file = slots[slot] == 0 ? append(bytes, slot) : new File(slots[slot] - 1);
        boolean there = file.is(SAME) || file.is(STAGED);
        if (!there || replace) {
            file.write(made, staged ? STAGED : SAME);
        }
        if (!there) {
            size++;
            sorted = NONE;
        }
        return !there;
    }

    synchronized void remove(String path) {
        find(path).ifPresent(file -> {
            file.state(REMOVED);
            size--;
            sorted = NONE;
        });
    }

    synchronized Optional<File> find(String path) {
        int position = slots[slot(path.getBytes(StandardCharsets.UTF_8))] - 1;
        return Optional.of(position).filter(there -> there >= 0).map(File::new).filter(file -> !file.is(REMOVED));
    }

    boolean has(String path) {
        return find(path).isPresent();
    }

    synchronized int size() {
        return size;
    }

    /** All files as they stand in memory. */
    synchronized Stream<File> inAnyOrder() {
        return Arrays.stream(slots)
                .filter(slot -> slot > 0)
                .mapToObj(slot -> new File(slot - 1))
                .filter(file -> !file.is(REMOVED));
    }

    /** All files in the order of their paths, as bytes. */
    synchronized List<File> files() {
        if (sorted.length != size) {
            // Sorted by position first: what a manifest has told of is in order then already.
            sorted = Arrays.stream(slots)
                    .filter(slot -> slot > 0 && !new File(slot - 1).is(REMOVED))
                    .map(slot -> slot - 1)
                    .sorted()
                    .boxed()
                    .sorted((a, b) -> new File(a).compare(new File(b)))
                    .mapToInt(position -> position)
                    .toArray();
        }
        return new Files(sorted);
    }

    private final class Files extends AbstractList<File> implements RandomAccess {
        private final int[] positions;

        Files(int[] positions) {
            this.positions = positions;
        }

        @Override
        public File get(int index) {
            return new File(positions[index]);
        }

        @Override
        public int size() {
            return positions.length;
        }
    }

    /** One of them. */
    final class File {
        private final ByteBuffer chunk;
        private final int at;

        private File(int position) {
            chunk = chunks.get(position / (CHUNK / UNIT));
            at = position % (CHUNK / UNIT) * UNIT;
        }

        String path() {
            return new String(chunk.array(), at + PATH, length(), StandardCharsets.UTF_8);
        }

        Made made() {
            String hash = HexFormat.of().formatHex(chunk.array(), at + DIGEST, at + DIGEST + HASH);
            return new Made(chunk.getLong(at + SIZE), hash);
        }

        long bytes() {
            return chunk.getLong(at + SIZE);
        }

        /** Whether it waits in the stage. */
        boolean isStaged() {
            return is(STAGED);
        }

        /** What the file system said of it, if that was noted. */
        Optional<Stamp> stamp() {
            Stamp stamp = new Stamp(chunk.getLong(at + MARK), bytes(), chunk.getLong(at + NEWEST));
            return stamp.mark() == 0 ? Optional.empty() : Optional.of(stamp);
        }

        void bytes(long size) {
            chunk.putLong(at + SIZE, size);
        }

        /** Notes when the file system says that it changed. */
        Stamp note(Stamp stamp) {
            chunk.putLong(at + MARK, stamp.mark());
            chunk.putLong(at + NEWEST, stamp.newest());
            return stamp;
        }

        private void write(Made made, int state) {
            bytes(made.bytes());
            note(new Stamp(0, 0, 0));
            chunk.put(at + DIGEST, HexFormat.of().parseHex(made.hash()));
            state(state);
        }

        private boolean is(int state) {
            return chunk.getInt(at + STATE) == state;
        }

        private void state(int state) {
            chunk.putInt(at + STATE, state);
        }

        private int length() {
            return chunk.getInt(at + LENGTH);
        }

        private int compare(File other) {
            return Arrays.compareUnsigned(
                    chunk.array(),
                    at + PATH,
                    at + PATH + length(),
                    other.chunk.array(),
                    other.at + PATH,
                    other.at + PATH + other.length());
        }

        private boolean isAt(byte[] path) {
            int from = at + PATH;
            return Arrays.equals(chunk.array(), from, from + length(), path, 0, path.length);
        }
    }

    /** Where the position of the record of a path stands, or is to stand. */
    private int slot(byte[] path) {
        int slot = spread(path);
        while (slots[slot] != 0 && !new File(slots[slot] - 1).isAt(path)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** FNV-1a; names that {@code Arrays.hashCode} takes for the same are too easily made. */
    private int spread(byte[] path) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : path) {
            hash = (hash ^ each & 0xFF) * 0x100000001b3L;
        }
        return (int) (hash ^ hash >>> 32) & slots.length - 1;
    }

    private File append(byte[] path, int slot) {
        int length = (PATH + path.length + UNIT - 1) / UNIT * UNIT;
        if (length > CHUNK) {
            throw new IllegalArgumentException("a path of " + path.length + " bytes");
        }
        if (chunks.isEmpty() || end + length > CHUNK) {
            chunks.add(ByteBuffer.allocate(CHUNK));
            end = 0;
        }
        int position = (chunks.size() - 1) * (CHUNK / UNIT) + end / UNIT;
        File file = new File(position);
        file.chunk.putInt(file.at + LENGTH, path.length);
        file.chunk.put(file.at + PATH, path);
        end += length;
        slots[slot] = position + 1;
        records++;
        if (records > slots.length / 2) {
            grow();
        }
        return file;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        IntStream.of(old).filter(slot -> slot > 0).forEach(filled -> {
            File file = new File(filled - 1);
            byte[] path = Arrays.copyOfRange(file.chunk.array(), file.at + PATH, file.at + PATH + file.length());
            slots[slot(path)] = filled;
        });
    }
}
