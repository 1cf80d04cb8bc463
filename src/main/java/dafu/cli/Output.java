package dafu.cli;

import dafu.Build;
import dafu.publish.Publisher;
import dafu.text.Diagnostic;
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
    @Option(names = "--all", description = "列出全部 warning。List all warnings.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "text|json|github|gitlab",
            description = "标准输出写什么：text、json、github、gitlab；在 GitHub Actions 里默认 github。"
                    + "What standard output is for; github by default in GitHub Actions.")
    private @Nullable Format format;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "把检查结果写成 Markdown；默认写到 GITHUB_STEP_SUMMARY。Writes what was found as Markdown.")
    private @Nullable String summary;

    private Findings findings = Findings.of(List.of(), 0);

    /** Prints findings; from here on standard output belongs to the program that reads it, if one does. */
    void print(Console console, List<Diagnostic> diagnostics) {
        Format chosen = format == null ? Format.of(console.environment()) : format;
        findings = Findings.of(diagnostics, all ? Integer.MAX_VALUE : Findings.WARNINGS_PER_RULE);
        new Report(console).print(findings);
        chosen.lines(findings, console).forEach(console.out()::println);
        if (chosen.forProgram()) {
            console.speakOnError();
        }
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
