package dafu.cache;

import java.io.IOException;
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
        try (OutputStream out = new CheckedOutputStream(Files.newOutputStream(draft), sum)) {
            Form.Out all = new Form.Out(out);
            all.text(key);
            Form.of(record.getClass()).writer().write(all, record);
            all.flush();
            out.write(ByteBuffer.allocate(CHECKSUM).putLong(sum.getValue()).array());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(record.getClass().getName(), impossible);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static <T extends Record> Optional<T> read(Path file, String key, Class<T> type) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]);
            CRC32C sum = new CRC32C();
            sum.update(bytes.array(), 0, bytes.limit() - CHECKSUM);
            Form.In all = new Form.In(bytes);
            return sum.getValue() == bytes.getLong(bytes.limit() - CHECKSUM)
                            && all.text().equals(key)
                    ? Optional.of(type.cast(Form.of(type).reader().read(all)))
                    : Optional.empty();
        } catch (IOException | ReflectiveOperationException | RuntimeException notWhatWasWritten) {
            return Optional.empty();
        }
    }
}
