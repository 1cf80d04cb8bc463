package dafu.bench;

import java.util.List;
import java.util.Set;

/**
 * What a reader types and what a plain scan of all texts finds.
 *
 * @param cut the same, cut into words where the corpus joined them
 * @param expected the addresses of the replies that answer it: one, but for phrases
 */
record Query(Form form, String typed, String cut, Set<String> expected) {
    Query {
        expected = Set.copyOf(expected);
    }

    static String cut(List<String> words) {
        return String.join(" ", words);
    }
}
