package dafu.cli;

import dafu.text.Message.Language;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code dafu}: the subcommands, and how each ends. */
@Command(
        name = "dafu",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            BuildCommand.class,
            CheckCommand.class,
            ServeCommand.class,
            NewCommand.class,
            VerifyCommand.class,
            DiffCommand.class,
            ImportCommand.class
        })
public final class Main {
    /** Done; warnings are allowed. */
    public static final int DONE = 0;
    /** Content or layouts have errors, or verify found a difference. */
    public static final int FOUND = 1;
    /** Wrong usage, a conflict with foreign files, or the machine failed. */
    public static final int FAILED = 2;

    private static final Set<String> FOR_MAIN = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] arguments) {
        ShortRun.expect(arguments);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        Console console = new Console(out, err, language(System.getenv()), System.getenv());
        if (isTerminal()) {
            console.answering(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        int status = run(console, arguments);
        out.flush();
        err.flush();
        // Inside Maven an exit would end Maven itself without its summary: leave it alone when all went well.
        if (status != DONE) {
            System.exit(status);
        }
    }

    /** Since Java 22 there may be a console without a terminal. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(
                            java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** Runs a command line, and gives its exit status. */
    public static int run(Console console, String... arguments) {
        String[] heard = Help.listen(console, arguments);
        CommandLine command = new CommandLine(new Main(), new Factory(console));
        // Before Java 22 a writer over a stream has the charset of the locale, whatever the stream's is.
        command.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        command.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        command.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("--lang")
                        .type(Language.class)
                        .scopeType(CommandLine.ScopeType.INHERIT)
                        .paramLabel("zh|en")
                        .build());
        Help.speak(command, console.language());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof WrongUsage wrong) {
                var wrongly = new CommandLine.ParameterException(line, wrong.getMessage(), wrong);
                return line.getParameterExceptionHandler().handleParseException(wrongly, heard);
            }
            return console.failed(failure);
        });
        command.setCaseInsensitiveEnumValuesAllowed(true);
        List<String> all = new ArrayList<>(List.of(heard));
        if (all.isEmpty() || all.get(0).startsWith("-") && !FOR_MAIN.contains(all.get(0))) {
            all.add(0, "build");
        }
        String here = System.getProperty("user.dir");
        // Where the name of the folder cannot be read, nothing in it can be found.
        int status = here.indexOf('\uFFFD') < 0
                ? command.execute(all.toArray(String[]::new))
                : console.failed(new InvalidPathException(here, ""));
        console.out().flush();
        console.err().flush();
        return status;
    }

    /** Chinese, unless the environment asks for English. */
    static Language language(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH;
            }
        }
        return Language.ZH;
    }

    /** Gives each command the console. */
    private record Factory(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException needsNone) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"dafu " + (version == null ? "dev" : version)};
        }
    }
}
