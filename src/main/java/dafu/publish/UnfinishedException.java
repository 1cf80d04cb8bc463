package dafu.publish;

import java.io.IOException;

/** A site whose changes were decided but could not all be made; the next build makes the rest. */
public final class UnfinishedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient IOException reason;

    UnfinishedException(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    /** What stood in the way. */
    public IOException reason() {
        return reason;
    }
}
