package dafu.model;

import dafu.text.Location;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of one reply, read: as markup, as plain text (a line per block), as it was written but for code, addresses,
 * HTML and masks (each character of them an {@link #OPAQUE} one), its headings, and the files it shows or links. Held
 * only while its reply is worked on.
 */
public record Text(
        Html html, String plain, String prose, List<Heading> headings, Set<String> files, List<Anchor> anchors) {
    public static final Text NONE = new Text(Html.NONE, "", "", List.of(), Set.of(), List.of());

    /** Stands in {@code prose} for what nobody reads as words. */
    public static final char OPAQUE = '\uFDD1';

    public Text {
        headings = List.copyOf(headings);
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        anchors = List.copyOf(anchors);
    }

    /** The same text with other markup. */
    public Text as(Html markup) {
        return new Text(markup, plain, prose, headings, files, anchors);
    }

    /** A heading: 2 for the highest, since the page's title is the only first-level one; its anchor; its words. */
    public record Heading(int level, String anchor, String words) {}

    /**
     * A link to an anchor of a page, or to an address of the site such as {@code /data/}; whether it is there is known
     * only when all are read.
     */
    public record Anchor(String reply, String anchor, Location at) {}
}
