package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of src/README.md, read from the sources. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Packages in reading order, and those of ours that each may import. Stages do not import each other. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("dafu.text", Set.of()),
            Map.entry("dafu.cache", Set.of()),
            Map.entry("dafu.model", Set.of("dafu.text")),
            Map.entry("dafu.read", Set.of("dafu.text", "dafu.model", "dafu.cache")),
            Map.entry("dafu.check", Set.of("dafu.text", "dafu.model")),
            Map.entry("dafu.data", Set.of("dafu.model", "dafu.cache")),
            Map.entry("dafu.page", Set.of("dafu.text", "dafu.model")),
            Map.entry("dafu.render", Set.of("dafu.text", "dafu.model")),
            Map.entry("dafu.search", Set.of("dafu.text", "dafu.model", "dafu.cache")),
            Map.entry("dafu.publish", Set.of("dafu.cache")),
            Map.entry("dafu.serve", Set.of("dafu.text", "dafu.model")),
            Map.entry("dafu.report", Set.of("dafu.text", "dafu.model")),
            Map.entry("dafu.importer", Set.of("dafu.text", "dafu.model", "dafu.read")),
            Map.entry(
                    "dafu",
                    Set.of(
                            "dafu.text",
                            "dafu.model",
                            "dafu.cache",
                            "dafu.read",
                            "dafu.check",
                            "dafu.data",
                            "dafu.page",
                            "dafu.render",
                            "dafu.search",
                            "dafu.publish")),
            Map.entry(
                    "dafu.cli",
                    Set.of(
                            "dafu",
                            "dafu.text",
                            "dafu.model",
                            "dafu.cache",
                            "dafu.read",
                            "dafu.check",
                            "dafu.render",
                            "dafu.publish",
                            "dafu.report",
                            "dafu.serve",
                            "dafu.importer")));

    /** Each library and the only places that may import it: classes, or a package with a dot at its end. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "com.vladsch.flexmark.", "dafu.read.Markdown dafu.read.Dialect",
            "com.github.mustachejava.", "dafu.render.Templates",
            "javax.management.", "dafu.cli.ShortRun",
            "org.snakeyaml.", "dafu.read.Yaml",
            "io.nayuki.", "dafu.page.AddressCode",
            "picocli.", "dafu.cli.",
            "org.zwobble.mammoth.", "dafu.importer.",
            "org.jsoup.", "dafu.importer.",
            "javax.xml.", "dafu.importer.WordDocument",
            "org.xml.sax.", "dafu.importer.WordDocument");

    private static final Pattern NAME = Pattern.compile("\\b(dafu(?:\\.[a-z]+)*)\\.([A-Z]\\w*)");
    private static final Pattern LIBRARY = Pattern.compile("(?m)^import (?:static )?([a-z][\\w.]*)");

    @Test
    void packagesImportOnlyWhatStandsAboveThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            String from = packageOf(source.getKey());
            Matcher name = NAME.matcher(withoutComments(source.getValue()));
            while (name.find()) {
                String to = name.group(1);
                if (!to.equals(from) && !MAY_IMPORT.getOrDefault(from, Set.of()).contains(to)) {
                    wrong.add(source.getKey() + " imports " + to + "." + name.group(2));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageHasItsLineInTheTable() throws IOException {
        Set<String> packages = new TreeSet<>();
        sources().keySet().forEach(name -> packages.add(packageOf(name)));
        assertThat(MAY_IMPORT.keySet()).containsAll(packages);
    }

    @Test
    void theTableHasNoCircle() {
        Set<String> done = new TreeSet<>();
        for (int round = 0; round < MAY_IMPORT.size(); round++) {
            MAY_IMPORT.forEach((name, imports) -> {
                if (done.containsAll(imports)) {
                    done.add(name);
                }
            });
        }
        assertThat(done).isEqualTo(MAY_IMPORT.keySet());
    }

    @Test
    void eachLibraryIsImportedInOnePlace() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            Matcher imported = LIBRARY.matcher(source.getValue());
            while (imported.find()) {
                String name = imported.group(1);
                boolean ours = name.startsWith("java.")
                        || name.startsWith("com.sun.net.httpserver.")
                        || name.startsWith("dafu.")
                        || name.startsWith("org.jspecify.");
                boolean placed = LIBRARIES.entrySet().stream()
                        .anyMatch(library -> name.startsWith(library.getKey())
                                && Stream.of(library.getValue().split(" "))
                                        .anyMatch(place ->
                                                (source.getKey() + ".").startsWith(place.replaceFirst("\\.?$", "."))));
                if (!ours && !placed) {
                    wrong.add(source.getKey() + " imports " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() throws IOException {
        Set<String> packages = new TreeSet<>();
        sources().keySet().forEach(name -> packages.add(packageOf(name)));
        for (String name : packages) {
            String info =
                    Files.readString(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"));
            assertThat(info).startsWith("/** ").contains("@NullMarked");
        }
    }

    @Test
    void noNameHoldsTheProductsNorSaysNothing() throws IOException {
        assertThat(sources().keySet().stream().map(name -> name.substring(name.lastIndexOf('.') + 1)))
                .noneMatch(name -> name.startsWith("Dafu")
                        || name.matches(".*(Util|Utils|Helper|Manager|Impl|DTO|Processor|Abstract.*)"));
    }

    @Test
    void onlyTheCommandAsksForTheTime() throws IOException {
        assertThat(using("(LocalDate(Time)?|Instant|Year|YearMonth|ZonedDateTime|OffsetDateTime|Clock|LocalTime)"
                        + "\\.(now|system\\w*)\\(|System\\.(currentTimeMillis|nanoTime)\\(|new Date\\(|Math\\.random|new Random\\("
                        + "|UUID\\.randomUUID|ThreadLocalRandom|SecureRandom"))
                .allMatch(name -> name.startsWith("dafu.cli."));
    }

    @Test
    void nothingDependsOnTheMachinesLocaleTimeZoneOrEncoding() throws IOException {
        assertThat(using(
                        "String\\.format\\((?!\\s*Locale\\.)|\\.formatted\\(|\\.to(Lower|Upper)Case\\(\\)|\\.getBytes\\(\\)"
                                + "|Locale\\.getDefault|ZoneId\\.systemDefault|TimeZone\\.getDefault|Charset\\.defaultCharset"
                                + "|new (FileReader|FileWriter|Scanner)\\(|Collator|NumberFormat\\.get\\w*Instance\\(\\)"
                                + "|\\.printf\\(|new InputStreamReader\\([^,]*\\)"))
                .isEmpty();
    }

    @Test
    void onlyTheCommandPrintsAndEnds() throws IOException {
        assertThat(using("System\\.(out|err|exit)\\b")).allMatch(name -> name.startsWith("dafu.cli."));
    }

    @Test
    void whatCrossesBetweenTheStagesKnowsNoFiles() throws IOException {
        assertThat(using("java\\.nio\\.file|java\\.io\\.File\\b"))
                .noneMatch(name -> name.startsWith("dafu.text.") || name.startsWith("dafu.model."));
    }

    @Test
    void filesStaySmall() throws IOException {
        Map<String, Long> long_ = new TreeMap<>();
        sources().forEach((name, text) -> long_.put(name, text.lines().count()));
        long_.values().removeIf(lines -> lines <= 500);
        assertThat(long_).isEmpty();
    }

    private static List<String> using(String pattern) throws IOException {
        Pattern used = Pattern.compile(pattern);
        return sources().entrySet().stream()
                .filter(source ->
                        used.matcher(withoutComments(source.getValue())).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".java") && !file.endsWith("package-info.java")) {
                    String name = SOURCES.relativize(file).toString().replace('/', '.');
                    sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }
}
