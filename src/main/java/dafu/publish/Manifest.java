package dafu.publish;

import dafu.cache.Hash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The files of a site and their hashes, as {@code sha256sum} writes and checks them. */
final class Manifest {
    static final String NAME = "manifest-sha256.txt";
    private static final int HASH = 64;
    private static final int PATH = HASH + 2;
    /** Of a file whose line has none: no content has it. */
    private static final String NO_HASH = "0".repeat(HASH);

    private Manifest() {}

    /** The manifest in a site, by path; empty where there is none. */
    static SortedMap<String, String> read(Path site) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        read(site, files::put);
        return files;
    }

    /** Tells of each path in the manifest of a site, and its hash. Lines that no manifest has are passed over. */
    static void read(Path site, BiConsumer<String, String> taker) throws IOException {
        Path file = site.resolve(NAME);
        byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        for (int start = 0, end; start < bytes.length; start = end + 1) {
            end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            if (line.length() > PATH && isOwn(line.substring(PATH))) {
                String hash = line.substring(0, HASH);
                taker.accept(line.substring(PATH), hash.chars().allMatch(HexFormat::isHexDigit) ? hash : NO_HASH);
            }
        }
    }

    /** Writes the manifest of these files, and gives its hash. */
    static String write(Inventory files, OutputStream to) throws IOException {
        MessageDigest digest = Hash.digest();
        OutputStream out = new BufferedOutputStream(new DigestOutputStream(to, digest), 64 << 10);
        for (Inventory.File file : files.files()) {
            out.write((file.made().hash() + "  " + file.path() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        return HexFormat.of().formatHex(digest.digest());
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
