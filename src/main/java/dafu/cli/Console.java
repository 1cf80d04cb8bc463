package dafu.cli;

import dafu.publish.ConflictException;
import dafu.publish.UnfinishedException;
import dafu.read.UnusableCopyException;
import dafu.report.Table;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Unveiled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a command prints, and in which language. Nothing is printed unmasked. */
public final class Console {
    private static final int PATHS = 20;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private Language language;
    private Optional<BufferedReader> answers = Optional.empty();
    private PrintStream words;

    public Console(PrintStream out, PrintStream err, Language language) {
        this(out, err, language, Map.of());
    }

    public Console(PrintStream out, PrintStream err, Language language, Map<String, String> environment) {
        this.out = MaskedLines.over(out);
        this.words = this.out;
        this.err = MaskedLines.over(err);
        this.language = language;
        this.environment = Map.copyOf(environment);
    }

    /** The variables that say where the command runs. */
    Map<String, String> environment() {
        return environment;
    }

    /** Somebody sits at a terminal and can be asked. */
    Console answering(BufferedReader reader) {
        answers = Optional.of(reader);
        return this;
    }

    boolean isTerminal() {
        return answers.isPresent();
    }

    /** Asks, where somebody can answer; elsewhere what was asked for is done. */
    boolean agrees(Message question) throws IOException {
        return answers.isEmpty()
                || ask(question)
                        .filter(answer -> answer.strip().matches("(?i)y|yes|是"))
                        .isPresent();
    }

    /** What somebody answers; empty where nobody can, or wants to. */
    Optional<String> ask(Message question) throws IOException {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        out.print(question.in(language));
        out.flush();
        return Optional.ofNullable(answers.get().readLine());
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    Language language() {
        return language;
    }

    void speak(Language chosen) {
        language = chosen;
    }

    /** From here on standard output is a program's: what is said to people goes where findings go. */
    void speakOnError() {
        words = err;
    }

    void say(Message message) {
        say(message.in(language));
    }

    void say(Table table) {
        table.lines().forEach(this::say);
    }

    void say(String line) {
        words.println(guarded(masked(line)));
    }

    void warn(Message message) {
        warn(message.in(language));
    }

    void warn(String line) {
        err.println(guarded(masked(line)));
    }

    String masked(Message message) {
        return masked(message.in(language));
    }

    /** Nothing in a line may begin another, or steer the terminal. */
    static String masked(String text) {
        return Unveiled.hide(text).replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** A log of GitHub Actions obeys lines that begin with two colons, and two marks anywhere: no content may speak so. */
    private String guarded(String line) {
        if (!environment.containsKey("GITHUB_ACTIONS")) {
            return line;
        }
        String harmless = line.replace("##[", "## [");
        return harmless.stripLeading().startsWith("::") ? harmless.replaceFirst("::", ": :") : harmless;
    }

    /** Says why a command could not be done, and gives its exit status. */
    int failed(Exception failure) {
        Throwable cause =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        if (failure instanceof ConflictException conflict) {
            conflict(conflict);
        } else if (failure instanceof UnusableCopyException copy) {
            failed(copy.reason());
        } else if (failure instanceof InvalidPathException path) {
            failed(Message.of(
                    "打不开名称 %s；名称里有中文的，先运行 export LC_ALL=C.UTF-8",
                    "cannot open the name %s; where it is not plain English, run export LC_ALL=C.UTF-8 first",
                    path.getInput()));
        } else if (cause instanceof UnfinishedException unfinished) {
            failed(reason(unfinished.reason(), ""));
            warn(Message.of(
                    "    网站只换了一部分；处理好再运行一次 build，就会补完",
                    "    the site was changed in part; mend this and run build once more to finish it"));
        } else if (cause instanceof IOException io) {
            failed(reason(io, cause == failure ? "" : String.valueOf(failure.getMessage())));
            if (isRefused(io) || isFull(io)) {
                warn(Message.of("    已公开的内容没有变动", "    what was published has not changed"));
            }
        } else {
            failed(Message.of("程序出错，请把下面的内容报告给维护者", "a bug in the program; please report what follows"));
            failure.printStackTrace(err);
        }
        return Main.FAILED;
    }

    private void failed(Message reason) {
        warn("dafu: " + reason.in(language));
    }

    /** What an editor can do about it; the path is the one being worked on where the failure names none. */
    private static Message reason(IOException failure, String working) {
        FileSystemException file = failure instanceof FileSystemException f ? f : new FileSystemException(working);
        String path = file.getFile() == null ? working : file.getFile();
        String reason = file == failure ? String.valueOf(file.getReason()) : String.valueOf(failure.getMessage());
        if (isRefused(failure)) {
            return Message.of(
                    "没有权限写或读 %s；核对这个文件夹的权限", "no permission to write or read %s; check the folder's permissions", path);
        }
        if (isFull(failure)) {
            return Message.of(
                    "磁盘已满，写不下 %s；腾出空间再运行", "the disk is full, cannot write %s; make room and run again", path);
        }
        if (failure instanceof NoSuchFileException) {
            return Message.of("找不到 %s，或它所在的文件夹", "there is no %s, or not the folder that it is in", path);
        }
        return Message.of(
                "无法读写 %s（%s）",
                "cannot read or write %s (%s)",
                path,
                reason.equals("null") ? failure.getClass().getSimpleName() : reason);
    }

    private static boolean isRefused(IOException failure) {
        return failure instanceof AccessDeniedException
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("read-only");
    }

    private static boolean isFull(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left");
    }

    private void conflict(ConflictException conflict) {
        if (conflict.paths().isEmpty()) {
            failed(Message.of(
                    "另一个 dafu 正在写这个文件夹，等它结束再运行",
                    "another dafu is writing to this folder; run again when it has ended"));
            return;
        }
        failed(Message.of(
                "有 %d 个不是本程序生成的文件占了页面的位置，什么都没有改动",
                "%d files that this program did not make are where pages should go; nothing was changed",
                conflict.paths().size()));
        conflict.paths().stream().limit(PATHS).forEach(path -> warn("    " + path));
        warn(Message.of("    把它们移走，或用 --site 换一个文件夹", "    move them away, or name another folder with --site"));
    }
}
