package dafu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves an archive, edits one reply after the other, and prints how long each took until the page that a browser would
 * load again said so, and until the build was over, and what processor time
 * it took.
 *
 * <p>{@code mvn -Pbench test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dafu.bench.ServeBench
 * -Dexec.args="10000 20 target/bench"}: the size, how many edits, and the folder of {@link SpeedBench}; what follows is
 * given to the virtual machine.
 */
public final class ServeBench {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final String ADDED = "现予补充说明，工作仍在推进，第";

    private ServeBench() {}

    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[2]).toAbsolutePath().resolve("dafu-" + size);
        if (!Files.exists(folder.resolve("content"))) {
            new Corpus(Words.load(), size).writeContent(folder.resolve("content"));
        }
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(arguments).subList(3, arguments.length));
        command.addAll(
                List.of("-jar", Path.of("target/dafu.jar").toAbsolutePath().toString()));
        command.addAll(List.of("serve", "--lang", "en", "--port", "0"));
        Process serving = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = serving.inputReader(UTF_8)) {
            edit(folder, address(said), said, serving.toHandle(), Integer.parseInt(arguments[1]));
        } finally {
            serving.destroy();
        }
    }

    private static String address(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            System.out.println(line);
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group();
            }
        }
        throw new IOException("nothing is served");
    }

    private static void edit(Path folder, String address, BufferedReader said, ProcessHandle serving, int edits)
            throws IOException {
        List<Path> texts;
        try (var files = Files.walk(folder.resolve("content/replies"))) {
            texts = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        double[] seen = new double[edits];
        double[] built = new double[edits];
        double[] processor = new double[edits];
        try (BufferedReader events = new BufferedReader(new InputStreamReader(open(address + ".dafu/events"), UTF_8))) {
            events.readLine();
            for (int i = 0; i < edits; i++) {
                Path text = texts.get(texts.size() * (i + 1) / (edits + 1));
                String name = folder.resolve("content").relativize(text).toString();
                String page = address + name.substring(0, name.length() - ".md".length()) + "/";
                String sentence = ADDED + i + "次，" + System.nanoTime() % 1000 + "。";
                Files.writeString(text, "\n" + sentence + "\n", StandardOpenOption.APPEND);
                double worked = worked(serving);
                long start = System.nanoTime();
                while (!events.readLine().startsWith("data:") || !load(page).contains(sentence)) {
                    // The next event.
                }
                seen[i] = (System.nanoTime() - start) / 1e6;
                String line = said.readLine();
                while (!line.contains("made anew")) {
                    line = said.readLine();
                }
                built[i] = (System.nanoTime() - start) / 1e6;
                processor[i] = worked(serving) - worked;
                System.out.printf(
                        Locale.ROOT,
                        "edit %3d: seen after %,5.0f ms, built after %,5.0f ms, processor %,5.0f ms%n",
                        i,
                        seen[i],
                        built[i],
                        processor[i]);
            }
        }
        Arrays.sort(seen);
        Arrays.sort(built);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%,d replies, medians of %d edits: seen after %,.0f ms, built after %,.0f ms, processor %,.0f ms%n",
                texts.size(),
                edits,
                seen[edits / 2],
                built[edits / 2],
                processor[edits / 2]);
    }

    private static double worked(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    private static String load(String page) throws IOException {
        try (InputStream in = open(page)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static InputStream open(String address) throws IOException {
        return URI.create(address).toURL().openStream();
    }
}
