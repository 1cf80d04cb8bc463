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

    private Manifest() {}

    /** The manifest in a site, by path; empty where there is none. Lines that no manifest has are passed over. */
    static SortedMap<String, String> read(Path site) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path file = site.resolve(NAME);
        if (Files.isRegularFile(file)) {
            String lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (int start = 0, end; start < lines.length(); start = end + 1) {
                int next = lines.indexOf('\n', start);
                end = next < 0 ? lines.length() : next;
                if (end - start > HASH + 2 && isOwn(lines, start + HASH + 2, end)) {
                    files.put(lines.substring(start + HASH + 2, end), lines.substring(start, start + HASH));
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
    private static boolean isOwn(String lines, int start, int end) {
        if (lines.charAt(start) == '.' && !lines.substring(start, end).equals(".nojekyll")) {
            return false;
        }
        int folder = start;
        for (int i = start; i <= end; i++) {
            char c = i < end ? lines.charAt(i) : '/';
            if (c == '\\' || c == ':' || Character.isISOControl(c)) {
                return false;
            }
            if (c == '/') {
                String name = i - folder > 2 ? "a name" : lines.substring(folder, i);
                if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                    return false;
                }
                folder = i + 1;
            }
        }
        return true;
    }
}
