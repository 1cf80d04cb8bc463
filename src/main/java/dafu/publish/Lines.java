package dafu.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A file with some of its lines replaced; the others are not held. */
final class Lines {
    private Lines() {}

    /** Copies a text with these lines, by number from 0 on. A line end between two of these quotes ends no line. */
    static void replace(InputStream in, OutputStream out, Map<Integer, byte[]> lines, int quote) throws IOException {
        byte[] buffer = new byte[64 << 10];
        boolean quoted = false;
        int line = 0;
        byte[] other = lines.get(line);
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                quoted ^= buffer[i] == quote;
                if (buffer[i] == '\n' && !quoted) {
                    byte[] next = lines.get(++line);
                    if (other != null) {
                        out.write(other);
                        from = i + 1;
                    } else if (next != null) {
                        out.write(buffer, from, i + 1 - from);
                        from = i + 1;
                    }
                    other = next;
                }
            }
            if (other == null) {
                out.write(buffer, from, count - from);
            }
        }
    }
}
