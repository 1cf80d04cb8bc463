package dafu.cache;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The content of a file in 128 bits of its SHA-256, and the mark of the {@link Stamp} under which it was read: as long as
 * that stays, the file need not be read to know its content.
 */
public record Print(long mark, long high, long low) {
    /** Of no content; the same as nothing. */
    public static final Print NONE = new Print(0, 0, 0);

    /** The print of a file, of which an earlier one may be known. It is read only where its mark has changed. */
    public static Print of(Path file, Print before) {
        Stamp stamp = Stamp.of(file);
        if (stamp.mark() == 0 || before.mark == stamp.mark()) {
            return stamp.mark() == 0 ? NONE : before;
        }
        ByteBuffer hash = ByteBuffer.wrap(Hash.bytes(file));
        return new Print(stamp.mark(), hash.getLong(), hash.getLong());
    }

    /** Whether both are of the same content. */
    public boolean isSame(Print other) {
        return high == other.high && low == other.low && !(high == 0 && low == 0);
    }

    /**
     * This print as it may be kept: nothing where the file has changed since it was read; without the mark where it was not
     * at rest when this run began, at that time of the file system, so that the next run reads it again.
     */
    public Print kept(Path file, long began) {
        Stamp now = Stamp.of(file);
        if (now.mark() != mark || now.newest() >= began && !of(file, NONE).isSame(this)) {
            return NONE;
        }
        return new Print(now.settled(began), high, low);
    }

    /** The same with its mark, if it had none and the file has been at rest since. */
    public Print settled(Path file, long began) {
        long now = mark == 0 ? Stamp.of(file).settled(began) : 0;
        return now != 0 && of(file, NONE).isSame(this) ? new Print(now, high, low) : this;
    }
}
