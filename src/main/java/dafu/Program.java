package dafu;

import dafu.cache.Hash;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What a build depends on beside the files of its archive, in one word: this program, its options, layouts, settings. */
final class Program {
    private Program() {}

    static String key(Options options) throws IOException {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        try {
            return key(options, Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param program a jar, or a folder of classes */
    static String key(Options options, Path program) throws IOException {
        MessageDigest digest = Hash.digest();
        add(digest, System.getProperty("java.class.path"));
        add(digest, options.contentName(), options.layoutsName());
        add(digest, String.valueOf(options.drafts()), String.valueOf(options.asOf()));
        addProgram(digest, program);
        add(digest, options.layouts());
        add(digest, options.content().resolve("archive.yml"));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String... words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) bytes.length);
            digest.update(bytes);
            digest.update((byte) '\n');
        }
    }

    /** Of a jar the checksums that it holds tell enough; to hash 4 MB would be a twentieth of a small build. */
    private static void addProgram(MessageDigest digest, Path program) throws IOException {
        if (Files.isDirectory(program)) {
            add(digest, program);
            return;
        }
        try (ZipFile jar = new ZipFile(program.toFile())) {
            jar.stream().forEach(entry -> add(digest, entry.getName(), Long.toHexString(entry.getCrc())));
        }
    }

    /** Adds the files of a folder with their names, or one file. */
    private static void add(MessageDigest digest, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            add(digest, folder.relativize(file).toString(), String.valueOf(bytes.length));
            digest.update(bytes);
        }
    }
}
