package dafu;

import dafu.text.Message;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a build is, for whoever looks from another thread; to the build it says nothing. */
public final class Progress {
    private final AtomicInteger done = new AtomicInteger();
    private volatile Stage stage = Stage.CATALOGUE;
    private volatile int steps;

    /** What takes long enough to wait for. */
    public enum Stage {
        CATALOGUE(Message.of("目录", "catalogue")),
        REPLIES(Message.of("答复", "replies")),
        WHOLE(Message.of("列表和索引", "listings and index")),
        PUBLISHING(Message.of("写入", "publishing"));

        private final Message words;

        Stage(Message words) {
            this.words = words;
        }

        public Message words() {
            return words;
        }
    }

    /** A look at it: the stage, and how many of its steps are done; their number is 0 where it is not known. */
    public record Look(Stage stage, int done, int steps) {}

    /** Begins a stage with so many steps. */
    public void begin(Stage next, int all) {
        steps = 0;
        done.set(0);
        stage = next;
        steps = all;
    }

    void step() {
        done.incrementAndGet();
    }

    public Look look() {
        int all = steps;
        return new Look(stage, Math.min(all, done.get()), all);
    }
}
