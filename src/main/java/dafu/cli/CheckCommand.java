package dafu.cli;

import dafu.Build;
import dafu.publish.Sink;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does everything that a build does, and writes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "只检查，不生成。Checks without building.")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private Output output = new Output();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Build.Result result = Build.run(folders.options(console), Sink.NOWHERE);
        List<Diagnostic> found = result.diagnostics();
        output.print(console, found);
        output.summarise(console, result, Optional.empty());
        long errors = found.stream().filter(Diagnostic::isError).count();
        console.say(Message.of("%d 个错误，%d 条警告", "%d errors, %d warnings", errors, found.size() - errors));
        return errors > 0 ? Main.FOUND : Main.DONE;
    }
}
