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
import java.util.EnumSet;
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
    /**
     * What the user adds to a file.
     *
     * @param columns which column of a list holds which key; a column that is not named here counts by its own name
     * @param given values for every draft, such as {@code source.url}
     */
    public record Request(Map<String, String> columns, Map<String, String> given) {}

    private Importer() {}

    /** The drafts of a file; none, with an error, where it cannot be read. */
    public static Parsed<List<Draft>> read(String name, byte[] bytes, Request request) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<Message> conversion = Conversion.of(head, ending);
        if (conversion.isPresent()) {
            return none(
                    name, "import-format", Message.of("读不了这种文件", "this kind of file cannot be read"), conversion.get());
        }
        if (head.startsWith("PK")) {
            return drafts(SavedPage.read(name, WordDocument.html(bytes)), request);
        }
        if (ending.matches("x?html?|mhtml?|shtml")
                || head.matches("(?is)\\W*<(?:!doctype html|html|head|body|!--).*")) {
            return drafts(SavedPage.read(name, bytes), request);
        }
        Parsed<Optional<Source>> source = Source.decode(name, bytes, EnumSet.allOf(Masks.Rule.class));
        if (source.value().isEmpty()) {
            return new Parsed<>(List.of(), source.diagnostics());
        }
        List<Diagnostic> noticed =
                source.diagnostics().stream().map(Importer::settled).toList();
        Source text = source.value().get();
        if (ending.matches("csv|tsv")) {
            return rows(text, request, noticed);
        }
        return drafts(
                new Page(
                        text,
                        1,
                        text.lines() + 1,
                        Map.of(),
                        Optional.empty(),
                        new Page.Places(Optional.empty(), Page.Places.Unit.LINE),
                        noticed),
                request);
    }

    private static Parsed<List<Draft>> drafts(Page page, Request request) {
        Repairs repairs = new Repairs(page);
        Letter letter = Letter.of(page, repairs.lines());
        repairs.hijacked(letter, Fields.of(page, letter));
        letter = Letter.of(page, repairs.lines());
        Fields.Read read = Fields.of(page, letter);
        if (letter.text().isEmpty() && read.found().isEmpty()) {
            return none(
                    page.text().name(),
                    "import-empty",
                    Message.of("没有找到答复的文字", "no text of a reply was found"),
                    Message.of(
                            "页面可能只有图片，或文字要运行脚本才出现；把文字复制到 .txt 再导入",
                            "the page may hold only pictures or need scripts; copy the text into a .txt file"));
        }
        Map<String, String> given = new TreeMap<>(request.given);
        page.url().ifPresent(url -> given.putIfAbsent("source.url", url));
        given.forEach(
                (key, value) -> read.found().put(key, new Finding(key, List.of(value), Certainty.CERTAIN, 0, value)));
        Set<Integer> kept = Stream.concat(letter.title().stream(), letter.text().stream())
                .map(Line::number)
                .collect(Collectors.toSet());
        Stream<Note> contacts = letter.contacts().stream()
                .map(line -> new Note(line.number(), Message.of("联系人一行（不公开办理人员）", "a line with a contact person")));
        Draft draft = new Draft(
                page.text().name().replaceFirst(".*/", ""),
                read.session().map(Grammar.Session::code),
                read.found(),
                Body.markdown(letter.text(), letter.foot()),
                Stream.concat(
                                repairs.notes().stream().filter(note -> kept.contains(note.line())),
                                read.repairs().stream())
                        .sorted(Comparator.comparingInt(Note::line))
                        .toList(),
                Stream.concat(letter.dropped().stream(), contacts)
                        .sorted(Comparator.comparingInt(Note::line))
                        .toList(),
                page.text().masks().size(),
                repairs.phrases());
        List<Diagnostic> noticed = Stream.of(page.noticed(), repairs.noticed(), read.noticed())
                .flatMap(List::stream)
                .toList();
        return new Parsed<>(
                List.of(page.places().unit() == Page.Places.Unit.LINE ? draft : draft.withoutLines()), noticed);
    }

    /** One draft for each row of a list: its columns go before what its text says. */
    private static Parsed<List<Draft>> rows(Source source, Request request, List<Diagnostic> noticed) {
        Table table = Table.of(source);
        List<String> keys = table.header().stream()
                .map(title -> column(title, request.columns))
                .toList();
        if (keys.stream().allMatch(String::isEmpty)) {
            return none(
                    source.name(),
                    "import-columns",
                    Message.of("认不出表头：%s", "no column is known: %s", String.join("、", table.header())),
                    Message.of("用 --map title=标题列,number=编号列 说明", "name them with --map title=column,number=column"));
        }
        List<Draft> drafts = new ArrayList<>();
        List<Diagnostic> all = new ArrayList<>(noticed);
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isEmpty()) {
                all.add(Diagnostic.warning(
                        Location.file(source.name()),
                        "import-columns",
                        Message.of(
                                "没有用到这一列：%s",
                                "this column was not used: %s", table.header().get(i)),
                        Message.of(
                                "用 --map 键=%s 说明它是什么",
                                "say what it is with --map key=%s",
                                table.header().get(i))));
            }
        }
        for (Table.Row row : table.rows()) {
            Map<String, Page.Said> said = new HashMap<>();
            for (int i = 0; i < Math.min(keys.size(), row.cells().size()); i++) {
                if (!keys.get(i).isEmpty() && !row.cells().get(i).isEmpty()) {
                    said.putIfAbsent(
                            keys.get(i),
                            new Page.Said(
                                    row.cells().get(i),
                                    table.header().get(i) + "：" + row.cells().get(i)));
                }
            }
            String text = said.containsKey(Labels.TEXT) ? said.get(Labels.TEXT).value() : "";
            Source own = Source.of(source.name(), text);
            Page page = new Page(
                    own,
                    1,
                    own.lines() + 1,
                    said,
                    Optional.empty(),
                    new Page.Places(Optional.of(row.line()), Page.Places.Unit.ROW),
                    List.of());
            Parsed<List<Draft>> read = drafts(page, request);
            drafts.addAll(read.value());
            all.addAll(read.diagnostics());
        }
        return new Parsed<>(drafts, all);
    }

    /** The key that a column holds, by the user's mapping, by the keys' own names, by what lists call it; empty if unknown. */
    private static String column(String title, Map<String, String> columns) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(title))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> key(title).filter(key -> !columns.containsKey(key)))
                .orElse("");
    }

    /** The key with this name, in either language, that a list can hold. */
    public static Optional<String> key(String name) {
        Optional<Schema.Field> field = Metadata.SCHEMA.field(name);
        boolean plain = field.filter(it -> it.kind() == Schema.Kind.TEXT
                        || it.kind() == Schema.Kind.TEXTS
                        || it.kind() == Schema.Kind.DATE)
                .isPresent();
        return plain
                ? field.map(Schema.Field::name)
                : name.equals(Labels.TEXT)
                        ? Optional.of(name)
                        : field.isPresent() ? Optional.empty() : Labels.key(name);
    }

    /** What was settled by importing: an encoding was converted, personal data does not reach the draft. */
    private static Diagnostic settled(Diagnostic found) {
        Location at = new Location(found.location().path(), found.location().line(), 1, 0);
        if (found.rule().equals("encoding")) {
            return Diagnostic.warning(
                    at,
                    found.rule(),
                    Message.of("文件不是 UTF-8 编码，已经转换", "the file is not UTF-8; it was converted"),
                    Message.of("草稿是 UTF-8", "the draft is UTF-8"));
        }
        return found.rule().startsWith("privacy-")
                ? Diagnostic.warning(
                        at, found.rule(), found.message(), Message.of("草稿里也是遮盖过的", "it is masked in the draft as well"))
                : found.asWarning();
    }

    private static Parsed<List<Draft>> none(String name, String rule, Message message, Message hint) {
        return new Parsed<>(List.of(), List.of(Diagnostic.error(Location.file(name), rule, message, hint)));
    }
}
