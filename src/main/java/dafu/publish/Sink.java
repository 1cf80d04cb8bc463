package dafu.publish;

import java.io.OutputStream;
import java.util.SortedMap;

/** Where the files of a site go, one by one, from any thread. */
@FunctionalInterface
public interface Sink {
    /** A file as it was taken: its size, and its SHA-256 in lower-case hexadecimal. */
    record Made(long bytes, String hash) {}

    /** Where nothing is kept. */
    Sink NOWHERE = (path, bytes) -> {};

    /**
     * Takes a file.
     *
     * @param path its path in the site, with forward slashes
     */
    void put(String path, byte[] bytes);

    /**
     * Takes a file bit by bit, so that it need not be held; it is there when the stream is closed. Where nothing is
     * published, only its name counts.
     */
    default OutputStream stream(String path) {
        put(path, new byte[0]);
        return OutputStream.nullOutputStream();
    }

    /**
     * Takes a file that is as it was published but for some lines. A line end within quotes ends no line of a table.
     *
     * @param lines these lines with their ends, by their numbers from 0 on; none if nothing has changed
     */
    default Made patch(String path, SortedMap<Integer, byte[]> lines) {
        throw new IllegalStateException("nothing is published: " + path);
    }
}
