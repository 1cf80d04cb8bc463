package dafu.cli;

import dafu.Progress;
import dafu.Progress.Look;
import dafu.text.Message;
import java.util.Locale;

/**
 * Shows how far a build is: on a terminal a bar with rate and time left, that goes when the build ends; in a pipeline a plain
 * line with the percentage now and then, of builds that take long enough for anybody to wonder.
 */
final class Bar {
    private static final int CELLS = 24;
    private static final int TERMINAL_MILLIS = 100;
    private static final int PLAIN_MILLIS = 5000;
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final Progress progress;
    private final Every clock;
    private Look begun;
    private long since = System.nanoTime();

    Bar(Console console, Progress progress) {
        this(console, progress, console.isTerminal() ? TERMINAL_MILLIS : PLAIN_MILLIS);
    }

    /** @param millis after which it is shown, and shown again */
    Bar(Console console, Progress progress, int millis) {
        this.console = console;
        this.progress = progress;
        this.begun = progress.look();
        this.clock = new Every(millis, this::show);
    }

    private void show() {
        Look now = progress.look();
        if (now.stage() != begun.stage()) {
            begun = now;
            since = System.nanoTime();
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        double rate = seconds > 0 ? (now.done() - begun.done()) / seconds : 0;
        if (console.isTerminal()) {
            console.out().print(CLEAR + line(now, rate).in(console.language()));
            console.out().flush();
        } else {
            console.warn(line(now));
        }
    }

    /** A line for a terminal. */
    static Message line(Look look, double rate) {
        if (look.steps() == 0) {
            return line(look);
        }
        int full = (int) ((long) CELLS * look.done() / look.steps());
        String bar = "█".repeat(full) + "░".repeat(CELLS - full);
        String seconds = rate > 0 ? String.format(Locale.ROOT, "%.0f", (look.steps() - look.done()) / rate) : "…";
        String speed = String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
        return new Message(
                look.stage().words().zh() + " " + bar + " " + counts(look) + "，每秒 " + speed + "，还要 " + seconds + " 秒",
                look.stage().words().en() + " " + bar + " " + counts(look) + ", " + speed + " a second, " + seconds
                        + " s left");
    }

    /** A line for a log. */
    static Message line(Look look) {
        String counts = look.steps() == 0 ? "…" : " " + counts(look) + " " + 100L * look.done() / look.steps() + "%";
        return new Message(
                look.stage().words().zh() + counts, look.stage().words().en() + counts);
    }

    private static String counts(Look look) {
        return look.done() + "/" + look.steps();
    }

    void close() {
        clock.close();
        if (console.isTerminal()) {
            console.out().print(CLEAR);
            console.out().flush();
        }
    }
}
