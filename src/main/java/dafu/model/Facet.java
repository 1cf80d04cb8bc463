package dafu.model;

import java.util.Locale;

/** A way to group replies, and the first part of the address of its listings. */
public enum Facet {
    YEAR("years"),
    SESSION("sessions"),
    KIND("kinds"),
    BODY("bodies"),
    PROPOSER("proposers"),
    TOPIC("topics"),
    OUTCOME("outcomes");

    private final String folder;

    Facet(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }

    /** What it is called in queries, terms and strings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
