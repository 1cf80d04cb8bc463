package dafu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files that lie beside classes: UTF-8; of tables blank lines and lines that begin with # are left out. */
public final class Resource {
    private Resource() {}

    static List<String> lines(String name) {
        return lines(Resource.class, name);
    }

    /** The lines of a table that lies beside this class. */
    public static List<String> lines(Class<?> beside, String name) {
        // No stream here: the first lambda of a run costs as much as reading all the tables.
        List<String> lines = new ArrayList<>();
        for (String line : text(beside, name).split("\n")) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The whole text of a file that lies beside this class. */
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
