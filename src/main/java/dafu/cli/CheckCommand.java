package dafu.cli;

import dafu.Build;
import dafu.publish.Sink;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does everything that a build does, and writes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "只检查，不生成。Checks without building.")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--all", description = "列出全部 warning。List all warnings.")
    private boolean all;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Diagnostic> found =
                Build.run(folders.options(console), Sink.NOWHERE).diagnostics();
        new Report(console).print(found, all);
        long errors = found.stream().filter(Diagnostic::isError).count();
        console.say(Message.of("%d 个错误，%d 条警告", "%d errors, %d warnings", errors, found.size() - errors));
        return errors > 0 ? Main.FOUND : Main.DONE;
    }
}
