package dafu.cli;

import dafu.model.Deployed;
import dafu.publish.Verifier;
import dafu.read.DeployedReader;
import dafu.report.Comparison;
import dafu.report.Comparison.Change;
import dafu.report.Comparison.Part;
import dafu.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what became of each reply between two copies of an archive. */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW")
    private Path now = Path.of("");

    @Option(names = "--page", paramLabel = "FILE")
    private @Nullable Path page;

    @Option(names = "--format", paramLabel = "text|json|csv")
    private Form form = Form.TEXT;

    /** Of the formats those of a table. */
    private enum Form {
        TEXT,
        JSON,
        CSV
    }

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Deployed before = DeployedReader.read(old, column -> true);
        Deployed after = DeployedReader.read(now, column -> true);
        List<Change> changes = Comparison.of(before, after);
        SortedSet<String> files =
                Files.isDirectory(old) && Files.isDirectory(now) ? Verifier.differing(old, now) : new TreeSet<>();
        if (form == Form.TEXT) {
            changes.forEach(this::tell);
        } else {
            Format.valueOf(form.name()).print(console, Comparison.table(changes, console.language()));
        }
        Message sum = sum(changes, after, files.size());
        console.say(sum);
        if (page != null) {
            Files.writeString(page, ComparisonPage.of(changes, sum, console.language()));
        }
        return changes.isEmpty() && files.isEmpty() ? Main.DONE : Main.FOUND;
    }

    private Message sum(List<Change> changes, Deployed after, int files) {
        return changes.isEmpty() && files == 0
                ? Message.of(
                        "两份相同：%d 件答复",
                        "both are the same: %d replies", after.replies().size())
                : Message.of(
                        "%d 件答复有变化，现有 %d 件；网站里共有 %d 个文件不同",
                        "%d replies differ of %d there are now; %d files of the site differ in all",
                        changes.size(),
                        after.replies().size(),
                        files);
    }

    private void tell(Change change) {
        console.say(change.kind().words().in(console.language()) + "  " + change.id() + "  " + change.title());
        for (Part part : change.parts()) {
            console.say("    " + part.where());
            if (!part.before().isEmpty()) {
                console.say("    - " + part.before());
            }
            if (!part.after().isEmpty()) {
                console.say("    + " + part.after());
            }
        }
    }
}
