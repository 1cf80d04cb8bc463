package dafu.model;

import java.util.Optional;

/**
 * A value of a facet: its part of the address, its name, what it means in a sentence (where one is declared),
 * and whether a vocabulary declares it.
 */
public record Term(Facet facet, String id, String name, Optional<String> meaning, boolean declared) {

    public Term(Facet facet, String id, String name) {
        this(facet, id, name, Optional.empty(), true);
    }

    /** The folder of its listing, ending with a slash. */
    public String address() {
        return facet.folder() + "/" + id + "/";
    }
}
