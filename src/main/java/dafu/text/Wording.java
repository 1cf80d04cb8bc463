package dafu.text;

import dafu.text.Diagnostic.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said about a finding: an entry of {@code findings.txt}, whose head describes the form.
 *
 * @param words the message in Chinese and in English, then the hint in both
 */
record Wording(String rule, Severity severity, List<String> words) {
    private static final Map<String, Wording> ALL = read();

    static Wording of(String what) {
        Wording wording = ALL.get(what);
        if (wording == null) {
            throw new IllegalStateException("findings.txt has no words for " + what);
        }
        return wording;
    }

    Message message(Object... about) {
        return Message.of(words.get(0), words.get(1), about);
    }

    Message hint(Object... about) {
        return Message.of(words.get(2), words.get(3), about);
    }

    private static Map<String, Wording> read() {
        Map<String, Wording> all = new HashMap<>();
        List<String> lines = Resource.lines("findings.txt");
        for (int i = 0; i < lines.size(); i += 5) {
            String[] head = lines.get(i).split(" ");
            String rule = head[0].replaceFirst("/.*", "");
            Severity severity = head.length > 1
                    ? Severity.valueOf(head[1])
                    : Rule.find(rule).orElseThrow().severity();
            List<String> words =
                    lines.subList(i + 1, i + 5).stream().map(String::strip).toList();
            all.put(head[0], new Wording(rule, severity, words));
        }
        return all;
    }
}
