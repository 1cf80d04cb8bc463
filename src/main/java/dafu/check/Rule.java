package dafu.check;

import dafu.text.Diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    static Optional<Rule> find(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** The ids of those with whose findings an editor may do this. */
    static List<String> that(String may) {
        return ALL.values().stream()
                .filter(rule -> rule.may.contains(may))
                .map(Rule::id)
                .toList();
    }

    private static Map<String, Rule> read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<String, String> words = Map.of();
        for (String line : lines("rules.txt")) {
            if (line.startsWith("  ")) {
                words.put(line.substring(2, 4), line.substring(5));
            } else {
                List<String> head = new ArrayList<>(List.of(line.split(" ")));
                words = new LinkedHashMap<>();
                Severity severity = head.get(1).equals("error") ? Severity.ERROR : Severity.WARNING;
                rules.put(
                        head.get(0), new Rule(head.get(0), severity, Set.copyOf(head.subList(2, head.size())), words));
            }
        }
        return rules;
    }

    /** A table of this package: blank lines and lines that begin with # left out. */
    static List<String> lines(String name) {
        try (InputStream in = Rule.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("dafu/check/" + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("dafu/check/" + name, e);
        }
    }
}
