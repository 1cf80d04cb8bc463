package dafu.check;

import dafu.text.Diagnostic;
import dafu.text.Location;
import java.util.ArrayList;
import java.util.List;

/** What rules find, in their order. */
final class Findings {
    private final List<Diagnostic> all = new ArrayList<>(0);

    /** Takes a finding in the words of the table. */
    void add(String what, Location at, Object... about) {
        all.add(Diagnostic.of(what, at, about));
    }

    void add(Diagnostic finding) {
        all.add(finding);
    }

    List<Diagnostic> all() {
        return all;
    }
}
