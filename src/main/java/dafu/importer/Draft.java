package dafu.importer;

import dafu.model.Metadata;
import dafu.model.Schema;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A reply as far as its page tells it, to be looked at by an editor and published by hand.
 *
 * @param origin the name of the file it was read from
 * @param code what the session is called in a file's name, where one was recognised
 * @param found the values by key
 * @param repairs what was changed
 * @param dropped what was left out
 * @param masks how many pieces of personal data were masked
 * @param phrases words that do not belong to the letter and may not be written down
 */
public record Draft(
        String origin,
        Optional<String> code,
        Map<String, Finding> found,
        String text,
        List<Note> repairs,
        List<Note> dropped,
        int masks,
        Set<String> phrases) {
    /** Keys that an editor decides, or that say nothing when absent. */
    private static final Set<String> NOT_ASKED = Set.of(
            "role",
            "extent",
            "summary",
            "topics",
            "attachments",
            "source",
            "follows",
            "supersedes",
            "corrections",
            "status",
            "reason",
            "aliases",
            "satisfaction",
            "assigned",
            "supporting-bodies");

    private static final int LONGEST_NAME = 60;

    public Draft {
        found = Map.copyOf(found);
        repairs = List.copyOf(repairs);
        dropped = List.copyOf(dropped);
        phrases = Set.copyOf(phrases);
    }

    public Optional<Finding> finding(String key) {
        return Optional.ofNullable(found.get(key));
    }

    /** The same where lines mean nothing to an editor: a page's or a document's. */
    Draft withoutLines() {
        Map<String, Finding> flat = new TreeMap<>();
        found.forEach((key, it) -> flat.put(key, new Finding(key, it.values(), it.certainty(), 0, it.quote())));
        return new Draft(origin, code, flat, text, flat(repairs), flat(dropped), masks, phrases);
    }

    private static List<Note> flat(List<Note> notes) {
        return notes.stream().map(note -> new Note(0, note.what())).toList();
    }

    /** The findings in the order of the schema. */
    public List<Finding> findings() {
        return Metadata.SCHEMA.fields().stream()
                .flatMap(field -> found.values().stream()
                        .filter(it -> it.key().equals(field.name()) || it.key().startsWith(field.name() + "."))
                        .sorted(java.util.Comparator.comparing(Finding::key)))
                .toList();
    }

    /** The keys that letters often have and this one does not, the required ones first. */
    public List<String> missing() {
        return Stream.of(true, false)
                .flatMap(required -> Metadata.SCHEMA.fields().stream().filter(field -> field.required() == required))
                .map(Schema.Field::name)
                .filter(key -> !NOT_ASKED.contains(key)
                        && found.keySet().stream().noneMatch(it -> it.equals(key) || it.startsWith(key + ".")))
                .toList();
    }

    /** The name of its file without ending: the session and the numbers, else the kind, else a hash of the title. */
    public String name() {
        String number = String.join("-", values("number"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String kind = values("kind").stream().findFirst().orElse("reply");
        String title = String.join("", values("title"))
                + String.join("", values("answering-body"))
                + String.join("", values("date"));
        String hash = Slug.of(title).replaceFirst(".*-", "");
        String stem = code.orElse(kind) + "-" + (number.isEmpty() ? hash : number);
        String whole = stem + (values("role").isEmpty() ? "" : "-opinion");
        return whole.length() <= LONGEST_NAME ? whole : code.orElse(kind) + "-" + hash;
    }

    /** The folder it belongs to: the year of its date. */
    public String year() {
        return Stream.of("date", "published")
                .flatMap(key -> values(key).stream())
                .findFirst()
                .map(date -> date.substring(0, 4))
                .orElse("undated");
    }

    private List<String> values(String key) {
        return finding(key).map(Finding::values).orElse(List.of());
    }

    /** The file for the content folder: what was found and changed as comments, the front matter, the text. */
    public String markdown(Language language) {
        StringBuilder file = new StringBuilder("---\n");
        Stream.concat(
                        Stream.of(Message.of(
                                "由 import 从 %s 写成。请对照原件核对，改好后把 status 改为 published，并删去这些以 # 开头的行",
                                "Written by import from %s. Compare it with the original, set status to published and delete these lines that begin with #",
                                origin)),
                        report().stream())
                .forEach(line -> file.append("# ")
                        .append(clean(oneLine(line.in(language))))
                        .append('\n'));
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            List<Finding> parts = found.values().stream()
                    .filter(it -> it.key().startsWith(field.name() + "."))
                    .sorted(java.util.Comparator.comparing(Finding::key))
                    .toList();
            if (field.name().equals("status")) {
                file.append("status: draft\n");
            } else if (!parts.isEmpty()) {
                String inner = String.join(
                        ", ",
                        parts.stream()
                                .map(it -> it.key().substring(field.name().length() + 1) + ": "
                                        + yaml(it.values().get(0)))
                                .toList());
                file.append(field.name()).append(": {").append(inner).append("}\n");
            } else if (found.containsKey(field.name())) {
                file.append(field.name()).append(": ").append(value(field)).append('\n');
            } else if (field.required()) {
                file.append("# ").append(field.name()).append(": \n");
            }
        }
        return file.append("---\n\n").append(text).toString();
    }

    private String clean(String remark) {
        String clean = remark;
        for (String phrase : phrases) {
            clean = clean.replace(phrase, "……");
        }
        return clean;
    }

    /** What an editor has to look at, a sentence each. */
    public List<Message> report() {
        List<Message> report = new ArrayList<>();
        findings().stream().filter(it -> !it.key().startsWith("source.")).forEach(it -> report.add(finding(it)));
        if (!missing().isEmpty()) {
            report.add(Message.of("没有找到 %s", "not found: %s", String.join("、", missing())));
        }
        repairs.forEach(it -> report.add(prefixed(it, "改动", "changed")));
        dropped.forEach(it -> report.add(prefixed(it, "略去", "left out")));
        return report;
    }

    private static Message finding(Finding it) {
        Message at = place(it.line());
        Message sure = it.certainty().message();
        String value = it.key() + ": " + String.join("、", it.values());
        return new Message(
                value + "  [" + sure.zh() + "] " + at.zh() + "“" + it.quote() + "”",
                value + "  [" + sure.en() + "] " + at.en() + "“" + it.quote() + "”");
    }

    private static Message prefixed(Note note, String zh, String en) {
        Message at = place(note.line());
        return new Message(
                zh + " " + at.zh() + note.what().zh(),
                en + " " + at.en() + note.what().en());
    }

    private static Message place(int line) {
        return line == 0 ? new Message("", "") : Message.of("第 %d 行 ", "line %d: ", line);
    }

    private String value(Schema.Field field) {
        List<String> values = values(field.name()).stream()
                .map(value -> field.kind() == Schema.Kind.DATE ? value : yaml(value))
                .toList();
        boolean list = field.kind() == Schema.Kind.TEXTS
                && (values.size() > 1 || !field.name().equals("number"));
        return list ? "[" + String.join(", ", values) + "]" : values.get(0);
    }

    /** A scalar that is read back as this text, whatever it holds. */
    private static String yaml(String value) {
        return value.matches("\\p{IsHan}[\\p{IsHan}A-Za-z0-9《》“”（）、，。；：〔〕·— -]*(?<! )|[A-Z]\\d?|[a-z][a-z-]{3,}")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]+", " ");
    }
}
