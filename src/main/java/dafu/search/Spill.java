package dafu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs of postings: in memory up to a limit, then in a temporary file, which goes when this is closed. */
final class Spill implements AutoCloseable {
    private final long limit;
    private final List<Stored> runs = new ArrayList<>();
    private long held;
    private long written;
    private long postings;
    private @Nullable FileChannel channel;

    /** A run whose bytes are in memory, or in the file from a place on. */
    private record Stored(byte @Nullable [] bytes, long place, int[] starts) {}

    /** @param limit how many bytes may stay in memory */
    Spill(long limit) {
        this.limit = limit;
    }

    synchronized void add(Run run) {
        postings += run.postings();
        if (held + run.bytes().length <= limit) {
            held += run.bytes().length;
            runs.add(new Stored(run.bytes(), 0, run.starts()));
            return;
        }
        try {
            if (channel == null) {
                channel = FileChannel.open(
                        Files.createTempFile("dafu-search", ".tmp"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
            runs.add(new Stored(null, written, run.starts()));
            for (ByteBuffer rest = ByteBuffer.wrap(run.bytes()); rest.hasRemaining(); ) {
                written += channel.write(rest, written);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the temporary file of the search index", failed);
        }
    }

    /** How many postings there are: terms and the replies that have them. */
    long postings() {
        return postings;
    }

    /** The sorted entries of some segments of all runs; called from several threads at once. */
    long[] sorted(int fromSegment, int toSegment, int[] size) {
        int bytes = 0;
        for (Stored run : runs) {
            bytes += run.starts[toSegment] - run.starts[fromSegment];
        }
        long[] entries = new long[Math.max(16, bytes)];
        for (Stored run : runs) {
            int from = run.starts[fromSegment];
            int offset = run.bytes == null ? from : 0;
            byte[] part = run.bytes == null ? read(run.place + from, run.starts[toSegment] - from) : run.bytes;
            entries = Run.decode(part, run.starts, fromSegment, toSegment, offset, entries, size);
        }
        return Run.sort(entries, size[0], new long[size[0]], 0);
    }

    private byte[] read(long place, int length) {
        byte[] bytes = new byte[length];
        try {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                if (channel == null || channel.read(rest, place + rest.position()) < 0) {
                    throw new IOException("it is shorter than it was");
                }
            }
            return bytes;
        } catch (IOException failed) {
            throw new UncheckedIOException("the temporary file of the search index", failed);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the temporary file of the search index", failed);
        }
    }
}
