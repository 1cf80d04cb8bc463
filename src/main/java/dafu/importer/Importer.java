package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.model.Metadata;
import dafu.model.Schema;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Masks;
import dafu.text.Message;
import dafu.text.Parsed;
import dafu.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns one file into drafts: told apart by its content, made text, masked, repaired, read. Nothing is written here. */
public final class Importer {
    private static final int MAGIC = 1024;

    /**
     * What the user adds to a file.
     *
     * @param columns which column of a list holds which key; a column that is not named here counts by its own name
     * @param given values for every draft, such as {@code source.url}
     * @param masks which personal data is masked
     */
    public record Request(Map<String, String> columns, Map<String, String> given, Set<Masks.Rule> masks) {}

    private Importer() {}

    /** The drafts of a file; none, with an error, where it cannot be read. */
    public static Parsed<List<Draft>> read(String name, byte[] bytes, Request request) {
        String head = new String(bytes, 0, Math.min(bytes.length, MAGIC), StandardCharsets.ISO_8859_1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean word = head.startsWith("PK") && (ending.equals("docx") || head.contains("word/"));
        for (String[] kind : word ? List.<String[]>of() : Words.unread()) {
            if (!kind[0].isBlank() && head.matches("(?s)(?:" + kind[0] + ")") || ending.matches(kind[1])) {
                return none(name, "import-format", kind[2], kind[3]);
            }
        }
        if (word) {
            return WordDocument.html(bytes)
                    .map(html -> draft(SavedPage.read(name, html, request.masks), request))
                    .orElseGet(() -> none(name, "import-format/word"));
        }
        if (ending.matches("x?html?|shtml") || head.matches("(?is)\\W*<(?:!doctype html|html|head|body|!--).*")) {
            return draft(SavedPage.read(name, bytes, request.masks), request);
        }
        Parsed<Optional<Source>> source = Source.decode(name, bytes, request.masks);
        if (source.value().isEmpty()) {
            return new Parsed<>(List.of(), source.diagnostics());
        }
        Source text = source.value().get();
        List<Diagnostic> noticed = source.diagnostics().stream()
                .filter(it -> !it.rule().startsWith("privacy-"))
                .map(Importer::settled)
                .toList();
        List<Note> masks = Note.masks(text);
        return new Parsed<>(List.of(), noticed)
                .then(
                        ending.matches("csv|tsv")
                                ? rows(text, request)
                                : draft(Page.of(text, Map.of(), masks, 0), request));
    }

    private static Parsed<List<Draft>> draft(Page page, Request request) {
        Repairs repairs = new Repairs(page);
        Letter first = new Letter(page, repairs.lines);
        repairs.hijacked(first, new Fields(page, first));
        Letter letter = new Letter(page, repairs.lines);
        Fields fields = new Fields(page, letter);
        if (letter.text.isEmpty() && fields.in.found.isEmpty()) {
            return none(page.text().name(), "import-empty");
        }
        Map<String, String> given = new TreeMap<>(request.given);
        page.url().ifPresent(url -> given.putIfAbsent("source.url", url));
        given.forEach((key, value) -> {
            String masked = Masks.apply(value, request.masks).text();
            fields.in.found.put(key, new Finding(key, List.of(masked), Certainty.CERTAIN, 0, masked));
        });
        if (page.place() > 0) {
            fields.in.found.replaceAll((key, it) -> new Finding(key, it.values(), it.certainty(), 0, it.quote()));
        }
        Set<Integer> kept = Stream.of(List.of(letter.title), letter.text, letter.foot)
                .flatMap(lines -> lines.stream().map(Line::number))
                .collect(Collectors.toSet());
        Message staff = Message.of("联系人一行（不公开办理人员）", "a line with a contact person");
        Stream<Note> punctuated = repairs.notes.stream().filter(note -> kept.contains(note.line()));
        Stream<Note> contacts = letter.contacts.stream().map(line -> new Note(line.number(), staff));
        Draft draft = new Draft(
                page.text().name().replaceFirst(".*/", ""),
                fields.session.map(Grammar.Session::code),
                fields.in.found,
                Body.markdown(letter),
                notes(page, Stream.concat(punctuated, fields.in.repairs.stream())),
                notes(
                        page,
                        Stream.of(letter.dropped.stream(), contacts, page.pictures().stream())
                                .flatMap(notes -> notes)),
                page.masks(),
                repairs.phrases);
        return new Parsed<>(
                List.of(draft),
                Stream.concat(repairs.noticed.stream(), fields.in.noticed.stream())
                        .toList());
    }

    private static List<Note> notes(Page page, Stream<Note> notes) {
        Stream<Note> sorted = notes.sorted(Comparator.comparingInt(Note::line));
        return sorted.map(note -> page.place() > 0 ? new Note(0, note.what()) : note)
                .toList();
    }

    /** One draft for each row of a list: its columns go before what its text says. */
    private static Parsed<List<Draft>> rows(Source source, Request request) {
        Table table = Table.of(source);
        List<Note> masks = Note.masks(source);
        List<String> keys = table.header().stream()
                .map(title -> column(title, request.columns))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        List<Diagnostic> noticed = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Map<String, Page.Said> said = new HashMap<>();
            for (int i = 0; i < Math.min(keys.size(), row.cells().size()); i++) {
                String cell = row.cells().get(i);
                if (!keys.get(i).isEmpty() && !cell.isEmpty()) {
                    String where = Note.clipped(table.header().get(i) + "：" + cell);
                    said.putIfAbsent(keys.get(i), new Page.Said(cell, where, Certainty.CERTAIN));
                }
            }
            String text = said.containsKey("text") ? said.get("text").value() : "";
            Parsed<List<Draft>> read = draft(
                    Page.of(
                            Source.of(source.name(), text, request.masks),
                            said,
                            masks.stream().filter(row::holds).toList(),
                            row.line()),
                    request);
            drafts.addAll(read.value());
            noticed.addAll(read.diagnostics());
        }
        String unused = table.header().stream()
                .filter(title -> column(title, request.columns).isEmpty())
                .collect(Collectors.joining("、"));
        if (keys.stream().allMatch(String::isEmpty)) {
            return none(source.name(), "import-columns/unknown", unused);
        }
        if (!unused.isEmpty()) {
            noticed.add(Diagnostic.of("import-columns", Location.file(source.name()), unused));
        }
        return new Parsed<>(drafts, noticed);
    }

