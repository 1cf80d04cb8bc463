package dafu;

import dafu.check.Changes;
import dafu.check.Letter;
import dafu.check.LinkTargets;
import dafu.check.Rules;
import dafu.data.DataFiles;
import dafu.data.Sitemap;
import dafu.model.Archive;
import dafu.model.MaskCounts;
import dafu.model.OpenData.DataFile;
import dafu.model.Page;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.page.DataPage;
import dafu.page.MasksPage;
import dafu.page.Pages;
import dafu.page.ReplyPage;
import dafu.page.SearchPage;
import dafu.page.Statistics;
import dafu.page.StatisticsPage;
import dafu.page.TextPage;
import dafu.publish.Sink;
import dafu.read.ArchiveReader;
import dafu.read.Content;
import dafu.read.TextReader;
import dafu.render.Layouts;
import dafu.search.Scripts;
import dafu.search.SearchIndex;
import dafu.text.Diagnostic;
import dafu.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The pipeline, top to bottom: read the catalogue, check it, then turn each reply into its page, then make what needs the
 * whole catalogue. Data moves one way, and whoever holds the sink decides whether any of it is published.
 */
public final class Build {
    private final Options options;
    private final Memory memory;
    private final Progress progress;
    private final ConcurrentLinkedQueue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    private final Content content;
    private final Ground ground;
    private final Archive archive;
    private final Site site;
    private final Rules rules;
    private final boolean sound;
    private final Gate gate;
    private final TextReader texts;
    private final AtomicInteger made = new AtomicInteger();
    private final LinkTargets links = new LinkTargets();
    private final MaskCounts masks = new MaskCounts();
    private final SearchIndex index;
    private final ConcurrentLinkedQueue<SearchIndex.Edit> edits = new ConcurrentLinkedQueue<>();
    private final DataFiles data;

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
        return new Build(memory, progress)
                .compile()
                .orElseGet(
                        () -> new Build(memory.forgotten(), progress).compile().orElseThrow());
    }

    /** Reads the catalogue and checks it. */
    private Build(Memory memory, Progress progress) {
        this.options = memory.options();
        this.memory = memory;
        this.progress = progress;
        progress.begin(Progress.Stage.CATALOGUE, 0);
        Parsed<Content> read = ArchiveReader.read(options.content(), options.contentName(), memory.known());
        content = read.value();
        found.addAll(read.diagnostics());
        ground = memory.ground(content);
        found.addAll(ground.diagnostics());
        archive = ground.archive();
        site = ground.site();
        rules = new Rules(archive, content.replies());
        found.addAll(rules.judged(memory.catalogue(rules::catalogue)));
        // An error of the catalogue may be two pages of one address: then the texts are read for their mistakes alone.
        sound = ground.templates().usable() && found.stream().noneMatch(Diagnostic::isError);
        gate = new Gate(sound ? memory.sink() : Sink.NOWHERE, content, ground.layouts());
        texts = new TextReader(content, archive);
        index = new SearchIndex(site, gate::put);
        memory.resume(sound);
        data = new DataFiles(gate::stream, memory.published(gate));
    }

    /** Makes all that is to be made; empty where it turns out that it cannot go on from an earlier build. */
    private Optional<Result> compile() {
        try (index;
                data) {
            replies();
            Workers.each(options.threads(), content.hidden(archive), this::draft);
            if (memory.isResumed() && (rules.suspects() || !memory.isFew(made.get()) || !memory.update(index, edits))) {
                return Optional.empty();
            }
            otherTexts();
            if (sound) {
                if (!memory.isResumed()) {
                    listings();
                    assets();
                    index();
                }
                put(SearchPage.of(site, index.root()));
                statistics();
                openData();
                if (!memory.isResumed()) {
                    Sitemap.write(site, gate.paths(), gate::put);
                }
            }
        }
        found.addAll(gate.findings());
        found.addAll(rules.judged(links.found(texts::anchors, this::isWritten)));
        found.addAll(rules.last());
        memory.complete(!rules.suspects());
        return Optional.of(new Result(
                archive,
                made.get(),
                content.drafts(),
                found.stream().distinct().sorted().toList(),
                memory));
    }

    /** Each reply on its own, in parallel: its text is held only while it is worked on. */
    private void replies() {
        Changes changes = new Changes(archive, ground.before());
        progress.begin(Progress.Stage.REPLIES, archive.replies().size());
        Workers.inOrder(options.threads(), archive.replies(), this::reply, made -> {
            masks.add(made.reply.year(), made.outcome.masks());
            data.add(made.reply, made.lines);
            changes.add(made.reply, made.outcome.hash());
            progress.step();
        });
        found.addAll(rules.judged(changes.found(
                new Changes.Files(content.root(), content.replies(), content.ids()),
                reply -> DataFiles.plain(reply, texts.reply(reply).text()))));
    }

    /** A reply of which all is made that it alone decides, with its lines in the data files unless they stay. */
    private record Made(Reply reply, Outcome outcome, Optional<DataFiles.Entry> lines) {}

    private Made reply(Reply reply) {
        Made made = memory.outcome(reply)
                .map(outcome -> new Made(reply, outcome, Optional.empty()))
                .orElseGet(() -> make(reply));
        take(made.outcome);
        return made;
    }

    private Made make(Reply reply) {
        int number = made.incrementAndGet();
        List<Outcome.Beside> asked = memory.look(TextReader.beside(reply));
        TextReader.Read read = texts.reply(reply);
        List<Outcome.Beside> files = memory.look(read.files().values());
        if (sound) {
            put(ReplyPage.of(site, reply, read.text(), read.proposal()), reply.path(), reply.proposalPath());
            if (memory.isResumed() && memory.isFew(number)) {
                edits.add(new SearchIndex.Edit(reply, read.text(), read.proposal()));
            } else if (!memory.isResumed()) {
                index.add(reply, read.text(), read.proposal());
            }
            read.files()
                    .forEach((path, file) -> gate.put(reply.address() + path, texts.bytes(file), content.shown(file)));
        }
        DataFiles.Entry lines = DataFiles.entry(archive, reply, read.text());
        return new Made(reply, outcome(reply, read, lines.hash()).with(asked).with(files), Optional.of(lines));
    }

    /** What a text gives to what is known only when all are read, and what is wrong with it. */
    private Outcome outcome(Reply reply, TextReader.Read read, String hash) {
        List<Diagnostic> wrong = new ArrayList<>(read.diagnostics());
        read.source()
                .map(source -> new Letter(archive, reply, source, read.body(), read.text()))
                .ifPresent(letter -> wrong.addAll(rules.letter(letter)));
        read.asked().ifPresent(asked -> wrong.addAll(rules.text(asked)));
        return new Outcome(
                reply.id(),
                hash,
                wrong,
                Stream.concat(Stream.of(read.text()), read.proposal().stream())
                        .flatMap(text -> text.anchors().stream())
                        .toList(),
                MaskCounts.in(read.sources()),
                List.of(),
                read.files().keySet().stream().map(reply.address()::concat).toList());
    }

    private void take(Outcome outcome) {
        memory.note(outcome);
        found.addAll(rules.judged(outcome.findings()));
        links.add(outcome.links());
    }

    /** The settings, and the pages that are no replies. */
    private void otherTexts() {
        content.settingsFile().ifPresent(file -> {
            masks.add(MaskCounts.NO_YEAR, MaskCounts.in(Stream.of(file)));
            found.addAll(rules.judged(rules.text(file)));
        });
        Workers.each(options.threads(), archive.pages(), file -> {
            TextReader.Read read = texts.page(file);
            links.add(read.text().anchors());
            found.addAll(rules.judged(read.diagnostics()));
            read.source().ifPresent(source -> found.addAll(rules.judged(rules.text(source))));
            masks.add(MaskCounts.NO_YEAR, MaskCounts.in(read.sources()));
            if (sound) {
                put(TextPage.of(site, file, read.text()), file.path());
            }
        });
    }

    /** A reply that is not shown yet: what is wrong with it is said all the same. */
    private void draft(Reply draft) {
        List<Outcome.Beside> asked = memory.look(TextReader.beside(draft));
        take(memory.outcome(draft).orElseGet(() -> {
            TextReader.Read read = texts.reply(draft);
            return outcome(draft, read, "")
                    .with(asked)
                    .with(memory.look(read.files().values()));
        }));
    }

    private void listings() {
        Workers.each(
                options.threads(), Pages.CATALOGUE, type -> type.apply(site).forEach(this::put));
    }

    private void index() {
        List<Runnable> parts = index.parts();
        progress.begin(Progress.Stage.INDEX, parts.size());
        Workers.each(options.threads(), parts, part -> {
            part.run();
            progress.step();
        });
    }

    private void statistics() {
        if (memory.isResumed()) {
            data.keep(memory.file("statistics"));
            return;
        }
        List<Statistics.Period> periods = Statistics.of(site);
        data.put("statistics", Statistics.csv(periods));
        Workers.each(options.threads(), periods, period -> {
            put(StatisticsPage.of(site, periods, period));
            period.files().forEach((path, csv) -> gate.put(path, csv.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** What was masked, and the files for programs with what describes them. */
    private void openData() {
        put(MasksPage.of(site, masks));
        data.put("masks", MasksPage.csv(site, masks));
        List<DataFile> files = data.describe(site);
        memory.note(files);
        put(DataPage.of(site, files));
    }

    private void assets() {
        ground.layouts().below("assets/").stream()
                .filter(asset -> !Scripts.isPart(asset))
                .filter(asset -> !asset.startsWith("assets/form.")
                        || archive.settings().form().isPresent())
                .forEach(asset -> gate.put(asset, asset(asset)));
    }

    private byte[] asset(String name) {
        byte[] bytes = ground.layouts().find(name).orElseThrow();
        return switch (name) {
            case "assets/search/search.js" ->
                Scripts.engine(part -> ground.layouts().find(part).orElseThrow(), bytes);
            case "assets/search/results.js" -> Scripts.page(bytes);
            default -> name.endsWith(".css") ? Layouts.small(bytes) : bytes;
        };
    }

    private void put(Page page, String... origins) {
        gate.put(page.path(), ground.templates().render(page), origins);
    }

    /** Whether there is a file at a path, or a reply whose page or files lie there. Unknown where nothing is written. */
    private boolean isWritten(String path) {
        int slash = path.lastIndexOf('/');
        return !sound
                || gate.has(path)
                || memory.has(path)
                || slash > 0 && archive.find(path.substring(0, slash)).isPresent();
    }
}
