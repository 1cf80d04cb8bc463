package dafu.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A record in a file of its own, under a key that says from what it was made, with a checksum at the end. It is there
 * whole or not at all: damaged, cut off or under another key, it is as if there were none.
 */
public final class Saved {
    private static final int CHECKSUM = 8;

    private Saved() {}

    public static void write(Path file, String key, Record record) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        CRC32C sum = new CRC32C();
        try {
            try (OutputStream out = new CheckedOutputStream(Files.newOutputStream(draft), sum)) {
                Form.Out all = new Form.Out(out);
                all.text(key);
                Form.of(record.getClass()).writer().write(all, record);
                all.flush();
                out.write(ByteBuffer.allocate(CHECKSUM).putLong(sum.getValue()).array());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(record.getClass().getName(), impossible);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    public static <T extends Record> Optional<T> read(Path file, String key, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        // A damaged one is not to be understood at all: so it is read twice, bit by bit, and never held.
        try (InputStream whole = Files.newInputStream(file);
                InputStream in = Files.newInputStream(file)) {
            Form.In all = new Form.In(in);
            return isSound(whole, Files.size(file) - CHECKSUM) && all.text().equals(key)
                    ? Optional.of(type.cast(Form.of(type).reader().read(all)))
                    : Optional.empty();
        } catch (IOException | ReflectiveOperationException | RuntimeException notWhatWasWritten) {
            return Optional.empty();
        }
    }

    /** Whether so many bytes have the checksum that stands behind them. */
    private static boolean isSound(InputStream in, long length) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[64 << 10];
        for (long left = length; left > 0; ) {
            int count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            sum.update(buffer, 0, count);
            left -= count == 0 ? left : count;
        }
        byte[] there = in.readNBytes(CHECKSUM);
        return there.length == CHECKSUM && ByteBuffer.wrap(there).getLong() == sum.getValue();
    }
}
