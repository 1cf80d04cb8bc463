package dafu.model;

/** The replies of one term, as positions in the archive, oldest first. */
public record Listing(Term term, int[] members) {
    public int size() {
        return members.length;
    }
}
