package dafu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of test cases beside the tests: one a line, {@code ⏎} for a line feed, {@code #} opens a comment. */
public final class Cases {
    private Cases() {}

    public static List<String> in(String name) {
        try (InputStream in = Cases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no test file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> line.replace('⏎', '\n'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
