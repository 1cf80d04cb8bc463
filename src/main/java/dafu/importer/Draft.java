package dafu.importer;

import dafu.model.Metadata;
import dafu.model.Schema;
import dafu.text.Diagnostic;
import dafu.text.Han;
import dafu.text.Masks;
import dafu.text.Message.Language;
import dafu.text.Slug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A reply as it was read, ready to be written: nothing in it is unmasked.
 *
 * @param name the file's name without its ending
 * @param found the values by key
 * @param repairs what was changed in them and in the text
 * @param dropped what was left out of the text
 * @param noticed what an editor has to decide
 * @param phrases words that do not belong to the letter and may not be written down
 * @param url where the page stood, if it says so
 */
public record Draft(
        String name,
        Map<String, Finding> found,
        List<Note> repairs,
        List<Note> dropped,
        List<Diagnostic> noticed,
        List<Masks.Mask> masks,
        Set<String> phrases,
        String text,
        Optional<String> url) {
    private static final Pattern FIRST = Pattern.compile("[一二三四五六七八九十]{1,3}、.*");
    private static final Pattern SECOND = Pattern.compile("（[一二三四五六七八九十]{1,3}）.*");
    private static final int HEADING = 60;
    /** What a reply usually says; what of it was not found is reported. */
    private static final List<String> USUAL = List.of(
            "title", "kind", "session", "number", "proposal-title", "proposers", "answering-body", "date", "outcome");

    static Draft of(Page page) {
        Repairs repairs = new Repairs(page);
        Letter letter = Letter.of(page, repairs.lines());
        repairs.hijacked(letter, Fields.of(page, letter));
        // What was put in place of other words may have hidden a field: read once more without it.
        letter = Letter.of(page, repairs.lines());
        Fields.Read read = Fields.of(page, letter);
        List<Integer> gone = letter.contacts().stream().map(Line::number).toList();
        List<Note> changes = new ArrayList<>(repairs.notes().stream()
                .filter(note -> !gone.contains(note.line()))
                .toList());
        changes.addAll(read.repairs());
        changes.sort(java.util.Comparator.comparingInt(Note::line));
        List<Diagnostic> noticed = new ArrayList<>(page.noticed());
        noticed.addAll(repairs.noticed());
        noticed.addAll(read.noticed());
        noticed.sort(null);
        return new Draft(
                name(read),
                new TreeMap<>(read.found()),
                changes,
                letter.dropped(),
                noticed,
                page.text().masks(),
                repairs.phrases(),
                text(letter),
                page.url());
    }

    /** The usual keys that the page does not say. */
    public List<String> missing() {
        return USUAL.stream().filter(key -> !found.containsKey(key)).toList();
    }

    /** The year of its folder. */
    public Optional<String> year() {
        return Optional.ofNullable(found.get("date"))
                .map(date -> date.values().get(0).substring(0, 4));
    }

    /**
     * The file to write.
     *
     * @param retrieved when the page was taken, if the user says so
     * @param address where it stood, if the user says so
     */
    public String markdown(Optional<LocalDate> retrieved, Optional<String> address, Language language) {
        StringBuilder out = new StringBuilder("---\n");
        List<String> comments = new ArrayList<>();
        repairs.forEach(
                note -> comments.add(where(note, language) + clean(note.what().in(language))));
        noticed.forEach(finding -> comments.add(clean(finding.message().in(language))));
        if (!comments.isEmpty()) {
            out.append(
                    language == Language.ZH
                            ? "# 请对照原件核对，核对后删去这些行：\n"
                            : "# Look at the original, then delete these lines:\n");
            comments.stream()
                    .distinct()
                    .forEach(comment ->
                            out.append("#   ").append(oneLine(comment)).append('\n'));
        }
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            if (field.name().equals("source")) {
                source(out, retrieved, address.or(() -> url));
            } else if (field.name().equals("contact")) {
                contact(out);
            } else if (field.name().equals("status")) {
                out.append("status: draft\n");
            } else {
                Optional.ofNullable(found.get(field.name())).ifPresent(finding -> value(out, field, finding.values()));
            }
        }
        return out.append("---\n\n").append(text).toString();
    }

    private String clean(String remark) {
        String clean = remark;
        for (String phrase : phrases) {
            clean = clean.replace(phrase, "……");
        }
        return clean;
    }

    private static String where(Note note, Language language) {
        if (note.line() == 0) {
            return "";
        }
        return language == Language.ZH ? "第 " + note.line() + " 行：" : "line " + note.line() + ": ";
    }

    private static void value(StringBuilder out, Schema.Field field, List<String> values) {
        out.append(field.name()).append(": ");
        boolean list = field.kind() == Schema.Kind.TEXTS
                && (values.size() > 1 || !field.name().equals("number"));
        out.append(
                list
                        ? "["
                                + String.join(
                                        ", ", values.stream().map(Draft::quoted).toList()) + "]"
                        : field.kind() == Schema.Kind.TEXT || field.kind() == Schema.Kind.TEXTS
                                ? quoted(values.get(0))
                                : values.get(0));
        out.append('\n');
    }

    private void contact(StringBuilder out) {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("office", "phone")) {
            Optional.ofNullable(found.get("contact." + key))
                    .ifPresent(finding ->
                            parts.add(key + ": " + quoted(finding.values().get(0))));
        }
        if (!parts.isEmpty()) {
            out.append("contact: {").append(String.join(", ", parts)).append("}\n");
        }
    }

    private static void source(StringBuilder out, Optional<LocalDate> retrieved, Optional<String> address) {
        List<String> parts = new ArrayList<>();
        address.ifPresent(url -> parts.add("url: " + quoted(url)));
        retrieved.ifPresent(date -> parts.add("retrieved: " + date));
        if (!parts.isEmpty()) {
            out.append("source: {").append(String.join(", ", parts)).append("}\n");
        }
    }

    /** A value in double quotes, as YAML and JSON have them in common. */
    private static String quoted(String value) {
        return "\"" + oneLine(value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String name(Fields.Read read) {
        String opinion = Optional.ofNullable(read.found().get("role"))
                .map(role -> "-opinion")
                .orElse("");
        Optional<String> number = Optional.ofNullable(read.found().get("number"))
                .map(n -> safe(n.values().get(0)))
                .filter(n -> !n.isEmpty());
        if (number.isPresent() && read.session().isPresent()) {
            return read.session().get().code() + "-" + number.get() + opinion;
        }
        String words = Optional.ofNullable(read.found().get("proposal-title"))
                .or(() -> Optional.ofNullable(read.found().get("title")))
                .map(finding -> finding.values().get(0))
                .orElse("");
        return Slug.of(words) + opinion;
    }

    private static String safe(String number) {
        return Han.fold(number)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String text(Letter letter) {
        StringBuilder out = new StringBuilder();
        boolean table = false;
        for (Line line : letter.text()) {
            boolean row = line.text().startsWith("|");
            out.append(out.isEmpty() ? "" : row && table ? "\n" : "\n\n")
                    .append(row ? line.text() : paragraph(line.text()));
            table = row;
        }
        return out.append('\n').toString();
    }

    /** A paragraph, or a heading where the numbers of official letters say so and nothing follows on the line. */
    private static String paragraph(String text) {
        boolean heading = text.length() <= HEADING && !text.matches(".*[。；：，！？]$");
        if (heading && FIRST.matcher(text).matches()) {
            return "## " + escaped(text);
        }
        if (heading && SECOND.matcher(text).matches()) {
            return "### " + escaped(text);
        }
        return escaped(text).replaceFirst("^(#|>|[-+](?=\\s)|\\d+(?=[.)]\\s)|=+$|-+$|~~~)", "\\\\$1");
    }

    /** Characters that Markdown reads as markup, as themselves. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<&])", "\\\\$1");
    }
}
