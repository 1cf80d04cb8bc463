package dafu.text;

import java.util.ArrayList;
import java.util.List;

/** What reading gave, and what was noticed on the way. Reading never fails: there is always a value. */
public record Parsed<T>(T value, List<Diagnostic> diagnostics) {

    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(value, List.of());
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** The value of another step with the findings of both. */
    public <R> Parsed<R> then(Parsed<R> next) {
        List<Diagnostic> both = new ArrayList<>(diagnostics);
        both.addAll(next.diagnostics);
        return new Parsed<>(next.value, both);
    }
}
