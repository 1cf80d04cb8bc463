package dafu.read;

import dafu.text.Message;

/** What was named as a deployed copy is none, or is damaged; nothing can be compared with it. */
public final class UnusableCopyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    UnusableCopyException(Message reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
