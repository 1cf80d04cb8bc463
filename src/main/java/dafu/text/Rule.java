package dafu.text;

import dafu.text.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as {@code rules.txt}, which lies beside this package's classes, describes it to editors: every id that a finding
 * about an archive can have.
 *
 * @param may what an editor may do with its findings: {@code off}, {@code waive}, {@code fix}
 */
public record Rule(String id, Severity severity, Set<String> may, Map<String, String> words) {
    private static final Map<String, Rule> ALL = read();

    /** Every rule, in the order of the rules page. */
    public static List<Rule> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** The ids of those with whose findings an editor may do this. */
    public static List<String> that(String may) {
        return ALL.values().stream()
                .filter(rule -> rule.may.contains(may))
                .map(Rule::id)
                .toList();
    }

    private static Map<String, Rule> read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<String, String> words = Map.of();
        for (String line : Resource.lines("rules.txt")) {
            if (line.startsWith("  ")) {
                words.put(line.substring(2, 4), line.substring(5));
            } else {
                List<String> head = new ArrayList<>(List.of(line.split(" ")));
                words = new LinkedHashMap<>();
                Severity severity = Severity.valueOf(head.get(1).toUpperCase(java.util.Locale.ROOT));
                rules.put(
                        head.get(0), new Rule(head.get(0), severity, Set.copyOf(head.subList(2, head.size())), words));
            }
        }
        return rules;
    }
}
