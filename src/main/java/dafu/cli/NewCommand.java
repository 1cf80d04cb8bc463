package dafu.cli;

import dafu.importer.Draft;
import dafu.model.Metadata;
import dafu.model.Schema;
import dafu.model.Schema.Field;
import dafu.model.Schema.Kind;
import dafu.read.ArchiveReader;
import dafu.read.FrontMatter;
import dafu.text.Diagnostic;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Resource;
import dafu.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes the file of a reply that is to be written. What is known comes from options, which are the keys of the front
 * matter, or is asked on a terminal; a file that is there is left as it is.
 */
@Command(name = "new", modelTransformer = NewCommand.Keys.class)
final class NewCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private @Nullable String file;

    @Option(names = "--content", paramLabel = "DIR", defaultValue = "content")
    private String content = "content";

    @Option(names = "--keys", paramLabel = "zh|en")
    private @Nullable Language keys;

    /** Every key that is one value or a list of them is an option, in both languages. */
    record Keys(Console console) implements picocli.CommandLine.IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec spec) {
            asked().forEach(field -> spec.addOption(
                    OptionSpec.builder("--" + field.name(), "--" + field.zh().get(0))
                            .type(String.class)
                            .paramLabel(field.kind() == Kind.DATE ? "DATE" : "TEXT")
                            .description(new Message(field.about() + "。", field.aboutEn() + ".").in(console.language()))
                            .build()));
            return spec;
        }
    }

    NewCommand(Console console) {
        this.console = console;
    }

    private static List<Field> asked() {
        return Metadata.SCHEMA.fields().stream()
                .filter(field -> field.nested().isEmpty() && !field.name().equals("status"))
                .toList();
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Field field : asked()) {
            Optional<String> said = option(field);
            if (said.isPresent()) {
                String value = said.get();
                wrong(field, value).ifPresent(finding -> {
                    throw new WrongUsage(
                            "--" + field.name() + ": " + value, new Message(words(finding), words(finding)));
                });
            } else if (field.usual() && console.isTerminal()) {
                said = ask(field);
            }
            said.filter(text -> !text.isBlank()).ifPresent(text -> values.put(field.name(), parts(field, text)));
        }
        Path path = path(values);
        String shown = path.toString().replace('\\', '/');
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        try {
            Language named = keys == null ? console.language() : keys;
            Files.writeString(path, new Skeleton(named, console.language()).of(values), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            console.warn(Message.of(
                    "dafu: %s 已经有了，没有改动它；换一个文件名",
                    "dafu: %s is there already and was left as it is; name another", shown));
            return Main.FAILED;
        }
        schemas();
        console.say(Message.of(
                "写好了 %s（草稿）。填好以后运行 check，再把状态改为公开",
                "%s is there, as a draft; fill it in, run check, then set its status to published", shown));
        return Main.DONE;
    }

    private Optional<String> option(Field field) {
        return Optional.ofNullable(spec)
                .map(here -> here.commandLine().getParseResult().matchedOptionValue("--" + field.name(), (String) null))
                .map(String::strip);
    }

    private Optional<String> ask(Field field) throws IOException {
        String zh = field.zh().get(0) + "（" + Skeleton.about(field, Language.ZH) + "）：";
        String en = field.name() + " (" + Skeleton.about(field, Language.EN) + "): ";
        for (Optional<String> said = console.ask(new Message(zh, en)); said.isPresent(); ) {
            Optional<Diagnostic> wrong = said.filter(text -> !text.isBlank()).flatMap(text -> wrong(field, text));
            if (wrong.isEmpty()) {
                return said;
            }
            console.say("  " + words(wrong.get()));
            said = console.ask(new Message(zh, en));
        }
        return Optional.empty();
    }

    /** What reading the file would say of a value. */
    private static Optional<Diagnostic> wrong(Field field, String text) {
        String line = new Skeleton(Language.EN, Language.EN).of(Map.of(field.name(), parts(field, text)));
        return FrontMatter.read(Metadata.SCHEMA, Source.of("", line)).diagnostics().stream()
                .filter(finding -> !finding.rule().equals("required"))
                .findFirst();
    }

    private String words(Diagnostic finding) {
        return finding.message().in(console.language())
                + finding.hint()
                        .map(hint -> " — " + hint.in(console.language()))
                        .orElse("");
    }

    private static List<String> parts(Field field, String text) {
        return field.kind() == Kind.TEXTS ? List.of(text.strip().split("\\s*[、,，;；]\\s*")) : List.of(text.strip());
    }

    /** The file that was named, else the one that session and number name; on a terminal it may still be changed, or its name alone. */
    private Path path(Map<String, List<String>> values) throws IOException {
        if (file != null) {
            return Path.of(file);
        }
        String session = String.join("", values.getOrDefault("session", List.of()));
        Draft draft = Draft.said(
                values,
                ArchiveReader.settings(Path.of(content)).sessions().stream()
                        .filter(it -> it.name().equals(session) || it.aliases().contains(session))
                        .map(it -> it.id())
                        .findFirst());
        Path suggested = Path.of(content, "replies", draft.year(), draft.name() + ".md");
        return console.ask(Message.of("文件名（回车就用 %s）：", "file (Enter takes %s): ", suggested))
                .filter(said -> !said.isBlank())
                .map(said -> said.matches(".*[/\\\\].*")
                        ? Path.of(said.strip())
                        : suggested.resolveSibling(said.strip().replaceFirst("(?:\\.md)?$", ".md")))
                .orElse(suggested);
    }

    /** What lets an editor's program complete and check the keys, as of this version. */
    private void schemas() throws IOException {
        for (String name : List.of("reply.schema.json", "archive.schema.json")) {
            byte[] schema = Resource.text(Schema.class, name).getBytes(StandardCharsets.UTF_8);
            Path there = Path.of(content, ".schema", name);
            if (!Files.exists(there) || !Arrays.equals(Files.readAllBytes(there), schema)) {
                Files.createDirectories(there.getParent());
                Files.write(there, schema);
            }
        }
    }
}
