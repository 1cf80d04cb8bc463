package dafu.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that make the look: the user's where there is one, else the packed one of the same name, file by file. */
public final class Layouts {
    private static final String PACKED = "/layouts/";
    private static final Pattern STRING_COMMENT_OR_BREAK = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*\")|/\\*.*?\\*/|;?\\s*(})\\s*|\\s*([{;>])\\s*|([:,]) ", Pattern.DOTALL);

    private final Path folder;
    private final String root;

    /**
     * @param folder the user's layouts; need not exist
     * @param root the folder as the user named it, for messages
     */
    public Layouts(Path folder, String root) {
        this.folder = folder;
        this.root = root;
    }

    /** The bytes of a layout file, by its path below the layouts folder. */
    public Optional<byte[]> find(String name) {
        Path own = folder.resolve(name);
        try {
            if (Files.isRegularFile(own)) {
                return Optional.of(Files.readAllBytes(own));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(shown(name), unreadable);
        }
        return packed(name);
    }

    /** The bytes of a packed layout file. */
    public Optional<byte[]> packed(String name) {
        try (InputStream packed = Layouts.class.getResourceAsStream(PACKED + name)) {
            return packed == null ? Optional.empty() : Optional.of(packed.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(shown(name), unreadable);
        }
    }

    /** A style sheet without what it says to people alone. */
    public static byte[] small(byte[] style) {
        return STRING_COMMENT_OR_BREAK
                .matcher(new String(style, StandardCharsets.UTF_8))
                .replaceAll("$1$2$3$4")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A layout's name as findings show it. */
    public String shown(String name) {
        return root + "/" + name;
    }

    /** The files below a folder, the user's and the packed ones together. */
    public SortedSet<String> below(String prefix) {
        SortedSet<String> names = new TreeSet<>();
        try {
            walk(folder.resolve(prefix), folder, names);
            URL packed = Layouts.class.getResource(PACKED);
            if (packed != null && packed.getProtocol().equals("file")) {
                Path base = Path.of(packed.toURI());
                walk(base.resolve(prefix), base, names);
            } else if (packed != null && packed.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (var file = jar.getJarFile()) {
                    file.stream()
                            .filter(entry ->
                                    !entry.isDirectory() && ("/" + entry.getName()).startsWith(PACKED + prefix))
                            .forEach(entry -> names.add(entry.getName().substring(PACKED.length() - 1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(shown(prefix), unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return names;
    }

    private static void walk(Path start, Path base, SortedSet<String> names) throws IOException {
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            files.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith(".") && !name.contains("/."))
                    .forEach(names::add);
        }
    }
}
