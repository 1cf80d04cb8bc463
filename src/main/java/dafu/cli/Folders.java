package dafu.cli;

import dafu.Options;
import dafu.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that several commands have: where things lie, and how they are looked at. */
final class Folders {
    @Option(names = "--content", paramLabel = "DIR", defaultValue = "content")
    String content = "content";

    @Option(names = "--layouts", paramLabel = "DIR")
    @Nullable
    String layouts;

    @Option(names = "--threads", paramLabel = "N")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--as-of", paramLabel = "DATE")
    @Nullable
    LocalDate asOf;

    @Option(names = "--against", paramLabel = "DIR|FILE")
    @Nullable
    Path against;

    /** The options of a build; a folder that was named but is not there is wrong usage. */
    Options options(Console console) {
        if (layouts != null && !Files.isDirectory(Path.of(layouts))) {
            throw new WrongUsage("--layouts: " + layouts, Message.of("没有这个文件夹", "there is no such folder"));
        }
        if (threads < 1 || threads > 256) {
            throw new WrongUsage(
                    "--threads: " + threads, Message.of("写 1 到 256 的整数", "write a whole number from 1 to 256"));
        }
        return Options.of(
                content,
                layouts == null ? "layouts" : layouts,
                threads,
                Optional.ofNullable(asOf),
                Optional.ofNullable(against));
    }
}
