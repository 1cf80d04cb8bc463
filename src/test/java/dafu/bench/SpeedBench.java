package dafu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds archives of several sizes with the packaged jar and with Hugo, in turn, and prints wall time, processor time,
 * peak memory and files of each, with their ratio: a clean build with everything, search included, and one after the text
 * of one reply was edited. Hugo makes pages, listings and feeds, and no search.
 *
 * <p>{@code mvn -Pbench test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dafu.bench.SpeedBench
 * -Dexec.args="1000,10000 3 target/bench"}: the sizes, how many runs of each, and a folder for corpora, sites and
 * {@code speed.json}. Processes are measured by GNU time; Hugo is left out where it is not installed. What follows is given
 * to the virtual machine, {@code -XX:+UseSerialGC} for one.
 */
public final class SpeedBench {
    private static final Path TIME = Path.of("/usr/bin/time");
    private static final String AWAY = "put-away";

    private final Path folder;
    private final int runs;
    private final List<String> java = new ArrayList<>(List.of("java"));
    private final List<String> json = new ArrayList<>();

    /** One run of a process. */
    private record Run(double wall, double processor, double megabytes) {}

    private SpeedBench(Path folder, int runs, List<String> flags) {
        this.folder = folder;
        this.runs = runs;
        java.addAll(flags);
        java.addAll(List.of("-jar", Path.of("target/dafu.jar").toAbsolutePath().toString(), "build", "--quiet"));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3 || !Files.isExecutable(TIME)) {
            throw new IllegalArgumentException("expected: sizes runs folder; and " + TIME);
        }
        SpeedBench bench = new SpeedBench(
                Path.of(arguments[2]).toAbsolutePath(),
                Integer.parseInt(arguments[1]),
                List.of(arguments).subList(3, arguments.length));
        for (String size : arguments[0].split(",")) {
            bench.measure(Integer.parseInt(size));
        }
        delete(bench.folder.resolve(AWAY));
        Files.writeString(bench.folder.resolve("speed.json"), "[\n" + String.join(",\n", bench.json) + "\n]\n");
    }

    private void measure(int size) throws IOException, InterruptedException {
        Path dafu = folder.resolve("dafu-" + size);
        Path hugo = folder.resolve("hugo-" + size);
        Corpus corpus = new Corpus(Words.load(), size);
        if (!Files.exists(dafu.resolve("content"))) {
            corpus.writeContent(dafu.resolve("content"));
        }
        @Nullable String version = hugoVersion();
        if (version != null && !Files.exists(hugo.resolve("content"))) {
            corpus.writeHugo(hugo.resolve("content"));
        }
        if (version != null) {
            copy(Path.of("src/test/resources/dafu/bench/hugo"), hugo);
        }
        List<Run> ours = new ArrayList<>();
        List<Run> edited = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            putAway(dafu.resolve("site"));
            putAway(dafu.resolve(".dafu"));
            ours.add(run(dafu, java));
            edit(dafu.resolve("content/replies"), run);
            edited.add(run(dafu, java));
            if (version != null) {
                putAway(hugo.resolve("public"));
                theirs.add(run(hugo, List.of("hugo", "--quiet")));
            }
        }
        long files = count(dafu.resolve("site"));
        report(size, "dafu", ours, files);
        report(size, "dafu, one edit", edited, files);
        ratio(size, "one edit to clean", edited, ours);
        if (version != null) {
            report(size, version, theirs, count(hugo.resolve("public")));
            ratio(size, "dafu to " + version, ours, theirs);
        }
    }

    /**
     * Makes room without deleting: for minutes ext4 looks at each deleted inode again before it gives out a new one, so who
     * is measured after a deletion pays for it, and pays more the more files it writes.
     */
    private void putAway(Path made) throws IOException {
        if (Files.exists(made)) {
            Files.createDirectories(folder.resolve(AWAY));
            Files.move(made, Files.createTempDirectory(folder.resolve(AWAY), "").resolve("made"));
        }
    }

    /** Adds a sentence to the text of a reply in the middle of the folder. */
    private static void edit(Path replies, int run) throws IOException {
        try (var files = Files.walk(replies)) {
            List<Path> texts = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            Path text = texts.get(texts.size() / 2 + run);
            Files.writeString(text, "\n现予补充说明，工作仍在推进。\n", StandardOpenOption.APPEND);
        }
    }

    private void ratio(int size, String what, List<Run> of, List<Run> to) {
        System.out.printf(
                Locale.ROOT,
                "%,9d  %s, median of pairs: wall %.3f, memory %.2f%n",
                size,
                what,
                median(of, to, Run::wall),
                median(of, to, Run::megabytes));
        json.add(String.format(
                Locale.ROOT,
                "{\"replies\": %d, \"ratio\": \"%s\", \"wall\": %.3f, \"megabytes\": %.3f}",
                size,
                what,
                median(of, to, Run::wall),
                median(of, to, Run::megabytes)));
    }

    private void report(int size, String name, List<Run> of, long files) {
        double[] wall = of.stream().mapToDouble(Run::wall).sorted().toArray();
        double[] cpu = of.stream().mapToDouble(Run::processor).sorted().toArray();
        double[] memory = of.stream().mapToDouble(Run::megabytes).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%,9d  %-14s wall %7.2f s (%.2f to %.2f)  processor %7.2f s  peak %,7.0f MB  %,d files%n",
                size,
                name,
                wall[wall.length / 2],
                wall[0],
                wall[wall.length - 1],
                cpu[cpu.length / 2],
                memory[memory.length / 2],
                files);
        json.add(String.format(
                Locale.ROOT,
                "{\"replies\": %d, \"program\": \"%s\", \"wall\": %s, \"processor\": %s, \"megabytes\": %s, \"files\": %d}",
                size,
                name,
                Arrays.toString(wall),
                Arrays.toString(cpu),
                Arrays.toString(memory),
                files));
    }

    /** The middle of the ratios of runs that were made one after the other. */
    private static double median(List<Run> of, List<Run> to, ToDoubleFunction<Run> figure) {
        return IntStream.range(0, of.size())
                .mapToDouble(i -> figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i)))
                .sorted()
                .toArray()[of.size() / 2];
    }

    private Run run(Path where, List<String> command) throws IOException, InterruptedException {
        Path times = Files.createTempFile("time", ".txt");
        List<String> all = new ArrayList<>(List.of(TIME.toString(), "-o", times.toString(), "-f", "%e %U %S %M"));
        all.addAll(command);
        Process process = new ProcessBuilder(all)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("last-run.txt").toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.HOURS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed; see " + folder.resolve("last-run.txt"));
        }
        List<String> lines = Files.readAllLines(times);
        String[] figures = lines.get(lines.size() - 1).split(" ");
        Files.delete(times);
        return new Run(
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3]) / 1024);
    }

    private static @Nullable String hugoVersion() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/hugo"))) {
            System.out.println("Hugo is not installed: it is left out.");
            return null;
        }
        Process process = new ProcessBuilder("hugo", "version").start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return "hugo " + version.replaceFirst("(?s).*?v([0-9.]+).*", "$1");
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
