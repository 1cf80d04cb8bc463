package dafu.publish;

import dafu.cache.Hash;
import dafu.cache.Stamp;
import dafu.publish.Inventory.File;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;

/**
 * Puts files into a site, all of them or none.
 *
 * <p>What differs from the site is staged beside it, in {@code .dafu/}. The commit point is one rename, of the list of
 * changes; before it nothing shows in the site, after it the list is applied, and whoever finds a list that was not
 * finished applies it first. Files that no manifest names are foreign: they are neither replaced nor removed.
 */
public final class Publisher implements Sink, AutoCloseable {
    private final Path site;
    private final Workspace workspace;
    private final Published published;
    /** Whether all that is published stays but for what is put or dropped. */
    private boolean keeps;
    /** There is no site yet, so nothing in it is to be looked at. */
    private boolean fresh;

    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private Inventory files = new Inventory();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();

    /**
     * What a commit did.
     *
     * @param files how many files the site has, the manifest not counted
     * @param bytes their size
     * @param written how many were new or changed
     * @param newPages how many of these are pages that were not there before
     * @param changedPages how many of these are pages that were
     * @param removed how many were there before and are no more
     * @param root the hash of the manifest, which stands for the whole site
     */
    public record Result(
            int files, long bytes, int written, int newPages, int changedPages, int removed, String root) {}

    private Publisher(Path site, Workspace workspace) throws IOException {
        this.site = site;
        this.workspace = workspace;
        finish();
        workspace.clear();
        this.published = new Published(site);
        this.fresh = !Files.exists(site, LinkOption.NOFOLLOW_LINKS);
    }

    private void finish() throws UnfinishedException {
        try {
            workspace.changes().finish(site);
        } catch (IOException failed) {
            throw new UnfinishedException(failed);
        } catch (UncheckedIOException failed) {
            throw new UnfinishedException(failed.getCause());
        }
    }

    /**
     * Opens a site for one build, and finishes first what an earlier one left unfinished.
     *
     * @throws ConflictException when another run has it open
     * @throws UnfinishedException when that cannot be finished
     */
    public static Publisher open(Path site) throws IOException {
        Path real = Workspace.real(site);
        Workspace workspace = Workspace.open(real);
        try {
            return new Publisher(real, workspace);
        } catch (IOException | RuntimeException failed) {
            workspace.close();
            throw failed;
        }
    }

    /** Where a build may leave something for the next; never part of the site. */
    public Path memory() {
        return workspace.memory();
    }

    /**
     * Keeps the whole site, if it is what was published: from here on, what is put takes the place of what was there.
     *
     * @param root the hash of its manifest
     * @param marks those of its files, in the order of the manifest, 0 where one is not known
     * @return whether every file is as it was; else nothing is kept
     */
    public boolean keep(String root, long[] marks) {
        keeps = published.isIntact(root, marks);
        return keeps;
    }

    private Optional<Made> kept(String path) {
        return keeps && !dropped.contains(path) && !files.has(path)
                ? published.files().find(path).map(File::made)
                : Optional.empty();
    }

    /** Keeps a file no longer, unless it is put. */
    public void drop(String path) {
        dropped.add(path);
    }

