package dafu;

import dafu.check.Rules;
import dafu.model.Archive;
import dafu.model.Page;
import dafu.model.Site;
import dafu.publish.Sink;
import dafu.read.ArchiveReader;
import dafu.read.Content;
import dafu.text.Diagnostic;
import dafu.text.Parsed;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What the stages of one build share: the catalogue, read and checked, and where what they find and make goes. */
final class Work {
    final Memory memory;
    final Progress progress;
    final Content content;
    final Ground ground;
    final Archive archive;
    final Site site;
    final Rules rules;
    final Gate gate;
    /** An error of the catalogue may be two pages of one address: then the texts are read for their mistakes alone. */
    final boolean sound;

    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();

    /** Reads the catalogue and checks it. */
    Work(Memory memory, Progress progress) {
        this.memory = memory;
        this.progress = progress;
        Options options = memory.options();
        progress.begin(Progress.Stage.CATALOGUE, 0);
        Parsed<Content> read = ArchiveReader.read(options.content(), options.contentName(), memory.known());
        content = read.value();
        found(read.diagnostics());
        ground = memory.ground(content);
        found(ground.diagnostics());
        archive = ground.archive();
        site = ground.site();
        rules = new Rules(archive, content.replies());
        judge(memory.catalogue(rules::catalogue));
        sound = ground.templates().usable() && found.stream().noneMatch(Diagnostic::isError);
        gate = new Gate(sound ? memory.sink() : Sink.NOWHERE, content, ground.layouts());
        memory.resume(sound);
    }

    void found(Collection<Diagnostic> more) {
        found.addAll(more);
    }

    /** Notes what a check found, as serious as the archive wants it taken. */
    void judge(List<Diagnostic> more) {
        found.addAll(rules.judged(more));
    }

    /** All that was found, in the order of the files. */
    List<Diagnostic> found() {
        return found.stream().distinct().sorted().toList();
    }

    <T> void each(List<? extends T> items, Consumer<T> work) {
        Workers.each(memory.options().threads(), items, work);
    }

    void put(Page page, String... origins) {
        gate.put(page.path(), ground.templates().render(page), origins);
    }
}
