package dafu.read;

import dafu.model.Schema;
import dafu.text.Diagnostic;
import dafu.text.Location;
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
        int body = bodyOffset(source);
        if (body > 0) {
            String head =
                    source.text().substring(source.line(1).length() + 1, body).stripTrailing();
            return bind(schema, source.name(), head.substring(0, head.length() - FENCE.length()), 2);
        }
        String what = source.line(1).stripTrailing().equals(FENCE) ? "front-matter/open" : "front-matter";
        return new Parsed<>(Optional.empty(), List.of(Diagnostic.of(what, Location.file(source.name()))));
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
                found.add(Diagnostic.of(
                        "type/text", entry.value().at(), entry.key().text()));
            } else if (texts.put(entry.key().text(), scalar.text()) != null) {
                found.add(Diagnostic.of(
                        "duplicate-key/text", entry.key().at(), entry.key().text()));
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
        Parsed<Head<T>> bound = mapping.then(Binder.bind(schema, mapping.value(), file));
        return new Parsed<>(Optional.of(bound.value()), bound.diagnostics());
    }
}