    /** The key of a column by the user's mapping, by the keys' own names, by what lists call it; empty if unknown. */
    private static String column(String title, Map<String, String> columns) {
        Stream<String> mapped = columns.keySet().stream().filter(key -> title.equals(columns.get(key)));
        return mapped.findFirst()
                .or(() -> key(title).filter(key -> !columns.containsKey(key)))
                .orElse("");
    }

    /** The key with this name, in either language, that a list can hold. */
    public static Optional<String> key(String name) {
        Optional<Schema.Field> field = Metadata.SCHEMA.field(name);
        return field.isEmpty() && !name.equals("text")
                ? Words.key(name)
                : Optional.of(field.map(Schema.Field::name).orElse(name))
                        .filter(key ->
                                field.isEmpty() || field.get().kind().name().matches("TEXTS?|DATE"));
    }

    /** What importing settles: an encoding is converted. */
    private static Diagnostic settled(Diagnostic found) {
        Location at = new Location(found.location().path(), found.location().line(), 1, 0);
        return found.rule().equals("encoding") ? Diagnostic.of("encoding/converted", at) : found.asWarning();
    }

    private static Parsed<List<Draft>> none(String name, String what, Object... about) {
        return new Parsed<>(List.of(), List.of(Diagnostic.of(what, Location.file(name), about)));
    }
}