    /** The bytes of a file that is kept. */
    public Optional<byte[]> published(String path) {
        try {
            return kept(path).isPresent() ? Optional.of(Files.readAllBytes(site.resolve(path))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
    }

    /** Takes back all that was put and kept since the last commit. */
    public void restart() {
        workspace.clear();
        keeps = false;
        files = new Inventory();
        dropped.clear();
        foreign.clear();
    }

    /** The marks of all files of the site after a commit, in the order of the manifest. */
    public long[] marks() {
        return published.marks(Stamp.now(workspace.memory().getParent()));
    }

    @Override
    public void put(String path, byte[] content) {
        Made made = new Made(content.length, Hash.of(content));
        try {
            boolean isNew = isNew(path, made);
            if (isNew) {
                Files.write(workspace.stage(path), content);
            }
            take(path, made, isNew);
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
    }

    @Override
    public OutputStream stream(String path) {
        try {
            Path staged = workspace.stage(path);
            MessageDigest digest = Hash.digest();
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(staged), 64 << 10);
            return new DigestOutputStream(file, digest) {
                @Override
                public void close() throws IOException {
                    super.close();
                    Made made = new Made(Files.size(staged), HexFormat.of().formatHex(digest.digest()));
                    boolean isNew = isNew(path, made);
                    if (!isNew) {
                        Files.delete(staged);
                    }
                    take(path, made, isNew);
                }
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
    }

    @Override
    public Made patch(String path, SortedMap<Integer, byte[]> lines) {
        Optional<Made> same = kept(path);
        if (lines.isEmpty()) {
            return same.orElseThrow();
        }
        try (InputStream in = Files.newInputStream(site.resolve(path));
                OutputStream out = stream(path)) {
            Lines.replace(in, out, lines, path.endsWith(".csv") ? '"' : -1);
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
        return files.find(path).orElseThrow().made();
    }

    private void take(String path, Made made, boolean isNew) {
        if (!files.putIfAbsent(path, made, isNew)) {
            throw new IllegalStateException("two files for " + path);
        }
    }

    /** Tells of every file that has been put or kept, and of its size. */
    public void sizes(ObjLongConsumer<String> taker) {
        all().files().forEach(file -> taker.accept(file.path(), file.bytes()));
    }

    /** What the site will be. */
    private Inventory all() {
        if (!keeps) {
            return files;
        }
        Inventory all = new Inventory(published.files());
        dropped.forEach(all::remove);
        files.files().forEach(file -> all.put(file.path(), file.made(), file.isStaged()));
        return all;
    }

    /** Whether a file has been put or kept at a path. */
    public boolean has(String path) {
        return files.has(path) || kept(path).isPresent();
    }

    /** Whether a file differs from the site's, and may go there; what is in its way is remembered. */
    private boolean isNew(String path, Made made) throws IOException {
        Optional<Made> kept = kept(path);
        if (fresh || kept.isPresent()) {
            return !kept.equals(Optional.of(made));
        }
        Path target = site.resolve(path);
        Optional<String> barrier = barrier(path);
        if (barrier.isPresent()) {
            foreign.add(barrier.get());
            return false;
        }
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && made.equals(made(target))) {
            return false;
        }
        if (there && (!published.files().has(path) || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS))) {
            foreign.add(path);
            return false;
        }
        return true;
    }

    private static Made made(Path file) throws IOException {
        return new Made(Files.size(file), Hash.of(file));
    }

    /** What stands where one of a path's folders should be and is none; a link is not followed. */
    private Optional<String> barrier(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash);
            Path folder = site.resolve(above);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !published.files().has(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes the site what was put, and nothing else of what an earlier build made.
     *
     * @throws ConflictException when foreign files stand where files should go; then nothing has changed
     * @throws UnfinishedException when the disk gives out after the commit point
     */
    public Result commit() throws IOException {
        if (!foreign.isEmpty()) {
            throw new ConflictException(
                    "files that this program did not make are in the way",
                    foreign.stream().sorted().toList());
        }
        Inventory before = published.files();
        Inventory now = all();
        Set<String> removed = new TreeSet<>();
        (keeps ? dropped.stream() : before.inAnyOrder().map(File::path))
                .filter(path ->
                        before.has(path) && !now.has(path) && barrier(path).isEmpty())
                .forEach(removed::add);
        int written = 0;
        int newPages = 0;
        int changedPages = 0;
        for (File file : (Iterable<File>) files.inAnyOrder().filter(File::isStaged)::iterator) {
            written++;
            String path = file.path();
            if (path.endsWith(".html")) {
                changedPages += before.has(path) ? 1 : 0;
                newPages += before.has(path) ? 0 : 1;
            }
        }
        Path list = site.resolve(Manifest.NAME);
        String root = Files.exists(list) ? Hash.of(list) : "";
        if (written > 0 || !removed.isEmpty() || !root.equals(Manifest.write(now, OutputStream.nullOutputStream()))) {
            try (OutputStream out = Files.newOutputStream(workspace.stage(Manifest.NAME))) {
                root = Manifest.write(now, out);
            }
            workspace.changes().commit(removed);
            finish();
        }
        published.become(now, root);
        fresh = false;
        restart();
        return new Result(now.size(), published.bytes(), written, newPages, changedPages, removed.size(), root);
    }

    /** Gives the site free; what was put and not committed is gone. */
    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
