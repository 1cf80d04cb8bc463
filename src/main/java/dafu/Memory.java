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
import dafu.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    private final Path content;
    private final Optional<Publisher> site;
    private final String key;
    private final long began;
    private final Remembered before;
    private final Map<String, Head> heads;
    private final Map<String, Outcome> outcomes;
    private final Map<String, Outcome> now = new ConcurrentHashMap<>();
    private final Map<String, Print> prints = new HashMap<>();
    private Optional<Content> catalogue = Optional.empty();
    private boolean resumed;
    private boolean whole;

    /**
     * What is saved.
     *
     * @param root the hash of the site's manifest
     * @param whole whether a build may go on from there
     * @param names of all files of the content folder
     * @param marks of the files of the site
     */
    record Remembered(
            String root,
            boolean whole,
            List<String> names,
            List<PageFile> pages,
            List<Head> heads,
            List<Outcome> outcomes,
            long[] marks) {
        static final Remembered NOTHING =
                new Remembered("", false, List.of(), List.of(), List.of(), List.of(), new long[0]);
    }

    private Memory(Path content, Optional<Publisher> site, String key, Remembered before) throws IOException {
        this.content = content;
        this.site = site;
        this.key = key;
        this.before = before;
        this.began = site.isEmpty() ? 0 : Stamp.now(site.get().memory().getParent());
        this.heads = before.heads.stream().collect(Collectors.toMap(Head::id, Function.identity()));
        this.outcomes = before.outcomes.stream().collect(Collectors.toMap(Outcome::id, Function.identity()));
    }

    /** Of a build that neither goes on from another nor is gone on from. */
    static Memory none() {
        try {
            return new Memory(Path.of(""), Optional.empty(), "", Remembered.NOTHING);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Memory of(Publisher site, Options options) {
        try {
            String key = Program.key(options);
            return new Memory(
                    options.content(),
                    Optional.of(site),
                    key,
                    Saved.read(site.memory(), key, Remembered.class).orElse(Remembered.NOTHING));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same of which nothing is used, and a site to which nothing was put. */
    Memory forgotten() {
        try {
            site.ifPresent(Publisher::restart);
            return new Memory(content, site, key, Remembered.NOTHING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The heads that are known, where they are wanted again. */
    Optional<Map<String, Head>> heads() {
        return site.map(wanted -> heads);
    }

    /** Goes on from the earlier build if this catalogue is that of it, and its site is there; then all of it is kept. */
    void resume(Content read, boolean sound) {
        catalogue = Optional.of(read);
        read.heads().forEach(head -> prints.put(head.id(), head.print()));
        try {
            resumed = sound
                    && before.whole
                    && isLittle(read.heads())
                    && names(read).equals(before.names)
                    && read.pages().equals(before.pages)
                    && isSame(read.heads())
                    && site.orElseThrow().keep(before.root, before.marks);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isResumed() {
        return resumed;
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
                .filter(head -> heads.containsKey(head.id())
                        && heads.get(head.id()).print().isSame(head.print()))
                .count();
        return isFew(now.size() - same);
    }

    private boolean isSame(List<Head> heads) {
        return heads.size() == before.heads.size()
                && IntStream.range(0, heads.size()).allMatch(i -> heads.get(i).isSame(before.heads.get(i)));
    }

    private static List<String> names(Content read) {
        return List.copyOf(new TreeSet<>(
                Stream.concat(read.ids().stream(), read.files().stream()).toList()));
    }

    /** What a reply gave, if this build goes on and all its files are as they were; if they are not, what it published goes. */
    Optional<Outcome> outcome(Reply reply) {
        Outcome earlier = resumed ? outcomes.get(reply.id()) : null;
        if (earlier == null) {
            return Optional.empty();
        }
        List<Beside> beside = earlier.beside().stream()
                .map(file -> new Beside(file.file(), print(file.file(), file.print())))
                .toList();
        boolean same = heads.get(reply.id()).print().isSame(prints.get(reply.id()))
                && IntStream.range(0, beside.size())
                        .allMatch(i -> beside.get(i)
                                .print()
                                .isSame(earlier.beside().get(i).print()));
        if (!same) {
            earlier.files().forEach(site.orElseThrow()::drop);
        }
        return same ? Optional.of(earlier.having(beside)) : Optional.empty();
    }

    /** Looks at files before they are read, where somebody will ask whether they are as they were. */
    List<Beside> look(Collection<String> files) {
        return site.isEmpty()
                ? List.of()
                : files.stream()
                        .map(file -> new Beside(file, print(file, Print.NONE)))
                        .toList();
    }

    private Print print(String file, Print known) {
        try {
            return Print.of(content.resolve(file), known);
        } catch (IOException failed) {
            throw new UncheckedIOException(file, failed);
        }
    }

    /** Says whether this build has noted all that the next needs to go on from it. */
    void complete(boolean all) {
        whole = all;
    }

    void note(Outcome outcome) {
        if (site.isPresent()) {
            now.put(outcome.id(), outcome);
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
     */
    public void save(String root) throws IOException {
        Publisher publisher = site.orElseThrow();
        Content read = catalogue.orElseThrow();
        List<Head> kept = read.heads().parallelStream().map(this::kept).toList();
        List<Outcome> noted = now.values().parallelStream()
                .map(outcome -> outcome.having(outcome.beside().stream()
                        .map(file -> new Beside(file.file(), kept(file.file(), file.print())))
                        .toList()))
                .toList();
        Saved.write(
                publisher.memory(),
                key,
                new Remembered(root, whole, names(read), read.pages(), kept, noted, publisher.marks()));
    }

    private Head kept(Head head) {
        Head earlier = heads.get(head.id());
        boolean same = earlier != null
                && earlier.print() == head.print()
                && head.print().mark() != 0;
        return same ? head : head.with(kept(head.file(), head.print()));
    }

    private Print kept(String file, Print print) {
        try {
            return print.kept(content.resolve(file), began);
        } catch (IOException failed) {
            throw new UncheckedIOException(file, failed);
        }
    }

    /** Whether a file of the earlier site is kept. */
    boolean has(String path) {
        return resumed && site.orElseThrow().has(path);
    }
}
