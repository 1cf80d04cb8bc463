package dafu.importer;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Masks;
import dafu.text.Message;
import dafu.text.Parsed;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Published pages and documents as drafts: text, saved pages, Word documents, and lists with a row for each reply. What a
 * page does not say stays absent, and whatever was changed is listed for the editor.
 */
public final class Importer {
    private static final Set<String> HTML = Set.of("html", "htm", "shtml", "xhtml");
    private static final Set<String> OTHERS = Set.of(
            "doc", "wps", "ofd", "pdf", "rtf", "xls", "xlsx", "et", "png", "jpg", "jpeg", "gif", "tif", "zip", "rar");

    private final String name;
    private final Map<String, String> columns;
    private final List<Diagnostic> noticed = new ArrayList<>();

    private Importer(String name, Map<String, String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /**
     * Reads one file.
     *
     * @param name the file as the user named it
     * @param columns for lists: the key of a column's heading, where the heading is no key's name
     * @return a draft for each reply; none, with an error, where the file cannot be read
     */
    public static Parsed<List<Draft>> read(String name, byte[] bytes, Map<String, String> columns) {
        Importer importer = new Importer(name, columns);
        List<Draft> drafts = importer.pages(bytes).stream().map(Draft::of).toList();
        return new Parsed<>(drafts, importer.noticed);
    }

    private List<Page> pages(byte[] bytes) {
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (OTHERS.contains(type)) {
            fail(
                    Message.of("读不了 %s 文件", "cannot read %s files", "." + type),
                    Message.of(
                            "用办公软件打开，另存为 .docx，或复制文字存成 .txt（UTF-8）；扫描件先做文字识别",
                            "open it in an office program and save it as .docx, or copy the text into a .txt file (UTF-8); scans need text recognition first"));
            return List.of();
        }
        if (HTML.contains(type)) {
            return List.of(SavedPage.read(name, bytes));
        }
        if (type.equals("docx")) {
            return List.of(SavedPage.read(name, WordDocument.html(bytes)));
        }
        return text(bytes)
                .map(source -> type.equals("csv") ? rows(source) : List.of(page(source)))
                .orElse(List.of());
    }

    /** The text of a file in whatever encoding it can be told; old files are what is imported. */
    private Optional<Source> text(byte[] bytes) {
        Parsed<Optional<Source>> source = Source.decode(name, bytes, EnumSet.allOf(Masks.Rule.class));
        source.diagnostics().forEach(found -> noticed.add(source.value().isPresent() ? found.asWarning() : found));
        return source.value();
    }

    private static Page page(Source source) {
        return new Page(
                source,
                1,
                Integer.MAX_VALUE,
                Map.of(),
                Optional.empty(),
                new Page.Places(Optional.empty(), Page.Places.Unit.LINE),
                List.of());
    }

    private List<Page> rows(Source source) {
        Table table = Table.of(source);
        List<Optional<String>> keys = table.header().stream().map(this::key).toList();
        if (keys.stream().allMatch(Optional::isEmpty)) {
            fail(
                    Message.of("第一行没有认得的列名：%s", "no column's heading is known: %s", String.join("、", table.header())),
                    Message.of(
                            "用 --map title=标题列,number=编号列 说明哪一列是什么",
                            "say which column is what: --map title=Heading,number=Heading"));
            return List.of();
        }
        return table.rows().stream().map(row -> row(row, table.header(), keys)).toList();
    }

    private Page row(Table.Row row, List<String> header, List<Optional<String>> keys) {
        Map<String, Page.Said> said = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(row.cells().size(), keys.size()); i++) {
            String cell = row.cells().get(i);
            String where = header.get(i);
            if (keys.get(i).equals(Optional.of(Labels.TEXT))) {
                text.append(cell).append('\n');
            } else if (!cell.isEmpty()) {
                keys.get(i).ifPresent(key -> said.putIfAbsent(key, new Page.Said(cell, where)));
            }
        }
        Page.Places places = new Page.Places(Optional.of(row.line()), Page.Places.Unit.ROW);
        return new Page(Source.of(name, text + "\n"), 1, Integer.MAX_VALUE, said, Optional.empty(), places, List.of());
    }

    /** The key that a column is for: what the user says, else a key's own name, else what lists call it. */
    private Optional<String> key(String heading) {
        return Optional.ofNullable(columns.get(heading))
                .or(() -> dafu.model.Metadata.SCHEMA.field(heading).map(dafu.model.Schema.Field::name))
                .or(() -> Labels.key(heading));
    }

    private void fail(Message message, Message hint) {
        noticed.add(Diagnostic.error(Location.file(name), "import", message, hint));
    }
}
