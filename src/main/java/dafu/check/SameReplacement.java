package dafu.check;

import dafu.model.Reply;
import dafu.text.Diagnostic;
import dafu.text.Difference;
import dafu.text.Han;
import dafu.text.Location;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One replacement in many published replies at once, as search spam makes it: an editor corrects one reply at a time. */
final class SameReplacement {
    /** From how many replies on it is more than a coincidence. */
    private static final int MANY = 3;

    private static final int LISTED = 5;
    private static final int LONGEST = 80;

    private final Predicate<Reply> corrected;
    private final Map<Difference, Set<Reply>> replacements = new HashMap<>();

    SameReplacement(Predicate<Reply> corrected) {
        this.corrected = corrected;
    }

    /** Takes what differs; punctuation and digits alone are no words. */
    void add(Reply reply, Difference sentences) {
        Difference words = sentences.words();
        String both = words.before() + words.after();
        if (both.length() <= LONGEST && both.codePoints().filter(Han::isHan).count() >= 2) {
            replacements.computeIfAbsent(words, w -> new LinkedHashSet<>()).add(reply);
        }
    }

    void find(Findings found) {
        replacements.forEach((words, in) -> {
            if (in.size() >= MANY) {
                List<Reply> replies =
                        in.stream().sorted(Comparator.comparing(Reply::id)).toList();
                Location at = Location.file(replies.get(0).path());
                String list = replies.stream().limit(LISTED).map(Reply::path).collect(Collectors.joining(" "))
                        + (replies.size() > LISTED ? " …" : "");
                Diagnostic finding = Diagnostic.of(
                        "hijack-same-replacement", at, replies.size(), words.before(), words.after(), list);
                found.add(replies.stream().allMatch(corrected) ? finding.asWarning() : finding);
            }
        });
    }
}
