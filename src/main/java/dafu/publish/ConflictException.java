package dafu.publish;

import java.util.List;

/** Something in the way of the site that the generator did not make, or another run that writes to it. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> paths;

    ConflictException(String message, List<String> paths) {
        super(message);
        this.paths = List.copyOf(paths);
    }

    /** The foreign files, by their paths; empty where another run is in the way. */
    public List<String> paths() {
        return paths;
    }
}
