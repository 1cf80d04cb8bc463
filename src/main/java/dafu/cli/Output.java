package dafu.cli;

import dafu.Build;
import dafu.model.Csv;
import dafu.model.Json;
import dafu.publish.Publisher;
import dafu.report.Table;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command gives its findings: words on standard error, always; beside them what programs and a forge read. */
final class Output {
    @Option(names = "--all")
    private boolean all;

    @Option(names = "--format", paramLabel = "text|json|csv|github|gitlab")
    private @Nullable Format format;

    @Option(names = "--summary", paramLabel = "FILE")
    private @Nullable String summary;

    private Findings findings = Findings.of(List.of(), 0);

    /**
     * Prints findings; from here on standard output belongs to the program that reads it, if one does. Beside a report,
     * which is printed as tables or as data the last of them, findings are words alone.
     */
    void print(Console console, List<Diagnostic> diagnostics, Table... tables) {
        Format chosen = format(console);
        findings = all ? Findings.of(diagnostics, Integer.MAX_VALUE) : Findings.of(diagnostics);
        findings.print(console);
        if (chosen.forProgram()) {
            console.speakOnError();
        }
        if (tables.length == 0) {
            if (chosen == Format.CSV) {
                throw new WrongUsage("--format csv", Message.of("要同时写 --report", "it needs --report"));
            }
            chosen.lines(findings, console).forEach(console.out()::println);
            return;
        }
        Table data = tables[tables.length - 1];
        switch (chosen) {
            case CSV -> {
                console.out().print(Csv.BYTE_ORDER_MARK + line(data.head()));
                data.rows().forEach(row -> console.out().print(line(row)));
            }
            case JSON ->
                console.out()
                        .println(Json.of(data.rows().stream()
                                .map(row -> object(data.head(), row))
                                .toList()));
            case TEXT, GITHUB, GITLAB ->
                Stream.of(tables).filter(table -> !table.rows().isEmpty()).forEach(table -> {
                    console.say(table);
                    console.say("");
                });
        }
    }

    Format format(Console console) {
        return format == null ? Format.of(console.environment()) : format;
    }

    private static String line(List<String> cells) {
        return Csv.line(cells.stream().map(Console::masked).toList());
    }

    private static Map<String, String> object(List<String> names, List<String> values) {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), Console.masked(values.get(i)));
        }
        return object;
    }

    /** Writes the summary to the file that was named, or adds it to the one that GitHub names. */
    void summarise(Console console, Build.Result result, Optional<Publisher.Result> published) throws IOException {
        String step = console.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (summary != null) {
            Files.writeString(Path.of(summary), Summary.of(console, result, findings, published, Summary.LIMIT));
        } else if (!step.isEmpty()) {
            Path file = Path.of(step);
            long there = Files.exists(file) ? Files.size(file) : 0;
            int room = (int) Math.max(0, Summary.LIMIT - there);
            Files.writeString(
                    file,
                    Summary.of(console, result, findings, published, room),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
