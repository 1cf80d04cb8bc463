package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;

/** What work costs in processor time of its own thread, whatever else the machine does meanwhile. */
public final class Cost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** What is done in this time is too little to tell growth from chance. */
    private static final long LITTLE = 100_000_000;

    private static final int TRIES = 4;

    /** Work on a text, whose result does not matter. */
    @FunctionalInterface
    public interface Work {
        void on(String text);
    }

    private Cost() {}

    /**
     * Expects a text of twice the size to cost less than three times as much, where four times as much is what a quadratic
     * cost comes to. Chance only adds to a time, so the least of a few counts.
     */
    public static void growsWithTheText(int size, IntFunction<String> text, Work work) {
        String half = text.apply(size / 2);
        String whole = text.apply(size);
        long less = Long.MAX_VALUE;
        long more = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && (i == 0 || more > Math.max(LITTLE, 3 * less)); i++) {
            less = Math.min(less, of(half, work));
            more = Math.min(more, of(whole, work));
        }
        assertThat(more)
                .as("nanoseconds for %d characters of %.6s…, %d for half of them", whole.length(), whole, less)
                .isLessThanOrEqualTo(Math.max(LITTLE, 3 * less));
    }

    private static long of(String text, Work work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.on(text);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
