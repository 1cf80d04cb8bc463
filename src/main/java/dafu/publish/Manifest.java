package dafu.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a site and their hashes, as {@code sha256sum} writes and checks them. */
final class Manifest {
    static final String NAME = "manifest-sha256.txt";
    private static final int HASH = 64;
    private static final int PATH = HASH + 2;

    private Manifest() {}

    /** The manifest in a site, by path; empty where there is none. Lines that no manifest has are passed over. */
    static SortedMap<String, String> read(Path site) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path file = site.resolve(NAME);
        if (Files.isRegularFile(file)) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                if (line.length() > PATH && isOwn(line.substring(PATH))) {
                    files.put(line.substring(PATH), line.substring(0, HASH));
                }
            }
        }
        return files;
    }

    static byte[] write(SortedMap<String, String> files) {
        StringBuilder lines = new StringBuilder(files.size() * 120);
        for (Map.Entry<String, String> file : files.entrySet()) {
            lines.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a path can be a page's: in the site, and not hidden but for the one that GitHub Pages looks for. A manifest may have been tampered with. */
    private static boolean isOwn(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' || c == ':' || Character.isISOControl(c)) {
                return false;
            }
        }
        String between = "/" + path + "/";
        return !between.contains("//")
                && !between.contains("/./")
                && !between.contains("/../")
                && (path.charAt(0) != '.' || path.equals(".nojekyll"));
    }
}
