package dafu.cli;

/** A command line that means nothing; {@link Main} says how it is used. The message names the option and its value. */
final class WrongUsage extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    WrongUsage(String option) {
        super(option);
    }
}
