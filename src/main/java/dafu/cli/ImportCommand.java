package dafu.cli;

import dafu.importer.Draft;
import dafu.importer.Finding;
import dafu.importer.Importer;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Parsed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns published pages and documents into drafts, and says how sure it is of each field. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "把已公开的网页或文件（txt、html、docx、csv）做成草稿。Turns published pages and documents into drafts.")
final class ImportCommand implements Callable<Integer> {
    private final Console console;
    private final List<String> summary = new ArrayList<>();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "要导入的文件。The files.")
    private List<String> files = List.of();

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = "content",
            description = "答复所在的文件夹。Where the replies lie.")
    private String content = "content";

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "草稿写到哪个文件夹；不写就按年份。Where the drafts go; by year unless said.")
    private @Nullable String into;

    @Option(names = "--source-url", paramLabel = "URL", description = "原文的网址。The original's address.")
    private @Nullable String address;

    @Option(names = "--retrieved", paramLabel = "DATE", description = "取得的日期，如 2026-11-23。When it was retrieved.")
    private @Nullable LocalDate retrieved;

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "KEY=COLUMN",
            description = "CSV 的哪一列是什么，如 title=名称。What the columns of a CSV file are.")
    private Map<String, String> columns = new HashMap<>();

    @Option(names = "--lang", paramLabel = "zh|en", description = "消息的语言。The language of messages.")
    private @Nullable Language language;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (language != null) {
            console.speak(language);
        }
        Map<String, String> keys = new HashMap<>();
        columns.forEach((key, column) -> keys.put(column, key));
        boolean failed = false;
        for (String file : files) {
            Parsed<List<Draft>> drafts = Importer.read(file, Files.readAllBytes(Path.of(file)), keys);
            new Report(console).print(drafts.diagnostics(), true);
            failed |= drafts.hasErrors() || drafts.value().isEmpty();
            for (Draft draft : drafts.value()) {
                failed |= !write(file, draft);
            }
        }
        if (summary.size() > 1) {
            console.say(Message.of("汇总：", "Summary:"));
            summary.forEach(line -> console.out().println("  " + Console.masked(line)));
        }
        return failed ? Main.FAILED : Main.DONE;
    }

    /** Writes a draft where there is none yet, and says what it holds. */
    private boolean write(String file, Draft draft) throws IOException {
        Path folder = into != null
                ? Path.of(into)
                : Path.of(content, "replies", draft.year().orElse("undated"));
        Path target = folder.resolve(draft.name() + ".md");
        Files.createDirectories(folder);
        String text = draft.markdown(Optional.ofNullable(retrieved), Optional.ofNullable(address), console.language());
        try {
            Files.writeString(target, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            console.warn(Message.of(
                    "%s 已经有了，没有覆盖；删去它，或用 --into 换一个文件夹",
                    "%s is there already and was not overwritten; delete it, or name another folder with --into",
                    target));
            return false;
        }
        console.say(Message.of("%s → %s（草稿）", "%s → %s (draft)", file, target));
        draft.found().values().forEach(this::field);
        if (!draft.missing().isEmpty()) {
            console.say(Message.of("  没有找到：%s", "  not found: %s", String.join(", ", draft.missing())));
        }
        notes(Message.of("  改动，请逐条核对：", "  changes, to be looked at one by one:"), draft.repairs());
        notes(Message.of("  略去：", "  left out:"), draft.dropped());
        if (!draft.masks().isEmpty()) {
            console.say(Message.of(
                    "  遮盖了 %d 处个人信息",
                    "  personal data masked in %d places", draft.masks().size()));
        }
        new Report(console).print(draft.noticed(), true);
        summary.add(Message.of(
                        "%s → %s：%d 项，缺 %d 项，改动 %d 处，遮盖 %d 处",
                        "%s → %s: %d fields, %d missing, %d changes, %d masks",
                        file,
                        target,
                        draft.found().size(),
                        draft.missing().size(),
                        draft.repairs().size(),
                        draft.masks().size())
                .in(console.language()));
        return true;
    }

    private void field(Finding finding) {
        String sure = finding.certainty().message().in(console.language());
        String where = finding.line() == 0
                ? ""
                : Message.of("第 %d 行", "line %d", finding.line()).in(console.language());
        console.out()
                .println(Console.masked("  " + finding.key() + ": " + String.join("、", finding.values()) + "  [" + sure
                        + "] " + where + " “" + finding.quote() + "”"));
    }

    private void notes(Message heading, List<dafu.importer.Note> notes) {
        if (!notes.isEmpty()) {
            console.say(heading);
            notes.forEach(note -> console.say(new Message(
                    "    " + (note.line() == 0 ? "" : "第 " + note.line() + " 行：")
                            + note.what().zh(),
                    "    " + (note.line() == 0 ? "" : "line " + note.line() + ": ")
                            + note.what().en())));
        }
    }
}
