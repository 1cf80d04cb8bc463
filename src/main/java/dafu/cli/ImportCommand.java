package dafu.cli;

import dafu.importer.Draft;
import dafu.importer.Importer;
import dafu.read.ArchiveReader;
import dafu.read.Content;
import dafu.report.Table;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Parsed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes drafts from published pages and documents; a file that is there already is left as it is. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<String> files = List.of();

    @Option(names = "--content", paramLabel = "DIR", defaultValue = "content")
    private String content = "content";

    @Option(names = "--into", paramLabel = "DIR")
    @Nullable
    private String into;

    @Option(names = "--map", split = ",", paramLabel = "KEY=COLUMN")
    private Map<String, String> columns = Map.of();

    @Option(names = "--source-url", paramLabel = "URL")
    @Nullable
    private String url;

    @Option(names = "--retrieved", paramLabel = "DATE")
    @Nullable
    private LocalDate retrieved;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Table summary;
    private int failed;

    ImportCommand(Console console) {
        this.console = console;
        this.summary =
                new Table(console.language(), "草稿、找到、没找到、改动、略去、遮盖", "draft, found, missing, changed, dropped, masked");
    }

    @Override
    public Integer call() throws IOException {
        Importer.Request request = request();
        for (String file : files) {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                fail("import-file", file);
            } else if (Files.size(path) > Content.MAX_TEXT) {
                fail("too-large/import", file);
            } else {
                Parsed<List<Draft>> drafts = Importer.read(file.replace('\\', '/'), Files.readAllBytes(path), request);
                found.addAll(drafts.diagnostics());
                failed += drafts.hasErrors() || drafts.value().isEmpty() ? 1 : 0;
                for (Draft draft : drafts.value()) {
                    write(file, draft);
                }
            }
        }
        Findings.of(found.stream().distinct().sorted().toList()).print(console);
        if (!summary.rows().isEmpty()) {
            console.say(summary);
        }
        return failed > 0 ? Main.FAILED : Main.DONE;
    }

    private Importer.Request request() {
        Map<String, String> keys = new TreeMap<>();
        columns.forEach((name, column) -> keys.put(
                Importer.key(name)
                        .orElseThrow(() -> new WrongUsage(
                                "--map: " + name,
                                Message.of(
                                        "等号前写一个键，见 content/README.md",
                                        "write a key before the equals sign, see content/README.md"))),
                column));
        Map<String, String> given = new TreeMap<>();
        if (url != null) {
            if (!url.matches("https?://\\S+")) {
                throw new WrongUsage(
                        "--source-url: " + url,
                        Message.of("以 http:// 或 https:// 开头", "it begins with http:// or https://"));
            }
            given.put("source.url", url);
        }
        if (retrieved != null) {
            given.put("source.retrieved", retrieved.toString());
        }
        return new Importer.Request(
                keys, given, ArchiveReader.settings(archive()).maskRules());
    }

    /** The content folder that drafts are for: the one that --into lies in, else the one of --content. */
    private Path archive() {
        Path below = Path.of(into != null ? into : content).toAbsolutePath().normalize();
        return Stream.<@Nullable Path>iterate(below, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("archive.yml")))
                .findFirst()
                .orElse(Path.of(content));
    }

    private void write(String file, Draft draft) throws IOException {
        Path folder = into != null ? Path.of(into) : Path.of(content, "replies", draft.year());
        Path path = folder.resolve(draft.name() + ".md");
        String shown = path.toString().replace('\\', '/');
        Files.createDirectories(folder);
        try {
            Files.writeString(path, draft.markdown(console.language()), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            fail("import-exists", file, shown);
            return;
        }
        console.say(Message.of("%s → %s（草稿）", "%s → %s (draft)", file, shown));
        draft.report().forEach(line -> console.say("  " + line.in(console.language())));
        summary.add(
                shown,
                draft.found().size(),
                draft.missing().size(),
                draft.repairs().size(),
                draft.dropped().size(),
                draft.masks().size());
    }

    private void fail(String what, String file, Object... about) {
        failed++;
        found.add(Diagnostic.of(what, Location.file(file.replace('\\', '/')), about));
    }
}
