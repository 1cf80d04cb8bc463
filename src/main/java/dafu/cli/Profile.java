package dafu.cli;

import dafu.report.Table;
import dafu.text.Message.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the time of the processor goes. Every few milliseconds it looks at what each thread is at, and counts what the
 * thread has used since to that stage: so no stage has to measure itself, and a build that nobody measures pays nothing.
 */
final class Profile implements AutoCloseable {
    private static final int INTERVAL = 5;
    private static final String REST = "rest";

    /** Stages by the beginning of the names of their classes: the last that fits counts. */
    private static final List<String[]> STAGES = Stream.of(
                    "read: read. cache. Memory Program SiteStrings",
                    "YAML: read.Yaml read.FrontMatter read.Binder",
                    "Markdown: read.Markdown read.Dialect read.Headings read.Nesting read.Tables",
                    "catalogue: model.Archive model.Vocabulary",
                    "check: check.",
                    "render: page. render.",
                    "gate: Gate",
                    "index: search.",
                    "data: data.",
                    "write: publish.",
                    REST)
            .map(stage -> stage.split(":? "))
            .toList();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> used = new HashMap<>();
    private final Map<String, Long> stages = new HashMap<>();
    private long own;

    private final Every clock = new Every(INTERVAL, this::look);

    private void look() {
        for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
            long id = thread.getThreadId();
            long now = threads.getThreadCpuTime(id);
            Long before = used.put(id, now);
            if (id != Thread.currentThread().getId() && now >= 0) {
                stages.merge(stage(thread.getStackTrace()), now - (before == null ? 0 : before), Long::sum);
            }
        }
        own = threads.getCurrentThreadCpuTime();
    }

    /** The innermost class that belongs to a stage tells: what several use, such as text and model, counts to its user. */
    private static String stage(StackTraceElement... stack) {
        for (StackTraceElement frame : stack) {
            for (int i = STAGES.size() - 1; i >= 0; i--) {
                String[] stage = STAGES.get(i);
                for (int name = 1; name < stage.length; name++) {
                    if (frame.getClassName().startsWith("dafu." + stage[name])) {
                        return stage[0];
                    }
                }
            }
        }
        return REST;
    }

    @Override
    public void close() {
        clock.close();
    }

    /** The stages in their order, seconds of thread time and their share; what the virtual machine used for itself last. */
    Table table(Language language) {
        Map<String, Long> all = new LinkedHashMap<>();
        STAGES.forEach(stage -> all.put(stage[0], stages.getOrDefault(stage[0], 0L)));
        long threadTime = all.values().stream().mapToLong(time -> time).sum();
        long process =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getProcessCpuTime() - own
                        : threadTime;
        all.put("JIT + GC", Math.max(0, process - threadTime));
        Table table = new Table(language, "环节、线程时间（秒）、占比", "stage, thread time (s), share");
        all.forEach((stage, time) -> table.add(
                stage,
                String.format(Locale.ROOT, "%.2f", time / 1e9),
                String.format(Locale.ROOT, "%d%%", Math.round(100.0 * time / Math.max(1, process)))));
        return table;
    }
}
