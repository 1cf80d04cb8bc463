package dafu.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The content of a file in 128 bits of its SHA-256, and the mark of the {@link Stamp} under which it was read: as long as
 * that stays, the file need not be read to know its content.
 */
public record Print(long mark, long high, long low) {
    /** Of no content; the same as nothing. */
    public static final Print NONE = new Print(0, 0, 0);

    /** The print of a file, of which an earlier one may be known. It is read only where its mark has changed. */
    public static Print of(Path file, Print before) throws IOException {
        Stamp stamp = Stamp.of(file);
        if (stamp.mark() == 0 || before.mark == stamp.mark()) {
            return stamp.mark() == 0 ? NONE : before;
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256(file));
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
    public Print kept(Path file, long began) throws IOException {
        Stamp now = Stamp.of(file);
        boolean same = now.mark() == mark && now.newest() < began;
        return same || of(file, NONE).isSame(this) ? new Print(now.settled(began), high, low) : NONE;
    }

    private static byte[] sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16 << 10];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
