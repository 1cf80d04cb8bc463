package dafu;

import dafu.check.Changes;
import dafu.check.Letter;
import dafu.check.LinkTargets;
import dafu.check.Rules;
import dafu.data.DataFiles;
import dafu.model.Archive;
import dafu.model.Deployed;
import dafu.model.MaskCounts;
import dafu.model.Page;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Strings;
import dafu.page.MasksPage;
import dafu.page.Pages;
import dafu.page.ReplyPage;
import dafu.page.SearchPage;
import dafu.page.TextPage;
import dafu.publish.Sink;
import dafu.read.ArchiveReader;
import dafu.read.Content;
import dafu.read.DeployedReader;
import dafu.read.TextReader;
import dafu.render.Layouts;
import dafu.render.Templates;
import dafu.search.Scripts;
import dafu.search.SearchIndex;
import dafu.text.Diagnostic;
import dafu.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The pipeline, top to bottom: read the catalogue, check it, then turn each reply into its page, then make what needs the
 * whole catalogue. Data moves one way, and whoever holds the sink decides whether any of it is published.
 */
public final class Build {
    private final ConcurrentLinkedQueue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    private final LinkTargets links = new LinkTargets();

    /**
     * What a build made.
     *
     * @param diagnostics everything that was noticed, in the order of the files; with an error among them nothing may be
     *     published
     */
    public record Result(Archive archive, int drafts, List<Diagnostic> diagnostics) {
        public int replies() {
            return archive.replies().size();
        }

        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(Diagnostic::isError);
        }
    }

    private Build() {}

    /** Compiles an archive into a sink; nothing is written elsewhere, and nothing depends on a clock. */
    public static Result run(Options options, Sink sink) {
        return new Build().compile(options, sink);
    }

    private Result compile(Options options, Sink out) {
        Recorded sink = new Recorded(out);
        Deployed before = options.against().map(DeployedReader::read).orElse(Deployed.NOTHING);
        Content content = keep(ArchiveReader.read(options.content(), options.contentName()));
        Archive archive = content.archive(options.drafts(), options.asOf());
        Layouts layouts = new Layouts(options.layouts(), options.layoutsName());
        Strings strings = keep(SiteStrings.read(layouts, archive.settings().languageTag()));
        Templates templates = keep(Templates.load(layouts, strings, Pages.views()));
        Rules rules = new Rules(archive, content.replies());
        found.addAll(rules.catalogue());
        Result result = new Result(archive, content.drafts(), List.of());
        // An error of the catalogue may be two pages of one address: then the texts are read for their mistakes alone.
        boolean sound = templates.usable() && found.stream().noneMatch(Diagnostic::isError);
        Site site = new Site(archive, strings);
        TextReader texts = new TextReader(content, archive);
        MaskCounts masks = new MaskCounts();
        content.settingsFile().ifPresent(file -> {
            masks.add(MaskCounts.NO_YEAR, Stream.of(file));
            found.addAll(rules.text(file));
        });
        Gate gate = new Gate(sound ? sink : Sink.NOWHERE, content, layouts);

        Changes changes = new Changes(archive, before);
        SearchIndex index = new SearchIndex(site, gate::put);
        DataFiles data = new DataFiles(gate::stream);
        Function<Reply, DataFiles.Entry> work = reply -> {
            TextReader.Read read = texts.reply(reply);
            check(rules, archive, reply, read);
            masks.add(reply.year(), read.sources());
            if (sound) {
                Page page = ReplyPage.of(site, reply, read.text(), read.proposal());
                gate.put(page.path(), templates.render(page), reply.path(), reply.proposalPath());
                index.add(reply, read.text(), read.proposal());
                read.files()
                        .forEach((path, file) ->
                                gate.put(reply.address() + path, texts.bytes(file), content.shown(file)));
            }
            return DataFiles.entry(archive, reply, read.text());
        };
        try (data) {
            Workers.inOrder(options.threads(), archive.replies(), work, entry -> {
                data.add(entry);
                changes.add(entry.reply(), entry.hash());
            });
        }
        found.addAll(rules.judged(changes.found(
                new Changes.Files(content.root(), content.replies(), content.ids()),
                reply -> DataFiles.plain(reply, texts.reply(reply).text()))));
        Workers.each(
                options.threads(), content.hidden(archive), draft -> check(rules, archive, draft, texts.reply(draft)));
        Workers.each(options.threads(), archive.pages(), file -> {
            TextReader.Read read = texts.page(file);
            links.add(read.text());
            found.addAll(rules.judged(read.diagnostics()));
            read.source().ifPresent(source -> found.addAll(rules.text(source)));
            masks.add(MaskCounts.NO_YEAR, read.sources());
            if (sound) {
                Page page = TextPage.of(site, file, read.text());
                gate.put(page.path(), templates.render(page), file.path());
            }
        });
        if (!sound) {
            found.addAll(rules.judged(links.found(texts::anchors, address -> true)));
            return finish(result);
        }
        Workers.each(
                options.threads(),
                Pages.CATALOGUE,
                type -> type.pages(site).forEach(page -> gate.put(page.path(), templates.render(page))));
        try (index) {
            Workers.each(options.threads(), index.parts(), Runnable::run);
            Page search = SearchPage.of(site, index.root());
            gate.put(search.path(), templates.render(search));
        }
        Page ledger = MasksPage.of(site, masks);
        gate.put(ledger.path(), templates.render(ledger));
        gate.put("data/masks.csv", MasksPage.csv(site, masks).getBytes(StandardCharsets.UTF_8));
        layouts.below("assets/").stream()
                .filter(asset -> !Scripts.isPart(asset))
                .forEach(asset -> {
                    byte[] bytes = layouts.find(asset).orElseThrow();
                    gate.put(
                            asset,
                            switch (asset) {
                                case "assets/search/search.js" ->
                                    Scripts.engine(part -> layouts.find(part).orElseThrow(), bytes);
                                case "assets/search/results.js" -> Scripts.page(bytes);
                                default -> bytes;
                            });
                });
        found.addAll(gate.findings());
        found.addAll(rules.judged(links.found(texts::anchors, path -> sink.has(path) || isBelow(archive, path))));
        found.addAll(rules.last());
        return finish(result);
    }

    /** Whether a path is that of a reply's page or of what lies beside it. */
    private static boolean isBelow(Archive archive, String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 && archive.find(path.substring(0, slash)).isPresent();
    }

    private void check(Rules rules, Archive archive, Reply reply, TextReader.Read read) {
        found.addAll(rules.judged(read.diagnostics()));
        links.add(read.text());
        read.proposal().ifPresent(links::add);
        read.source()
                .map(source -> new Letter(archive, reply, source, read.body(), read.text()))
                .ifPresent(letter -> found.addAll(rules.letter(letter)));
        read.asked().ifPresent(asked -> found.addAll(rules.text(asked)));
    }

    private <T> T keep(Parsed<T> parsed) {
        found.addAll(parsed.diagnostics());
        return parsed.value();
    }

    private Result finish(Result result) {
        return new Result(
                result.archive,
                result.drafts,
                found.stream().distinct().sorted().toList());
    }
}
