package dafu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a build spends its time, from the samples that the virtual machine's flight recorder took of it.
 *
 * @param all samples of the program, compilation and garbage collection left out
 * @param search those of them in the package that makes the index
 */
record Stages(long all, long search) {
    /** Seen from above, code of ours that runs or waits for a native method such as compression or a write. */
    private static final List<String> SAMPLES = List.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

    static Stages of(Path recording) throws IOException {
        long all = 0;
        long search = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (SAMPLES.contains(event.getEventType().getName()) && inside(event, "dafu.")) {
                    all++;
                    search += inside(event, "dafu.search.") ? 1 : 0;
                }
            }
        }
        return new Stages(all, search);
    }

    /** How much longer indexing makes a build, as a share of the build without. */
    double added() {
        return all == search ? 0 : (double) search / (all - search);
    }

    private static boolean inside(RecordedEvent event, String start) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace != null
                && trace.getFrames().stream().anyMatch(frame -> name(frame).startsWith(start));
    }

    private static String name(RecordedFrame frame) {
        return frame.isJavaFrame() ? frame.getMethod().getType().getName() : "";
    }
}
