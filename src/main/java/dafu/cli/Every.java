package dafu.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something every so many milliseconds, beside what else is done, until it is closed. */
final class Every {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Every(int millis, Runnable work) {
        clock.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for its end if it is being done. */
    void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
