package dafu.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 64 << 10), sum))) {
            out.writeUTF(key);
            Form.of(record.getClass()).write(new Form.Out(out), record);
            out.writeLong(sum.getValue());
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static <T extends Record> Optional<T> read(Path file, String key, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 << 10))) {
            return isWhole(file) && in.readUTF().equals(key)
                    ? Optional.of(type.cast(Form.of(type).read(new Form.In(in))))
                    : Optional.empty();
        } catch (IOException | RuntimeException notWhatWasWritten) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Path file) throws IOException {
        long left = Files.size(file) - CHECKSUM;
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                sum.update(buffer, 0, Math.max(0, count));
                left -= count < 0 ? left : count;
            }
            return left == 0 && new DataInputStream(in).readLong() == sum.getValue();
        }
    }
}
