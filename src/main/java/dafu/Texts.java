package dafu;

import dafu.check.Changes;
import dafu.check.Letter;
import dafu.check.LinkTargets;
import dafu.data.DataFiles;
import dafu.model.MaskCounts;
import dafu.model.Reply;
import dafu.page.ReplyPage;
import dafu.page.TextPage;
import dafu.read.TextReader;
import dafu.search.SearchIndex;
import dafu.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Each text on its own, in parallel: its page, and what it gives to the index, the data and the checks. */
final class Texts implements AutoCloseable {
    final SearchIndex index;
    final DataFiles data;
    final MaskCounts masks = new MaskCounts();

    private final Work work;
    private final TextReader texts;
    private final LinkTargets links = new LinkTargets();
    private final AtomicInteger made = new AtomicInteger();
    private final Queue<SearchIndex.Edit> edits = new ConcurrentLinkedQueue<>();

    Texts(Work work) {
        this.work = work;
        texts = new TextReader(work.content, work.archive);
        index = new SearchIndex(work.site, work.gate::put);
        data = new DataFiles(work.gate::stream, work.memory.published(work.gate));
    }

    /** How many replies were made. */
    int made() {
        return made.get();
    }

    @Override
    public void close() {
        try (index) {
            data.close();
        }
    }

    /** Each reply on its own, in parallel: its text is held only while it is worked on. */
    void replies() {
        Changes changes = new Changes(work.archive, work.ground.before());
        work.progress.begin(Progress.Stage.REPLIES, work.archive.replies().size());
        Workers.inOrder(work.memory.options().threads(), work.archive.replies(), this::reply, made -> {
            masks.add(made.reply.year(), made.outcome.masks());
            data.add(made.reply, made.lines);
            changes.add(made.reply, made.outcome.hash());
            work.progress.step();
        });
        work.judge(changes.found(
                work.content.replies(),
                reply -> DataFiles.plain(reply, texts.reply(reply).text())));
    }

    /** A reply of which all is made that it alone decides, with its lines in the data files unless they stay. */
    private record Made(Reply reply, Outcome outcome, Optional<DataFiles.Entry> lines) {}

    private Made reply(Reply reply) {
        Made made = work.memory
                .outcome(reply)
                .map(outcome -> new Made(reply, outcome, Optional.empty()))
                .orElseGet(() -> make(reply));
        take(made.outcome);
        return made;
    }

    private Made make(Reply reply) {
        int number = made.incrementAndGet();
        List<Outcome.Beside> asked = work.memory.look(TextReader.beside(reply));
        TextReader.Read read = texts.reply(reply);
        List<Outcome.Beside> files = work.memory.look(read.files().values());
        if (work.sound) {
            work.put(ReplyPage.of(work.site, reply, read.text(), read.proposal()), reply.path(), reply.proposalPath());
            if (work.memory.isResumed() && work.memory.isFew(number)) {
                edits.add(new SearchIndex.Edit(reply, read.text(), read.proposal()));
            } else if (!work.memory.isResumed()) {
                index.add(reply, read.text(), read.proposal());
            }
            read.files()
                    .forEach((path, file) ->
                            work.gate.put(reply.address() + path, work.content.bytes(file), work.content.shown(file)));
        }
        DataFiles.Entry lines = DataFiles.entry(work.archive, reply, read.text());
        return new Made(reply, outcome(reply, read, lines.hash()).with(asked).with(files), Optional.of(lines));
    }

    /** What a text gives to what is known only when all are read, and what is wrong with it. */
    private Outcome outcome(Reply reply, TextReader.Read read, String hash) {
        List<Diagnostic> wrong = new ArrayList<>(read.diagnostics());
        read.source()
                .map(source -> new Letter(work.archive, reply, source, read.body(), read.text()))
                .ifPresent(letter -> wrong.addAll(work.rules.letter(letter)));
        read.asked().ifPresent(asked -> wrong.addAll(work.rules.text(asked)));
        return new Outcome(
                reply.id(),
                hash,
                List.copyOf(wrong),
                Stream.concat(Stream.of(read.text()), read.proposal().stream())
                        .flatMap(text -> text.anchors().stream())
                        .toList(),
                MaskCounts.in(read.sources()),
                List.of(),
                read.files().keySet().stream().map(reply.address()::concat).toList());
    }

    private void take(Outcome outcome) {
        work.memory.note(outcome);
        work.judge(outcome.findings());
        links.add(outcome.links());
    }

    /** The settings hold words too. */
    void settings() {
        work.content.settingsFile().ifPresent(file -> {
            masks.add(MaskCounts.NO_YEAR, MaskCounts.in(Stream.of(file)));
            work.judge(work.rules.text(file));
        });
    }

    /** The pages that are no replies. */
    void pages() {
        work.each(work.archive.pages(), file -> {
            TextReader.Read read = texts.page(file);
            links.add(read.text().anchors());
            work.judge(read.diagnostics());
            read.source().ifPresent(source -> work.judge(work.rules.text(source)));
            masks.add(MaskCounts.NO_YEAR, MaskCounts.in(read.sources()));
            if (work.sound) {
                work.put(TextPage.of(work.site, file, read.text()), file.path());
            }
        });
    }

    /** Replies that are not shown yet: what is wrong with them is said all the same. */
    void drafts() {
        work.each(work.content.hidden(work.archive), this::draft);
    }

    private void draft(Reply draft) {
        List<Outcome.Beside> asked = work.memory.look(TextReader.beside(draft));
        take(work.memory.outcome(draft).orElseGet(() -> {
            TextReader.Read read = texts.reply(draft);
            return outcome(draft, read, "")
                    .with(asked)
                    .with(work.memory.look(read.files().values()));
        }));
    }

    /** Whether this build stands, or is to begin anew since it cannot go on from the earlier one. */
    boolean goOn() {
        return !work.memory.isResumed()
                || !work.rules.suspects() && work.memory.isFew(made()) && work.memory.update(index, edits);
    }

    /** Links within the archive that lead nowhere. */
    List<Diagnostic> brokenLinks() {
        return links.found(texts::anchors, this::isWritten);
    }

    /** Whether there is a file at a path, or a reply whose page or files lie there. Unknown where nothing is written. */
    private boolean isWritten(String path) {
        int slash = path.lastIndexOf('/');
        return !work.sound
                || work.gate.has(path)
                || work.memory.has(path)
                || slash > 0 && work.archive.find(path.substring(0, slash)).isPresent();
    }
}
