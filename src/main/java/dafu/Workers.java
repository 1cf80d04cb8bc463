package dafu;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Threads that share a list. Their stacks are large, since a Markdown parser descends as deep as its text nests. */
final class Workers {
    private static final long STACK = 16L << 20;

    private Workers() {}

    /** Calls the work for each item, on that many threads; throws what the first failing item threw. */
    static <T> void each(int threads, List<? extends T> items, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement();
                        i < items.size() && failure.get() == null;
                        i = next.getAndIncrement()) {
                    work.accept(items.get(i));
                }
            } catch (RuntimeException | Error thrown) {
                failure.compareAndSet(null, thrown);
            }
        };
        Thread[] workers = new Thread[Math.max(1, Math.min(threads, items.size()))];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Thread(null, loop, "worker-" + i, STACK);
            workers[i].start();
        }
        join(workers);
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private static void join(Thread[] workers) {
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
