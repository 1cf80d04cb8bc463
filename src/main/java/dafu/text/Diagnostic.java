package dafu.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One finding about what an editor wrote: where, which rule, what was found and expected, and how to mend it. The source
 * line is not kept; whoever prints a finding reads it again.
 *
 * @param fix what may stand in the place of the location's characters without anybody having to look
 */
public record Diagnostic(
        Location location,
        Severity severity,
        String rule,
        Message message,
        Optional<Message> hint,
        Optional<String> fix)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::location)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::rule)
            .thenComparing(finding -> finding.message.en());

    /** The words that are printed, in the order of their weight; never translated. */
    public enum Severity {
        ERROR,
        WARNING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A finding in the words of {@code findings.txt}.
     *
     * @param what the rule, with a slash and another name behind it where it has several things to say
     * @param about what the words have gaps for, the same for the message and its hint
     */
    public static Diagnostic of(String what, Location location, Object... about) {
        Wording wording = Wording.of(what);
        List<String> words = wording.words;
        Message hint = Message.of(words.get(2), words.get(3), about);
        return new Diagnostic(
                location,
                wording.severity,
                wording.rule,
                Message.of(words.get(0), words.get(1), about),
                Optional.of(hint),
                Optional.empty());
    }

    public static Diagnostic error(Location location, String rule, Message message, Message hint) {
        return new Diagnostic(location, Severity.ERROR, rule, message, Optional.of(hint), Optional.empty());
    }

    /** The same finding, not holding anything up: what an unfinished draft gets. */
    public Diagnostic asWarning() {
        return new Diagnostic(location, Severity.WARNING, rule, message, hint, fix);
    }

    /** The same finding of another rule: one of those that say the same. */
    public Diagnostic by(String other) {
        return new Diagnostic(location, severity, other, message, hint, fix);
    }

    /** The same finding, which is mended by putting these words in the place of what stands there. */
    public Diagnostic mendedBy(String words) {
        return new Diagnostic(location, severity, rule, message, hint, Optional.of(words));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

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
}
