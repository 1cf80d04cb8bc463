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
    private static final int FEW_FILES = 2_000;
    private static final int MOST_CORES = 4;

    private ShortRun() {}

    /** Looks at a command line, beside the command itself: what it finds needs no waiting for. */
    static void expect(String... arguments) {
        List<String> line = Stream.of(arguments)
                .flatMap(word -> word.startsWith("--content=") ? Stream.of(word.split("=", 2)) : Stream.of(word))
                .toList();
        if (line.contains("serve") || isQuickAlone() || Runtime.getRuntime().availableProcessors() > MOST_CORES) {
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
            long files = files(Path.of(content));
            if (files <= MOST_FILES) {
                Path directives = Files.createTempFile("dafu", ".json");
                try {
                    Files.writeString(directives, directives(files <= FEW_FILES));
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

    /** Whether there is no optimising compiler, with {@code -XX:TieredStopAtLevel=1}: HotSpot names that so. */
    private static boolean isQuickAlone() {
        return System.getProperty("java.vm.info", "").contains("emulated-client");
    }

    private static long files(Path content) throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            return files.limit(MOST_FILES + 1L).count();
        }
    }

    /**
     * For digests and strings the optimising compiler has instructions of the processor that the quick one lacks: the
     * digest of a page takes a tenth with them. To compile the strings takes a tenth of a second, which a few files do not
     * give back. The first that matches counts.
     */
    private static String directives(boolean few) {
        String strings = few ? "" : "\"java/lang/String*.*\", ";
        return "[{match: [" + strings + "\"sun/security/provider/*.*\"], c2: {Exclude: false}},"
                + " {match: \"*.*\", c2: {Exclude: true}}]";
    }
}
