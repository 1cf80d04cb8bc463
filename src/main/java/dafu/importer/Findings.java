package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Diagnostic;
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
        Optional<Grammar.Reading> reading = found.containsKey(key) ? Optional.empty() : Grammar.date(text);
        reading.ifPresent(it -> {
            String days = it.days().toString().replaceAll("[\\[\\]]", "");
            if (it.days().size() == 1) {
                put(key, it.certainty() == Certainty.CERTAIN ? certainty : it.certainty(), line, days);
                if (it.certainty() != Certainty.CERTAIN) {
                    repairs.add(new Note(line.number(), Note.change(text.strip(), days)));
                }
            } else {
                notice(days.isEmpty() ? "import-date/none" : "import-date", line, text.strip(), key, days);
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

    /** Tells an editor what {@code findings.txt} words. */
    void notice(String name, Line line, Object... about) {
        noticed.add(Diagnostic.of(name, page.at(line.number()), about));
    }
}
