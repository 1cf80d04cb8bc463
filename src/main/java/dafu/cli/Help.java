package dafu.cli;

import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;

/** What the command says of itself, in the language of the user: all of it stands in {@code help.txt}. */
final class Help {
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
    static void speak(CommandLine command, Language language) {
        command.setHelpFactory((spec, colors) -> {
            ResourceBundle words = words(language);
            spec.resourceBundle(words);
            spec.subcommands().values().forEach(below -> below.getCommandSpec().resourceBundle(words));
            spec.usageMessage()
                    .abbreviateSynopsis(true)
                    .sortOptions(false)
                    .synopsisHeading(Message.of("用法：", "Usage: ").in(language))
                    .optionListHeading(Message.of("%n选项：%n", "%nOptions:%n").in(language))
                    .parameterListHeading(Message.of("%n文件：%n", "%nFiles:%n").in(language))
                    .commandListHeading(Message.of("%n命令：%n", "%nCommands:%n").in(language))
                    .footerHeading(Message.of("%n例：%n", "%nExamples:%n").in(language));
            return new CommandLine.Help(spec, colors);
        });
        command.setParameterExceptionHandler((wrong, arguments) -> {
            CommandLine failed = wrong.getCommandLine();
            failed.getErr().println(reason(wrong).in(language));
            List<String> near = wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                    ? unmatched.getSuggestions()
                    : List.of();
            if (near.isEmpty()) {
                failed.usage(failed.getErr());
            } else {
                Message meant = new Message("    是不是 ", "    did you mean ");
                failed.getErr().println(meant.in(language) + String.join(", ", near));
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
            String names = missing.getMissing().stream().map(Help::name).collect(Collectors.joining(" "));
            return new Message("缺少 " + names, "missing " + names);
        }
        if (wrong.getArgSpec() == null || wrong.getValue() == null) {
            return new Message(said, said);
        }
        boolean date = wrong.getArgSpec().paramLabel().equals("DATE");
        String value = "“" + wrong.getValue() + "”";
        return new Message(
                value + "不能用于 " + name(wrong.getArgSpec()) + (date ? "，写成 2024-03-02 的样子" : ""),
                value + " cannot be " + name(wrong.getArgSpec()) + (date ? "; write it like 2024-03-02" : ""));
    }

    /** What an option or a file is called in the help. */
    private static String name(ArgSpec argument) {
        String option = argument instanceof CommandLine.Model.OptionSpec named ? named.longestName() + " " : "";
        return option + argument.paramLabel();
    }

    /** The table as picocli looks things up: the names of a command's options behind its own, examples as its footer. */
    private static ResourceBundle words(Language language) {
        Map<String, String> words = new HashMap<>();
        String command = "";
        int examples = 0;
        for (String line : Resource.lines(Help.class, "help.txt")) {
            String[] parts = line.strip().split(" \\| ");
            String said = parts[language == Language.ZH ? 1 : 2];
            if (line.charAt(0) == ' ') {
                words.put(command + "usage.footer." + examples++, "  " + parts[0].replace("%", "%%"));
                words.put(command + "usage.footer." + examples++, "      " + said);
            } else if (Character.isLowerCase(line.charAt(0))) {
                examples = 0;
                command = parts[0].equals("dafu") ? "dafu." : "dafu." + parts[0] + ".";
                words.put(command + "usage.description", said);
            } else if (line.charAt(0) == '-') {
                words.put(command + parts[0].substring(2), said);
            } else {
                words.put(command + parts[0], said);
            }
        }
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                return words.get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(words.keySet());
            }
        };
    }
}
