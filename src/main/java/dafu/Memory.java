package dafu;

import dafu.Outcome.Beside;
import dafu.cache.Print;
import dafu.cache.Saved;
import dafu.cache.Stamp;
import dafu.data.DataFiles;
import dafu.model.Archive.PageFile;
import dafu.model.OpenData.DataFile;
import dafu.model.Reply;
import dafu.publish.Publisher;
import dafu.publish.Sink;
import dafu.publish.Sink.Made;
import dafu.read.Content;
import dafu.read.Head;
import dafu.read.Known;
import dafu.read.Listing;
import dafu.search.SearchIndex;
import dafu.text.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a build of a site leaves for the next, so that only what changed is made again.
 *
 * <p>It counts only under the same key: program, options, layouts and settings. Then the front matter of a file that is as
 * it was is not read again. Where the whole catalogue is the same and the site is what was published, the build goes on
 * from there: the page of a reply whose files are as they were stays, and its {@link Outcome} stands for its text. In any
 * other case all is made anew. A build that does not commit leaves nothing.
 */
public final class Memory {
    private static final int FEW = 32;

    private final Options options;
    private final Sink sink;
    private final Optional<Publisher> site;
    private final String key;
    private final long began;
    private final Remembered before;
    private final Optional<Ground> earlier;
    private final Known known;
    private final Map<String, Outcome> outcomes;
    private final List<Outcome> now = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Print> prints = new HashMap<>();
    private Optional<Content> content = Optional.empty();
    private Optional<Ground> ground = Optional.empty();
    private List<Diagnostic> catalogue = List.of();
    private List<DataFile> files = List.of();
    private Optional<Remembered> saved = Optional.empty();
    private boolean same;
    private boolean resumed;
    private boolean whole;

