package dafu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables that lie beside classes: UTF-8, blank lines and lines that begin with # left out. */
public final class Resource {
    private Resource() {}

    static List<String> lines(String name) {
        return lines(Resource.class, name);
    }

    /** The lines of a table that lies beside this class. */
    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + beside.getName());
            }
            // No stream here: the first lambda of a run costs as much as reading all the tables.
            List<String> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
