package dafu.read;

import dafu.model.Schema;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Parsed;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The YAML between two lines of three hyphens at the start of a file, as a record, and where the text after it begins. */
public final class FrontMatter {
    private static final String FENCE = "---";

    private FrontMatter() {}

    /**
     * What a file's head says.
     *
     * @param record the values; keys that could not be read are absent
     * @param places where each key's value stands, by the key's index; null where the key is absent
     */
    public record Head<T>(T record, @Nullable Location[] places) {}

    /** Where the text after the head begins, or the start where there is no head. */
    static int bodyOffset(Source source) {
        if (!source.line(1).stripTrailing().equals(FENCE)) {
            return 0;
        }
        int offset = source.line(1).length() + 1;
        for (int line = 2; line <= source.lines(); line++) {
            String content = source.line(line);
            offset += content.length() + 1;
            if (content.stripTrailing().equals(FENCE)) {
                return Math.min(offset, source.text().length());
            }
        }
        return 0;
    }

    /** Reads the head of a source; empty, with an error, where there is none. */
    public static <T extends Record> Parsed<Optional<Head<T>>> read(Schema<T> schema, Source source) {
        String text = source.text();
        if (!source.line(1).stripTrailing().equals(FENCE)) {
            return none(
                    Location.file(source.name()),
                    "front-matter",
                    Message.of("文件开头没有元数据", "the file does not begin with front matter"),
                    Message.of(
                            "第一行写三个半角连字符 ---，接着每行一个“键: 值”，再以一行 --- 结束",
                            "begin with a line ---, then one “key: value” a line, then another line ---"));
        }
        int body = bodyOffset(source);
        if (body > 0) {
            String head = text.substring(source.line(1).length() + 1, body).stripTrailing();
            String yaml = head.substring(0, head.length() - FENCE.length());
            return bind(schema, source.name(), yaml, 2);
        }
        return none(
                Location.file(source.name()),
                "front-matter",
                Message.of("元数据没有结束", "the front matter is not closed"),
                Message.of("在最后一个键的下一行写三个半角连字符 ---", "write a line --- after the last key"));
    }

    /** Reads a whole file of YAML as a record. */
    public static <T extends Record> Parsed<T> readAll(Schema<T> schema, Source source) {
        Parsed<Optional<Head<T>>> bound = bind(schema, source.name(), source.text(), 1);
        return new Parsed<>(bound.value().orElseThrow().record(), bound.diagnostics());
    }

    /** Reads a whole file of YAML as names and texts, in the order of the names. */
    public static Parsed<TreeMap<String, String>> readTexts(Source source) {
        Parsed<Yaml.Mapping> yaml = Yaml.parse(source.name(), source.text(), 1);
        List<Diagnostic> found = new ArrayList<>(yaml.diagnostics());
        TreeMap<String, String> texts = new TreeMap<>();
        for (Yaml.Entry entry : yaml.value().entries()) {
            if (!(entry.value() instanceof Yaml.Scalar scalar)) {
                found.add(Diagnostic.error(
                        entry.value().at(),
                        "type",
                        Message.of(
                                "“%s”应是文字", "“%s” should be a text", entry.key().text()),
                        Message.of("写成 键: 文字", "write key: text")));
            } else if (texts.put(entry.key().text(), scalar.text()) != null) {
                found.add(Diagnostic.error(
                        entry.key().at(),
                        "duplicate-key",
                        Message.of("“%s”写了两次", "“%s” stands twice", entry.key().text()),
                        Message.of("只留一个", "keep one of them")));
            }
        }
        return new Parsed<>(texts, found);
    }

    private static <T extends Record> Parsed<Optional<Head<T>>> bind(
            Schema<T> schema, String file, String yaml, int firstLine) {
        Parsed<Yaml.Mapping> mapping = Yaml.parse(file, yaml, firstLine);
        if (mapping.hasErrors() && mapping.value().entries().isEmpty()) {
            // A head that cannot be parsed says nothing about which keys are there.
            Object[] absent = schema.fields().stream().map(Schema::absent).toArray();
            Head<T> head = new Head<>(schema.create(absent), new Location[absent.length]);
            return new Parsed<>(Optional.of(head), mapping.diagnostics());
        }
        Parsed<Binder.Bound<T>> bound = mapping.then(Binder.bind(schema, mapping.value(), file));
        Head<T> head = new Head<>(bound.value().record(), bound.value().places());
        return new Parsed<>(Optional.of(head), bound.diagnostics());
    }

    private static <T> Parsed<Optional<T>> none(Location at, String rule, Message message, Message hint) {
        return new Parsed<>(Optional.empty(), List.of(Diagnostic.error(at, rule, message, hint)));
    }
}
