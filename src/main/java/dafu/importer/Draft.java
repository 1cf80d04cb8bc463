package dafu.importer;

import dafu.model.Metadata;
import dafu.model.Schema;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Slug;
import dafu.text.Unveiled;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param text the letter as Markdown
 * @param repairs what was changed
 * @param dropped what was left out
 * @param masks the personal data that was masked
 * @param phrases words that do not belong to the letter and may not be written down
 */
public record Draft(
        String origin,
        Optional<String> code,
        Map<String, Finding> found,
        String text,
        List<Note> repairs,
        List<Note> dropped,
        List<Note> masks,
        Set<String> phrases) {
    private static final int LONGEST_NAME = 60;

    public Draft {
        found = Collections.unmodifiableMap(new TreeMap<>(found));
        repairs = List.copyOf(repairs);
        dropped = List.copyOf(dropped);
        masks = List.copyOf(masks);
        phrases = Set.copyOf(phrases);
    }

    /** A reply of which an editor says only this, by key, before there is a letter. */
    public static Draft said(Map<String, List<String>> values, Optional<String> code) {
        Map<String, Finding> found = new TreeMap<>();
        values.forEach((key, said) -> found.put(key, new Finding(key, said, Finding.Certainty.CERTAIN, 0, "")));
        // A number behind it tells that the words are a session.
        String session = String.join("", values.getOrDefault("session", List.of())) + "第1号";
        return new Draft(
                "",
                code.or(() -> Grammar.session(session).map(Grammar.Session::code)),
                found,
                "",
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    /** The finding for a key, or those for the parts of a record. */
    private List<Finding> findings(Schema.Field field) {
        String name = field.name();
        return found.values().stream()
                .filter(it -> it.key().equals(name) || it.key().startsWith(name + "."))
                .toList();
    }

    /** The keys that letters often have and this one does not. */
    public List<String> missing() {
        Stream<Schema.Field> absent = Metadata.SCHEMA.fields().stream()
                .filter(it -> it.usual() && findings(it).isEmpty());
        return absent.map(Schema.Field::name).toList();
    }

    /** The name of its file without ending: the session and the numbers, else the kind, else a hash of the title. */
    public String name() {
        String number = all("number", "-").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String hash = Slug.of(all("title", "") + all("answering-body", "") + all("date", ""))
                .replaceFirst(".*-", "");
        String plain = number.replaceAll("^-|-$", "");
        String stem = code.orElse(found.containsKey("kind") ? all("kind", "") : "reply") + "-";
        String name = stem + (plain.isEmpty() || plain.length() > LONGEST_NAME ? hash : plain);
        return name + (found.containsKey("role") ? "-opinion" : "");
    }

    /** The folder it belongs to: the year of its date. */
    public String year() {
        String date = all("date", "") + all("published", "");
        return date.isEmpty() ? "undated" : date.substring(0, 4);
    }

    private String all(String key, String between) {
        return found.containsKey(key) ? String.join(between, found.get(key).values()) : "";
    }

    /** The file for the content folder: what was found and changed as comments, the front matter, the text. */
    public String markdown(Language language) {
        StringBuilder file = new StringBuilder("---\n");
        Message head = Message.of(
                "由 import 从 %s 写成。请对照原件核对，改好后把 status 改为 published，并删去这些以 # 开头的行",
                "Written by import from %s. Compare it with the original, set status to published, delete the lines with #",
                Unveiled.hide(origin));
        Stream.concat(Stream.of(head), report().stream()).forEach(line -> file.append(remark(line.in(language))));
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            List<Finding> findings = findings(field);
            if (field.name().equals("status")) {
                file.append("status: draft\n");
            } else if (!findings.isEmpty()) {
                file.append(field.name())
                        .append(": ")
                        .append(value(field, findings))
                        .append('\n');
            } else if (field.required()) {
                file.append("# ").append(field.name()).append(": \n");
            }
        }
        return file.append("---\n\n").append(text).toString();
    }

    private String remark(String words) {
        String remark = words;
        for (String phrase : phrases) {
            remark = remark.replace(phrase, "……");
        }
        return "# " + remark.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]+", " ") + "\n";
    }

    /** What an editor has to look at, a sentence each. */
    public List<Message> report() {
        List<Message> report = new ArrayList<>();
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            for (Finding it : findings(field)) {
                String value = it.key() + ": " + String.join("、", it.values()) + "  ";
                Message sure = it.certainty().message();
                Message quote = new Message("“" + it.quote() + "”", "“" + it.quote() + "”");
                report.add(at(value + "[" + sure.zh() + "]", value + "[" + sure.en() + "]", it.line(), quote));
            }
        }
        if (!missing().isEmpty()) {
            report.add(Message.of("没有找到 %s", "not found: %s", String.join("、", missing())));
        }
        repairs.forEach(it -> report.add(at("改动", "changed", it.line(), it.what())));
        dropped.forEach(it -> report.add(at("略去", "left out", it.line(), it.what())));
        masks.forEach(it -> report.add(at("遮盖", "masked", it.line(), it.what())));
        return report;
    }

    private static Message at(String zh, String en, int line, Message what) {
        return line == 0
                ? new Message(zh + " " + what.zh(), en + " " + what.en())
                : new Message(zh + " 第 " + line + " 行 " + what.zh(), en + " line " + line + ": " + what.en());
    }

    private static String value(Schema.Field field, List<Finding> findings) {
        Finding only = findings.get(0);
        List<String> values = only.values().stream().map(Draft::scalar).toList();
        return switch (field.kind()) {
            case DATE -> only.values().get(0);
            case TEXTS -> values.size() == 1 && field.name().equals("number") ? values.get(0) : values.toString();
            case RECORD -> {
                Stream<String> parts = findings.stream()
                        .map(it -> it.key().replaceFirst(".*\\.", "") + ": "
                                + scalar(it.values().get(0)));
                yield "{" + String.join(", ", parts.toList()) + "}";
            }
            default -> values.get(0);
        };
    }

    /** A scalar that is read back as this text, whatever it holds. */
    public static String scalar(String text) {
        String plain = "\\p{IsHan}[\\p{IsHan}A-Za-z0-9《》“”（）、，。；：〔〕·— -]*(?<! )|[A-Z]\\d?|[a-z][a-z-]{3,}";
        String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        return text.matches(plain) ? text : "\"" + quoted + "\"";
    }
}