    /**
     * What is saved.
     *
     * @param root the hash of the site's manifest
     * @param whole whether a build may go on from there
     * @param names of all files of the content folder
     * @param catalogue what was found wrong with it, before it was judged
     * @param files those of the data
     * @param marks of the files of the site
     */
    record Remembered(
            String root,
            boolean whole,
            List<String> names,
            List<PageFile> pages,
            List<Head> heads,
            List<Outcome> outcomes,
            List<Diagnostic> catalogue,
            List<DataFile> files,
            long[] marks) {
        static final Remembered NOTHING = new Remembered(
                "", false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), new long[0]);
    }

    private Memory(
            Options options,
            Sink sink,
            Optional<Publisher> site,
            String key,
            Remembered before,
            Optional<Ground> earlier,
            Optional<Listing> names,
            Optional<Set<Path>> changed) {
        this.options = options;
        this.sink = sink;
        this.site = site;
        this.key = key;
        this.before = before;
        this.earlier = earlier;
        this.began = site.isEmpty() ? 0 : Stamp.now(site.get().memory().getParent());
        this.known = new Known(
                before.heads.stream().collect(Collectors.toMap(Head::id, Function.identity())), names, changed);
        this.outcomes = before.outcomes.stream().collect(Collectors.toMap(Outcome::id, Function.identity()));
    }

    /** Of a build that goes on from none in this process. */
    private static Memory begin(Options options, Sink sink, Optional<Publisher> site, String key, Remembered before) {
        return new Memory(options, sink, site, key, before, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of a build that neither goes on from another nor is gone on from. */
    static Memory none(Options options, Sink sink) {
        return begin(options, sink, Optional.empty(), "", Remembered.NOTHING);
    }

    /** What the last build of a site has left. */
    public static Memory of(Publisher site, Options options) throws IOException {
        String key = Program.key(options);
        return begin(
                options,
                site,
                Optional.of(site),
                key,
                Saved.read(site.memory(), key, Remembered.class).orElse(Remembered.NOTHING));
    }

    /**
     * What this build has left, if it was saved, else what it began with: for the next one in this process.
     *
     * @param changed the files of content and layouts that may have changed since this one began; nothing where any may
     */
    public Memory next(Optional<Set<Path>> changed) throws IOException {
        site.ifPresent(Publisher::restart);
        boolean done = saved.isPresent();
        Optional<Set<Path>> since = changed.flatMap(last -> (done ? Optional.of(Set.<Path>of()) : known.changed())
                .map(before -> Stream.of(before, last).flatMap(Set::stream).collect(Collectors.toSet())));
        Optional<Listing> names = done ? content.map(Content::listing) : known.listing();
        boolean texts = since.isPresent()
                && names.filter(all -> since.get().stream().allMatch(all::isOfTexts))
                        .isPresent();
        return texts || Program.key(options).equals(key)
                ? new Memory(options, sink, site, key, saved.orElse(before), done ? ground : earlier, names, since)
                : of(site.orElseThrow(), options);
    }

    /** The same of which nothing is used, and a site to which nothing was put. */
    Memory forgotten() {
        site.ifPresent(Publisher::restart);
        return begin(options, sink, site, key, Remembered.NOTHING);
    }

    Options options() {
        return options;
    }

    Sink sink() {
        return sink;
    }

    /** What is known of the catalogue, where it may be asked for again. */
    Optional<Known> known() {
        return site.map(wanted -> known);
    }

    /** What the pages of a catalogue are made from: as before, if it is as it was. */
    Ground ground(Content read) {
        content = Optional.of(read);
        same = site.isPresent()
                && before.whole
                && isLittle(read.heads())
                && names(read).equals(before.names)
                && read.pages().equals(before.pages)
                && isSame(read.heads());
        if (same) {
            read.heads().forEach(head -> prints.put(head.id(), head.print()));
        }
        Ground all = earlier.filter(known -> same).orElseGet(() -> Ground.of(options, read));
        ground = Optional.of(all);
        return all;
    }

    /** What is wrong with the catalogue, looked for if it is another one. */
    List<Diagnostic> catalogue(Supplier<List<Diagnostic>> look) {
        catalogue = same ? before.catalogue : look.get();
        return catalogue;
    }

    /** Goes on from the earlier build if the catalogue is that of it, and its site is there; then all of it is kept. */
    void resume(boolean sound) {
        resumed = same && sound && site.orElseThrow().keep(before.root, before.marks);
    }

    boolean isResumed() {
        return resumed;
    }

    /** Notes the files of the data. */
    void note(List<DataFile> all) {
        files = all;
    }

    /** A file of the data as the earlier build left it. */
    DataFile file(String name) {
        return before.files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the published search index could be brought up to date; then it is. */
    boolean update(SearchIndex index, Collection<SearchIndex.Edit> edits) {
        Publisher publisher = site.orElseThrow();
        Optional<Set<String>> replaced = index.update(List.copyOf(edits), publisher::published);
        replaced.ifPresent(paths -> paths.forEach(publisher::drop));
        return replaced.isPresent();
    }

    /** Whether so many edited texts may be held, and going on is less work than making all anew. */
    boolean isFew(long edits) {
        return edits <= FEW + before.heads.size() / FEW;
    }

    private boolean isLittle(List<Head> now) {
        long same = now.stream()
                .filter(head -> earlier(head.id()).isSame(head.print()))
                .count();
        return isFew(now.size() - same);
    }

    private Print earlier(String id) {
        Head head = known.heads().get(id);
        return head == null ? Print.NONE : head.print();
    }

    private boolean isSame(List<Head> heads) {
        return heads.size() == before.heads.size()
                && IntStream.range(0, heads.size()).allMatch(i -> heads.get(i).isSame(before.heads.get(i)));
    }

    private static List<String> names(Content read) {
        return Stream.concat(read.ids().stream(), read.files().stream()).toList();
    }

    /** What a reply gave, if this build goes on and all its files are as they were; if they are not, what it published goes. */
    Optional<Outcome> outcome(Reply reply) {
        Outcome earlier = resumed ? outcomes.get(reply.id()) : null;
        if (earlier == null) {
            return Optional.empty();
        }
        List<Beside> beside = new ArrayList<>(0);
        boolean same = earlier(reply.id()).isSame(prints.get(reply.id()));
        for (Beside file : earlier.beside()) {
            Print print = print(file.file(), file.print());
            same &= print.isSame(file.print());
            beside.add(new Beside(file.file(), print));
        }
        if (!same) {
            earlier.files().forEach(site.orElseThrow()::drop);
        }
        return same ? Optional.of(beside.isEmpty() ? earlier : earlier.having(beside)) : Optional.empty();
    }

    /** Looks at files before they are read, where somebody will ask whether they are as they were. */
    List<Beside> look(Collection<String> files) {
        return site.isEmpty()
                ? List.of()
                : files.stream()
                        .map(file -> new Beside(file, print(file, Print.NONE)))
                        .toList();
    }

    private Print print(String file, Print before) {
        Path path = content.orElseThrow().path(file);
        boolean touched = known.changed().filter(all -> !all.contains(path)).isEmpty();
        return touched || before.equals(Print.NONE) ? Print.of(path, before) : before;
    }

    /** Says whether this build has noted all that the next needs to go on from it. */
    void complete(boolean all) {
        whole = all;
    }

    void note(Outcome outcome) {
        if (site.isPresent()) {
            now.add(outcome);
        }
    }

    /** Where a build may write the data files by their changed lines alone. */
    Optional<DataFiles.Published> published(Sink sink) {
        return resumed
                ? Optional.of((name, path, lines, records) -> {
                    Made made = sink.patch(path, lines);
                    return new DataFile(name, path, made.bytes(), made.hash(), records);
                })
                : Optional.empty();
    }

    /**
     * Leaves what this build has noted, when it has committed.
     *
     * @param root the hash of the site's manifest
     * @return whether it could; the next build can do without
     */
    public boolean save(String root) {
        try {
            write(root);
            return true;
        } catch (IOException | UncheckedIOException noRoom) {
            return false;
        }
    }

    private void write(String root) throws IOException {
        Publisher publisher = site.orElseThrow();
        Content read = content.orElseThrow();
        List<Head> kept = read.heads().parallelStream().map(this::kept).toList();
        List<Outcome> noted = now.parallelStream()
                .map(outcome -> outcome.having(outcome.beside().stream()
                        .map(file -> new Beside(file.file(), kept(file.file(), file.print(), earlier(outcome))))
                        .toList()))
                .toList();
        Remembered all = new Remembered(
                root, whole, names(read), read.pages(), kept, noted, catalogue, files, publisher.marks());
        Saved.write(publisher.memory(), key, all);
        saved = Optional.of(all);
    }

    private Head kept(Head head) {
        Print print = kept(head.file(), head.print(), List.of(earlier(head.id())));
        return print == head.print() ? head : head.with(print);
    }

    private List<Print> earlier(Outcome outcome) {
        Outcome before = outcomes.get(outcome.id());
        return before == null
                ? List.of()
                : before.beside().stream().map(Beside::print).toList();
    }

    /** A print that was taken from the earlier build says nothing of when this one read the file. */
    private Print kept(String file, Print print, List<Print> earlier) {
        Path path = content.orElseThrow().path(file);
        return earlier.stream().anyMatch(known -> known == print)
                ? print.settled(path, began)
                : print.kept(path, began);
    }

    /** Whether a file of the earlier site is kept. */
    boolean has(String path) {
        return resumed && site.orElseThrow().has(path);
    }
}
