package dafu.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How large a picture is, from its first bytes, so that a page keeps its place before it comes. The formats are those of
 * PNG (ISO 15948), GIF89a, JPEG (ITU T.81, B.2.2) and WebP (RFC 9649).
 */
final class Picture {
    /** Before the size, a JPEG may hold a colour profile and a preview, 64 KB each. */
    private static final int ENOUGH = 256 << 10;

    private Picture() {}

    /** The attributes that say so, or nothing where the file is not what its name says. */
    static String size(Path file) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(ENOUGH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
        long size = head.length < 30 ? 0 : size(ByteBuffer.wrap(head));
        return size >>> 32 == 0 || (int) size == 0
                ? ""
                : " width=\"" + (size >>> 32) + "\" height=\"" + (int) size + "\"";
    }

    /** Width and height in the halves, or 0. */
    private static long size(ByteBuffer head) {
        int begin = head.getInt(0);
        if (begin == 0x89504E47) {
            return of(head.getInt(16), head.getInt(20));
        } else if (begin >>> 16 == 0xFFD8) {
            return jpeg(head);
        }
        head.order(ByteOrder.LITTLE_ENDIAN);
        if (begin == 0x47494638) {
            return of(head.getShort(6) & 0xFFFF, head.getShort(8) & 0xFFFF);
        }
        return begin == 0x52494646 && head.getInt(8) == 0x50424557 ? webp(head) : 0;
    }

    private static long jpeg(ByteBuffer head) {
        for (int at = 2; at + 9 < head.limit() && head.get(at) == (byte) 0xFF; ) {
            int marker = head.get(at + 1) & 0xFF;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return of(head.getShort(at + 7) & 0xFFFF, head.getShort(at + 5) & 0xFFFF);
            }
            at += marker == 0xFF ? 1 : 2 + Math.max(2, head.getShort(at + 2) & 0xFFFF);
        }
        return 0;
    }

    private static long webp(ByteBuffer head) {
        return switch (head.get(15)) {
            case 'X' -> of((head.getInt(24) & 0xFFFFFF) + 1, (head.getInt(26) >>> 8) + 1);
            case 'L' -> of((head.getInt(21) & 0x3FFF) + 1, (head.getInt(21) >>> 14 & 0x3FFF) + 1);
            default -> of(head.getShort(26) & 0x3FFF, head.getShort(28) & 0x3FFF);
        };
    }

    private static long of(int width, int height) {
        return (long) width << 32 | height;
    }
}
