package dafu.model;

import dafu.text.Location;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reply in the catalogue: its metadata and where each key stands, without its text.
 *
 * @param root the content folder as the user named it
 * @param id the path below the content folder without {@code .md}; permanent, since it is the address
 * @param places line and column of each key's value, by the key's index, packed; 0 where the key is absent
 * @param proposal whether the text of what was asked stands beside it
 */
public record Reply(String root, String id, Metadata metadata, int[] places, boolean proposal) {
    private static final Pattern QUOTED = Pattern.compile("《([^《》]+)》");
    private static final Pattern ABOUT =
            Pattern.compile("(?:关于)?(.+?)(?:的?(?:提案|建议案|议案)|的(?:意见和?建议|建议|意见))?", Pattern.DOTALL);
    private static final int COLUMN_BITS = 12;

    /** Packs a place for {@code places}; a column that does not fit becomes the largest that does. */
    public static int place(Location at) {
        return at.line() << COLUMN_BITS | Math.min(at.column(), (1 << COLUMN_BITS) - 1);
    }

    /** Whether two are the same in everything; a record compares lists of numbers by identity. */
    public boolean isSame(Reply other) {
        return root.equals(other.root)
                && id.equals(other.id)
                && metadata.equals(other.metadata)
                && Arrays.equals(places, other.places)
                && proposal == other.proposal;
    }

    public String path() {
        return root + "/" + id + ".md";
    }

    public String proposalPath() {
        return root + "/" + id + ".proposal.md";
    }

    /** The folder of its page and attachments in the site, ending with a slash. */
    public String address() {
        return id + "/";
    }

    /** Where a key's value stands, or the start of the file where the key is absent. */
    public Location at(String key) {
        int place = places[Metadata.SCHEMA.field(key).orElseThrow().index()];
        return place == 0
                ? Location.file(path())
                : new Location(path(), place >> COLUMN_BITS, place & (1 << COLUMN_BITS) - 1, 0);
    }

    /** What it is about: the title of what was asked without 关于…的提案, so that lists do not all begin alike. */
    public String matter() {
        return metadata.proposalTitle().or(this::quoted).map(Reply::bare).orElseGet(metadata::title);
    }

    public int year() {
        return metadata.date().getYear();
    }

    /** Since when it is public, as far as it says. */
    public LocalDate since() {
        return metadata.published().orElse(metadata.date());
    }

    public boolean isDraft() {
        return metadata.status() == Metadata.Status.DRAFT;
    }

    public boolean isWithdrawn() {
        return metadata.status() == Metadata.Status.WITHDRAWN;
    }

    public boolean isOpinion() {
        return metadata.role() == Metadata.Role.SUPPORTING_OPINION;
    }

    private Optional<String> quoted() {
        Matcher matcher = QUOTED.matcher(metadata.title());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String bare(String title) {
        Matcher matcher = ABOUT.matcher(title.strip());
        return matcher.matches() && !matcher.group(1).isBlank()
                ? matcher.group(1).strip()
                : title.strip();
    }
}
