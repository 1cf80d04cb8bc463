package dafu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Threads that share a list. Their stacks are large, since a Markdown parser descends as deep as its text nests. */
final class Workers {
    private static final long STACK = 16L << 20;
    private static final int AHEAD = 16;

    private Workers() {}

    /** Calls the work for each item, on that many threads; throws what the first failing item threw. */
    static <T> void each(int threads, List<? extends T> items, Consumer<T> work) {
        each(threads, items.size(), i -> work.accept(items.get(i)));
    }

    private static void each(int threads, int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            } catch (RuntimeException | Error thrown) {
                failure.compareAndSet(null, thrown);
            }
        };
        Thread[] workers = new Thread[Math.max(1, Math.min(threads, count))];
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

    /**
     * Calls the work for each item, and hands the results on in the order of the items, one at a time. Who is far ahead of
     * the slowest waits, so that few results are held whatever the number of items.
     */
    static <T, R> void inOrder(int threads, List<? extends T> items, Function<T, R> work, Consumer<R> then) {
        Queue<R> queue = new Queue<>(threads * AHEAD, then);
        each(threads, items.size(), index -> {
            try {
                queue.put(index, work.apply(items.get(index)));
            } catch (RuntimeException | Error thrown) {
                queue.stop();
                throw thrown;
            }
        });
    }

    /** Results that wait for those before them. */
    private static final class Queue<R> {
        private final Map<Integer, R> waiting = new HashMap<>();
        private final int window;
        private final Consumer<R> then;
        private int next;
        private boolean stopped;

        Queue(int window, Consumer<R> then) {
            this.window = window;
            this.then = then;
        }

        synchronized void put(int index, R result) {
            try {
                while (index >= next + window && !stopped) {
                    wait();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
            waiting.put(index, result);
            for (R first = waiting.remove(next); first != null && !stopped; first = waiting.remove(++next)) {
                then.accept(first);
            }
            notifyAll();
        }

        synchronized void stop() {
            stopped = true;
            notifyAll();
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
