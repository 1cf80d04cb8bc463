package dafu.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the optimising compiler out of a run that is over before it pays: on two cores it took 4 of 11 s of processor time
 * at 1,000 replies, and 12 of 52 s at 10,000. The quick compiler stays. Where there are more cores it has one of its own,
 * and a longer run needs it; where the virtual machine has no compiler directives (JEP 165), all is as it was.
 */
final class ShortRun {
    private static final int MOST_FILES = 15_000;
    private static final int MOST_CORES = 4;
    /**
     * For strings and digests the optimising compiler has instructions of the processor that the quick one lacks: the
     * digest of a page takes a tenth with them. The first that matches counts.
     */
    private static final String DIRECTIVES =
            "[{match: [\"java/lang/String*.*\", \"sun/security/provider/*.*\"], c2: {Exclude: false}},"
                    + " {match: \"*.*\", c2: {Exclude: true}}]";

    private ShortRun() {}

    /** Looks at a command line, beside the command itself: what it finds needs no waiting for. */
    static void expect(String... arguments) {
        List<String> line = Stream.of(arguments)
                .flatMap(word -> word.startsWith("--content=") ? Stream.of(word.split("=", 2)) : Stream.of(word))
                .toList();
        if (line.contains("serve") || Runtime.getRuntime().availableProcessors() > MOST_CORES) {
            return;
        }
        int named = line.indexOf("--content");
        String content = named >= 0 && named + 1 < line.size() ? line.get(named + 1) : "content";
        Thread beside = new Thread(() -> begin(content));
        beside.setDaemon(true);
        beside.start();
    }

    private static void begin(String content) {
        try {
            if (isSmall(Path.of(content))) {
                Path directives = Files.createTempFile("dafu", ".json");
                try {
                    Files.writeString(directives, DIRECTIVES);
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                    "compilerDirectivesAdd",
                                    new Object[] {new String[] {directives.toString()}},
                                    new String[] {String[].class.getName()});
                } finally {
                    Files.delete(directives);
                }
            }
        } catch (IOException | JMException | RuntimeException slowerAlone) {
            // The command does the same, later.
        }
    }

    private static boolean isSmall(Path content) throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            return files.limit(MOST_FILES + 1L).count() <= MOST_FILES;
        }
    }
}
