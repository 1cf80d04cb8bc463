package dafu.cli;

import dafu.text.Message;

/** A command line that means nothing: the option with its value, and what was expected; {@link Main} says both. */
final class WrongUsage extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Message expected;

    WrongUsage(String option, Message expected) {
        super(option);
        this.expected = expected;
    }

    Message said() {
        return new Message(getMessage() + "\n    " + expected.zh(), getMessage() + "\n    " + expected.en());
    }
}
