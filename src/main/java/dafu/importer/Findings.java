package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is found on a page, one finding a key: the first that is put there stays. */
final class Findings {
    final Map<String, Finding> found = new TreeMap<>();

    /** What reading changed. */
    final List<Note> repairs = new ArrayList<>();

    /** What an editor has to decide. */
    final List<Diagnostic> noticed = new ArrayList<>();

    private final Page page;

    Findings(Page page) {
        this.page = page;
    }

    boolean has(String key) {
        return found.containsKey(key);
    }

    void date(String key, String text, Certainty certainty, Line line) {
        Optional<Dates.Reading> reading = found.containsKey(key) ? Optional.empty() : Dates.read(text);
        reading.ifPresent(it -> {
            String days = it.days().toString().replaceAll("[\\[\\]]", "");
            if (it.days().size() == 1) {
                put(key, it.certainty() == Certainty.CERTAIN ? certainty : it.certainty(), line, days);
                if (it.certainty() != Certainty.CERTAIN) {
                    repairs.add(new Note(line.number(), Note.change(text.strip(), days)));
                }
            } else {
                Message doubt = days.isEmpty()
                        ? Message.of("没有“%s”这一天", "“%s” is not a date", text.strip())
                        : Message.of("“%s”可以读成 %s", "“%s” can be read as %s", text.strip(), days);
                notice("import-date", line, doubt, "查对原件，写明 " + key, "look at the original and write " + key);
            }
        });
    }

    void documentNumber(String text, Line line) {
        Grammar.documentNumber(text).ifPresent(it -> {
            if (put("document-number", Certainty.CERTAIN, line, it.number())
                    && !it.words().equals(it.number())) {
                repairs.add(new Note(line.number(), Note.change(it.words(), it.number())));
            }
        });
    }

    void find(String key, Certainty certainty, Line line, String pattern) {
        Words.find(pattern, line.text()).ifPresent(it -> put(key, certainty, line, it));
    }

    String first(String key) {
        return found.containsKey(key) ? found.get(key).values().get(0) : "";
    }

    boolean put(String key, Certainty certainty, Line line, String value) {
        return put(key, certainty, line, List.of(value));
    }

    /** Keeps a value unless one is there already; says whether it was kept. */
    boolean put(String key, Certainty certainty, Line line, List<String> values) {
        List<String> kept = values.stream()
                .map(it -> it.replaceAll("\\s+", " ").strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        String quote = key.startsWith("contact.") ? kept.toString() : Note.clipped(line.text());
        return !kept.isEmpty()
                && found.putIfAbsent(key, new Finding(key, kept, certainty, line.number(), quote)) == null;
    }

    void differ(String key, String one, String other, Line line) {
        Message two = Message.of("%s 有两种说法：“%s”和“%s”", "%s is given twice: “%s” and “%s”", key, one, other);
        notice("import-differs", line, two, "取了前一种，请核对", "the first was taken; look at the original");
    }

    void notice(String rule, Line line, Message message, String zh, String en) {
        noticed.add(Diagnostic.warning(page.at(line.number()), rule, message, Message.of(zh, en)));
    }
}
