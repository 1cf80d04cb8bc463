package dafu.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of one reply, read: as markup, as plain text (a line per block), its headings, and the files it shows or
 * links. Held only while its reply is worked on.
 */
public record Text(Html html, String plain, List<Heading> headings, Set<String> files, List<Anchor> anchors) {
    public static final Text NONE = new Text(Html.NONE, "", List.of(), Set.of(), List.of());

    public Text {
        headings = List.copyOf(headings);
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        anchors = List.copyOf(anchors);
    }

    /** A heading: 2 for the highest, since the page's title is the only first-level one; its anchor; its words. */
    public record Heading(int level, String anchor, String words) {}

    /** A link to an anchor on another page of the archive; whether it is there is known only when all are read. */
    public record Anchor(String reply, String anchor) {}
}
