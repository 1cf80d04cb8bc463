package dafu;

import dafu.model.Archive;
import dafu.publish.Sink;
import dafu.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline, top to bottom: read the catalogue and check it, turn each text into its page, then make what needs the
 * whole archive. Data moves one way, and whoever holds the sink decides whether any of it is published.
 */
public final class Build {
    private Build() {}

    /**
     * What a build made.
     *
     * @param diagnostics everything that was noticed, in the order of the files; with an error among them nothing may be
     *     published
     * @param made how many replies were made; the others are as an earlier build left them
     * @param memory to be saved when this is published
     */
    public record Result(Archive archive, int made, int drafts, List<Diagnostic> diagnostics, Memory memory) {
        public int replies() {
            return archive.replies().size();
        }

        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(Diagnostic::isError);
        }
    }

    /** Compiles an archive into a sink; nothing is written elsewhere, and nothing depends on a clock. */
    public static Result run(Options options, Sink sink) {
        return run(Memory.none(options, sink), new Progress());
    }

    /** Compiles it into a site, going on from what an earlier build has left there where that gives the same bytes. */
    public static Result run(Memory memory, Progress progress) {
        return compile(memory, progress)
                .orElseGet(() -> compile(memory.forgotten(), progress).orElseThrow());
    }

    /** Empty where it turns out that it cannot go on from an earlier build. */
    private static Optional<Result> compile(Memory memory, Progress progress) {
        Work work = new Work(memory, progress);
        Texts texts = new Texts(work);
        try (texts) {
            texts.replies();
            texts.drafts();
            if (!texts.goOn()) {
                return Optional.empty();
            }
            work.judge(work.rules.letters());
            texts.settings();
            texts.pages();
            if (work.sound) {
                Whole whole = new Whole(work, texts);
                whole.make(List.of(whole.index(), whole.statistics(), whole.assets(), whole.listings()));
                whole.make(List.of(whole.search(), whole.data()));
                whole.sitemap();
            }
        }
        work.found(work.gate.findings());
        work.judge(texts.brokenLinks());
        work.found(work.rules.last());
        memory.complete(!work.rules.suspects());
        return Optional.of(new Result(work.archive, texts.made(), work.content.drafts(), work.found(), memory));
    }
}
