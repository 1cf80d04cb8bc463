package dafu.cli;

import dafu.Build;
import dafu.publish.Publisher;
import dafu.report.Table;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command gives its findings: words on standard error, always; beside them what programs and a forge read. */
final class Output {
    private static final int FEW = 3;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--format", paramLabel = "text|json|csv|github|gitlab")
    private @Nullable Format format;

    @Option(names = "--summary", paramLabel = "FILE")
    private @Nullable String summary;

    private Findings findings = Findings.of(List.of(), 0);

    /** Refuses, before anything is done, data of a report that is not asked for. */
    void begin(Console console, boolean report) {
        if (!report && format(console) == Format.CSV) {
            throw new WrongUsage("--format csv", Message.of("要同时写 --report", "it needs --report"));
        }
    }

    /**
     * Prints findings; from here on standard output belongs to the program that reads it, if one does. Beside a report,
     * which is printed as tables or as data the last of them, findings are words alone.
     */
    void print(Console console, List<Diagnostic> diagnostics, Table... tables) {
        Format chosen = format(console);
        findings = all ? Findings.of(diagnostics, Integer.MAX_VALUE) : Findings.of(diagnostics);
        findings.print(console);
        if (tables.length > 0) {
            chosen.print(console, tables);
            return;
        }
        if (chosen.forProgram()) {
            console.speakOnError();
        }
        chosen.lines(findings, console).forEach(console.out()::println);
    }

    /** How many suggestions of one kind are printed: none where a program reads. */
    int suggestions(Console console) {
        return format(console) != Format.TEXT ? 0 : all ? Integer.MAX_VALUE : FEW;
    }

    private Format format(Console console) {
        return format == null ? Format.of(console.environment()) : format;
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
