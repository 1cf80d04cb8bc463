package dafu.cli;

import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the command says of itself, in the language of the user. A description holds both, Chinese up to its last full
 * stop and then English, so that neither can be forgotten; examples stand in {@code help.txt}.
 */
final class Help {
    private static final List<String> EXAMPLES = Resource.lines(Help.class, "help.txt");

    private Help() {}

    /**
     * Speaks the language that a command line asks for, anywhere in it and also when the rest cannot be understood, and
     * gives that rest.
     */
    static String[] listen(Console console, String... arguments) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean two = arguments[i].equals("--lang") && i + 1 < arguments.length;
            String said = two ? arguments[i + 1] : arguments[i].replaceFirst("^--lang=", "");
            Optional<Language> asked = Arrays.stream(Language.values())
                    .filter(language -> language.name().equalsIgnoreCase(said))
                    .findFirst();
            if (arguments[i].startsWith("--lang") && asked.isPresent()) {
                console.speak(asked.get());
                i += two ? 1 : 0;
            } else {
                rest.add(arguments[i]);
            }
        }
        return rest.toArray(String[]::new);
    }

    /** Makes a command and those below it speak. */
    static void speak(CommandLine command, Supplier<Language> language) {
        command.setHelpFactory((spec, colors) -> new Spoken(spec, colors, language.get()));
        command.setParameterExceptionHandler((wrong, arguments) -> {
            CommandLine failed = wrong.getCommandLine();
            failed.getErr().println(reason(wrong).in(language.get()));
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, failed.getErr())) {
                failed.usage(failed.getErr());
            }
            return Main.FAILED;
        });
    }

    private static Message reason(ParameterException wrong) {
        String said = wrong.getMessage();
        if (wrong.getCause() instanceof WrongUsage usage) {
            return usage.said();
        }
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return new Message("不认识 " + String.join(" ", unmatched.getUnmatched()), said);
        }
        if (wrong instanceof CommandLine.MissingParameterException missing) {
            String names =
                    missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" "));
            return new Message("缺少 " + names, said);
        }
        if (wrong.getArgSpec() == null || wrong.getValue() == null) {
            return new Message(said, said);
        }
        String where =
                wrong.getArgSpec() instanceof CommandLine.Model.OptionSpec option ? option.longestName() + " " : "";
        return new Message(
                "“" + wrong.getValue() + "”不能用于 " + where + wrong.getArgSpec().paramLabel(), said);
    }

    /** The part of a description in one language. */
    static String said(String both, Language language) {
        int end = both.lastIndexOf('。') + 1;
        return language == Language.ZH ? both.substring(0, end) : both.substring(end);
    }

    private static final class Spoken extends CommandLine.Help {
        private final Language language;

        Spoken(CommandSpec spec, ColorScheme colors, Language language) {
            super(spec, colors);
            this.language = language;
            tell(spec);
            spec.subcommands().values().forEach(command -> tell(command.getCommandSpec()));
        }

        private void tell(CommandSpec spec) {
            UsageMessageSpec usage = spec.usageMessage();
            usage.description(said(usage.description()));
            usage.abbreviateSynopsis(true);
            usage.sortOptions(false);
            usage.synopsisHeading(Message.of("用法：", "Usage: ").in(language));
            usage.optionListHeading(Message.of("%n选项：%n", "%nOptions:%n").in(language));
            usage.parameterListHeading(
                    spec.positionalParameters().isEmpty()
                            ? ""
                            : Message.of("%n文件：%n", "%nFiles:%n").in(language));
            usage.commandListHeading(Message.of("%n命令：%n", "%nCommands:%n").in(language));
            usage.footerHeading(Message.of("%n例：%n", "%nExamples:%n").in(language));
            usage.footer(examples(spec.name()));
        }

        private String[] examples(String command) {
            List<String> lines = new ArrayList<>();
            boolean here = false;
            for (String line : EXAMPLES) {
                if (line.charAt(0) != ' ') {
                    here = line.equals(command);
                } else if (here) {
                    String[] parts = line.split(" \\| ");
                    lines.add(parts[0].replace("%", "%%"));
                    lines.add("      " + parts[language == Language.ZH ? 1 : 2]);
                }
            }
            return lines.toArray(String[]::new);
        }

        /** What a description says in the language; what has been told already, or says one thing alone, stays. */
        private String[] said(String... both) {
            return Arrays.stream(both)
                    .map(text -> Help.said(text, language))
                    .filter(text -> !text.isEmpty())
                    .toArray(String[]::new);
        }

        private String[] said(ArgSpec argument) {
            String label = String.join(" ", argument.description());
            if (label.startsWith("Show this help")) {
                return new String[] {Message.of("显示这份帮助。", label).in(language)};
            }
            if (label.startsWith("Print version")) {
                return new String[] {Message.of("显示版本。", label).in(language)};
            }
            return said(argument.description());
        }

        /** The names of the standard options are variables, which a copy of an option would show. */
        private static String[] named(String... names) {
            return Arrays.stream(names)
                    .map(name -> name.replaceFirst("^\\$\\{.*:-(.*)}$", "$1"))
                    .toArray(String[]::new);
        }

        @Override
        public IOptionRenderer createDefaultOptionRenderer() {
            IOptionRenderer renderer = super.createDefaultOptionRenderer();
            return (option, labels, colors) -> renderer.render(
                    option.toBuilder()
                            .names(named(option.names()))
                            .description(said(option))
                            .build(),
                    labels,
                    colors);
        }

        @Override
        public IParameterRenderer createDefaultParameterRenderer() {
            IParameterRenderer renderer = super.createDefaultParameterRenderer();
            return (parameter, labels, colors) -> renderer.render(
                    parameter.toBuilder().description(said(parameter)).build(), labels, colors);
        }
    }
}
