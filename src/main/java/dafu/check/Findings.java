package dafu.check;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rules have found, each as heavy as its description says. */
final class Findings {
    static final Message LOOK = Message.of("对照原件，改写错的一处", "look at the original and correct whichever is wrong");

    private final List<Diagnostic> all = new ArrayList<>(0);

    void add(String rule, Location at, Message message, Message hint) {
        add(rule, at, message, hint, Optional.empty());
    }

    /** A finding that is mended by putting these words in the place of what stands there. */
    void add(String rule, Location at, Message message, Message hint, Optional<String> fix) {
        Rule described = Rule.find(rule).orElseThrow(() -> new IllegalStateException("no rule " + rule));
        all.add(new Diagnostic(at, described.severity(), rule, message, Optional.of(hint), fix));
    }

    void add(Diagnostic finding) {
        all.add(finding);
    }

    List<Diagnostic> all() {
        return all;
    }
}
