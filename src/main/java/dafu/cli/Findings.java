package dafu.cli;

import dafu.text.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check found, sorted.
 *
 * @param shown every error, and of warnings as many of a rule as people want to see at once
 * @param hidden how many more there are of a rule
 */
record Findings(List<Diagnostic> all, List<Diagnostic> shown, SortedMap<String, Integer> hidden) {
    static final int WARNINGS_PER_RULE = 20;

    static Findings of(List<Diagnostic> all, int warningsPerRule) {
        Map<String, Integer> warnings = new HashMap<>();
        List<Diagnostic> shown = all.stream()
                .filter(finding ->
                        finding.isError() || warnings.merge(finding.rule(), 1, Integer::sum) <= warningsPerRule)
                .toList();
        SortedMap<String, Integer> hidden = new TreeMap<>();
        warnings.forEach((rule, count) -> {
            if (count > warningsPerRule) {
                hidden.put(rule, count - warningsPerRule);
            }
        });
        return new Findings(all, shown, hidden);
    }

    long errors() {
        return all.stream().filter(Diagnostic::isError).count();
    }

    long warnings() {
        return all.size() - errors();
    }
}
