package dafu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The corpus of a size and the sites made of it, below one folder; what is there already is not made again. */
final class Sites {
    private static final Path JAR = Path.of("target/dafu.jar");

    private final Path folder;
    private final int size;
    private final Corpus corpus;

    /**
     * A site and what it took.
     *
     * @param pages seconds that a build takes without an index
     * @param indexing seconds that the index adds
     */
    record Built(Path site, String version, long markdown, double pages, double indexing) {}

    Sites(Path folder, int size) throws IOException {
        this.folder = folder;
        this.size = size;
        this.corpus = new Corpus(Words.load(), size);
    }

    Corpus corpus() {
        return corpus;
    }

    /** Built anew by the jar, since that is what is measured. */
    Built dafu() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IOException("no " + JAR + ": run mvn verify first, or mvn package -Dmaven.test.skip=true");
        }
        Path project = folder.resolve("dafu-" + size);
        if (!Files.exists(project.resolve("content"))) {
            corpus.writeContent(project.resolve("content"));
        }
        SpeedBench.delete(project.resolve("site"));
        SpeedBench.delete(project.resolve(".dafu"));
        Path recording = folder.resolve("build.jfr");
        double seconds = run(
                project,
                "java",
                "-XX:StartFlightRecording:settings=profile,filename=" + recording,
                "-Xlog:jfr*=off",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--quiet");
        double pages = seconds / (1 + Stages.of(recording).added());
        return new Built(project.resolve("site"), "dafu", markdown(), pages, seconds - pages);
    }

    private long markdown() throws IOException {
        return Engine.size(folder.resolve("dafu-" + size).resolve("content/replies"), ".md");
    }

    /** The pages of our replies, marked for Pagefind: the article is indexed, both titles weigh more. */
    Built pagefind(Built ours) throws IOException, InterruptedException {
        Path program = folder.resolve("npm/node_modules/.bin/pagefind");
        if (!Files.exists(program)) {
            Files.createDirectories(folder.resolve("npm"));
            run(folder.resolve("npm"), "npm", "install", "--no-audit", "--no-fund", "--prefix", ".", "pagefind@1");
        }
        Path site = folder.resolve("pagefind-" + size);
        SpeedBench.delete(site);
        try (Stream<Path> files = Files.walk(ours.site.resolve("replies"))) {
            for (Path file : files.filter(file -> file.endsWith("index.html")).toList()) {
                String page = Files.readString(file);
                if (page.contains(" data-reply=")) {
                    Path to = site.resolve(ours.site.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.writeString(to, marked(page));
                }
            }
        }
        double seconds = run(folder, program.toString(), "--site", site.toString());
        return new Built(site, output(program.toString(), "--version").strip(), ours.markdown, ours.pages, seconds);
    }

    private static String marked(String page) {
        return page.replace(" data-reply=", " data-pagefind-body data-reply=")
                .replace("data-field=\"title\"", "data-field=\"title\" data-pagefind-weight=\"10\"")
                .replace("data-field=\"proposal-title\"", "data-field=\"proposal-title\" data-pagefind-weight=\"10\"");
    }

    private double run(Path where, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("last-run.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.HOURS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed; see " + output);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String output(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        return new String(
                new ProcessBuilder(all).start().getInputStream().readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
