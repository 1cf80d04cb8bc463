package dafu.cli;

import dafu.Build;
import dafu.Options;
import dafu.model.Archive;
import dafu.publish.Sink;
import dafu.report.Inspection;
import dafu.report.SeriesReport;
import dafu.report.Table;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does everything that a build does, and writes nothing; with {@code --fix} it mends the content first. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private static final int ROUNDS = 4;

    private final Console console;

    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private Hosting hosting = new Hosting();

    @Mixin
    private Output output = new Output();

    @Option(names = "--report", paramLabel = "series|inspection")
    private @Nullable Survey report;

    @Option(names = "--fix")
    private boolean fix;

    /** The tables that can be asked for. */
    private enum Survey {
        SERIES,
        INSPECTION
    }

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.begin(console, report != null);
        // Fixes that overlap need more than one round.
        for (int round = 0; fix && round < ROUNDS; round++) {
            fix = new Mend(console)
                    .apply(Build.run(folders.options(console), Sink.NOWHERE).diagnostics());
        }
        Inspection inspection = new Inspection();
        Host.Weight weight = new Host.Weight();
        boolean hosted = hosting.host().isPresent();
        if (hosted && report == Survey.INSPECTION) {
            throw new WrongUsage("--host: --report inspection", Message.of("两项不能同用", "the two do not go together"));
        }
        Options options = folders.options(console);
        Build.Result result =
                Build.run(options, report == Survey.INSPECTION ? inspection::see : hosted ? weight : Sink.NOWHERE);
        if (hosted && !result.hasErrors()) {
            hosting.write(result, options, weight);
            result = hosting.weighed(result, weight, "site");
        }
        List<Diagnostic> found = result.diagnostics();
        output.print(console, found, tables(result.archive(), inspection));
        output.summarise(console, result, Optional.empty());
        if (report == null && !result.hasErrors()) {
            addresses(Ids.lines(result.archive(), output.suggestions(console)));
        }
        console.say(Findings.of(found).counts());
        return result.hasErrors() ? Main.FOUND : Main.DONE;
    }

    private void addresses(List<String> lines) {
        if (!lines.isEmpty()) {
            console.say(
                    Message.of(
                            "这些名称的网址由拼音和四个字符组成；想要更短的，在公开之前写进 archive.yml：",
                            "the addresses of these names have their sound and four characters; for shorter ones add, before they are published, to archive.yml:"));
            lines.forEach(console::say);
        }
    }

    private Table[] tables(Archive archive, Inspection inspection) {
        if (report == null) {
            return new Table[0];
        }
        if (report == Survey.INSPECTION) {
            return new Table[] {inspection.table(archive, console.language())};
        }
        SeriesReport series = SeriesReport.of(archive, console.language());
        return new Table[] {series.overview(), series.details()};
    }
}
