package dafu.publish;

import dafu.cache.Hash;
import dafu.cache.Stamp;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts files into a site, all of them or none.
 *
 * <p>What differs from the site is staged beside it, in {@code .dafu/}. The commit point is one rename, of the list of
 * changes; before it nothing shows in the site, after it the list is applied, and whoever finds a list that was not
 * finished applies it first. Files that no manifest names are foreign: they are neither replaced nor removed.
 */
public final class Publisher implements Sink, AutoCloseable {
    /** No byte. */
    private static final int NONE = 256;

    private final Path site;
    private final Workspace workspace;
    /** What the site has, by its manifest. */
    private SortedMap<String, String> before;
    /** The same as it is known to be there, and the root and the stamp of the manifest under which that is known. */
    private final Map<String, Kept> published = new ConcurrentHashMap<>();

    private String root = "";
    private Optional<Stamp> manifest = Optional.empty();
    /** Whether all of that stays but for what is put or dropped. */
    private boolean keeps;

    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final Map<String, Made> files = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> changed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> foreign = new ConcurrentLinkedQueue<>();
    /** Folders of the stage that are there: to ask the file system for every file costs as much as the file. */
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /** There is no site yet, so nothing in it is to be looked at. */
    private boolean fresh;

    private final FileChannel lockFile;
    private @Nullable FileLock lock;

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

    /** A file as it was published. */
    private record Kept(Made made, Optional<Stamp> stamp) {}

    private Publisher(Path site, Workspace workspace, FileChannel lockFile, FileLock lock) throws IOException {
        this.site = site;
        this.workspace = workspace;
        this.lockFile = lockFile;
        this.lock = lock;
        workspace.finish(site);
        workspace.clear();
        this.before = Manifest.read(site);
        this.fresh = !Files.exists(site, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens a site for one build, and finishes first what an earlier one left unfinished.
     *
     * @throws ConflictException when another run has it open
     */
    public static Publisher open(Path site) throws IOException {
        Path absolute = site.toAbsolutePath().normalize();
        Workspace workspace = Workspace.beside(absolute);
        FileChannel channel = FileChannel.open(workspace.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
            return new Publisher(absolute, workspace, channel, lock);
        } catch (OverlappingFileLockException taken) {
            channel.close();
            throw new ConflictException("another build is writing to " + site, List.of());
        } catch (IOException | RuntimeException failed) {
            channel.close();
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
    public boolean keep(String expected, long[] marks) {
        Stamp now = Stamp.of(site.resolve(Manifest.NAME));
        keeps = now.mark() != 0
                && (expected.equals(root) && manifest.equals(Optional.of(now)) || intact(expected, marks));
        if (keeps) {
            root = expected;
            manifest = Optional.of(now);
        }
        return keeps;
    }

    private boolean intact(String expected, long[] marks) {
        root = "";
        published.clear();
        List<Map.Entry<String, String>> all = List.copyOf(before.entrySet());
        return all.size() == marks.length
                && Hash.of(site.resolve(Manifest.NAME)).equals(expected)
                && IntStream.range(0, marks.length)
                        .parallel()
                        .allMatch(i -> isIntact(all.get(i).getKey(), all.get(i).getValue(), marks[i]));
    }

    private boolean isIntact(String path, String hash, long mark) {
        Stamp stamp = Stamp.of(site.resolve(path));
        published.put(path, new Kept(new Made(stamp.size(), hash), Optional.of(stamp)));
        return stamp.mark() != 0
                && (stamp.mark() == mark || Hash.of(site.resolve(path)).equals(hash));
    }

    private Optional<Made> kept(String path) {
        return keeps && !dropped.contains(path) && !files.containsKey(path)
                ? Optional.ofNullable(published.get(path)).map(Kept::made)
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
        files.clear();
        dropped.clear();
        changed.clear();
        foreign.clear();
        folders.clear();
    }

    /** The marks of all files of the site after a commit, in the order of the manifest. */
    public long[] marks() {
        long now = Stamp.now(workspace.memory().getParent());
        return List.copyOf(before.keySet()).parallelStream()
                .mapToLong(path -> stamp(path).settled(now))
                .toArray();
    }

    private Stamp stamp(String path) {
        Kept known = published.get(path);
        if (known.stamp.isPresent()) {
            return known.stamp.get();
        }
        Stamp stamp = Stamp.of(site.resolve(path));
        published.put(path, new Kept(known.made, Optional.of(stamp)));
        return stamp;
    }

    @Override
    public void put(String path, byte[] content) {
        Made made = new Made(content.length, Hash.of(content));
        try {
            if (isNew(path, made)) {
                Path staged = workspace.staged(path);
                folder(staged.getParent());
                Files.write(staged, content);
                changed.add(path);
            }
            take(path, made);
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
    }

    @Override
    public OutputStream stream(String path) {
        Path staged = workspace.staged(path);
        try {
            folder(staged.getParent());
            MessageDigest digest = Hash.digest();
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(staged), 64 << 10);
            return new DigestOutputStream(file, digest) {
                @Override
                public void close() throws IOException {
                    super.close();
                    Made made = new Made(Files.size(staged), HexFormat.of().formatHex(digest.digest()));
                    if (isNew(path, made)) {
                        changed.add(path);
                    } else {
                        Files.delete(staged);
                    }
                    take(path, made);
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
            patch(in, out, new TreeMap<>(lines), path.endsWith(".csv") ? '"' : NONE);
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
        return files.get(path);
    }

    private static void patch(InputStream in, OutputStream out, SortedMap<Integer, byte[]> left, int quote)
            throws IOException {
        byte[] buffer = new byte[64 << 10];
        int line = 0;
        int next = left.firstKey();
        boolean quoted = false;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < count && next >= 0; i++) {
                quoted ^= buffer[i] == quote;
                if (buffer[i] == '\n' && !quoted) {
                    if (line == next) {
                        out.write(left.remove(next));
                        next = left.isEmpty() ? -1 : left.firstKey();
                        from = i + 1;
                    } else if (line + 1 == next) {
                        out.write(buffer, from, i + 1 - from);
                        from = i + 1;
                    }
                    line++;
                }
            }
            if (line != next) {
                out.write(buffer, from, count - from);
            }
        }
    }

    private void take(String path, Made made) {
        if (files.putIfAbsent(path, made) != null) {
            throw new IllegalStateException("two files for " + path);
        }
    }

    /** Tells of every file that has been put or kept, and of its size. */
    public void sizes(ObjLongConsumer<String> taker) {
        files.forEach((path, file) -> taker.accept(path, file.bytes()));
        published.keySet().forEach(path -> kept(path).ifPresent(made -> taker.accept(path, made.bytes())));
    }

    /** Whether a file has been put or kept at a path. */
    public boolean has(String path) {
        return files.containsKey(path) || kept(path).isPresent();
    }

    private void folder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            Files.createDirectories(folder);
            folders.add(folder);
        }
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
        if (there && (!before.containsKey(path) || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS))) {
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
                    && !before.containsKey(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes the site what was put, and nothing else of what an earlier build made.
     *
     * @throws ConflictException when foreign files stand where files should go; then nothing has changed
     */
    public Result commit() throws IOException {
        if (!foreign.isEmpty()) {
            throw new ConflictException(
                    "files that this program did not make are in the way",
                    foreign.stream().distinct().sorted().toList());
        }
        SortedMap<String, String> now = keeps ? new TreeMap<>(before) : new TreeMap<>();
        dropped.forEach(now::remove);
        files.forEach((path, file) -> now.put(path, file.hash()));
        byte[] lines = Manifest.write(now);
        List<String> removed = (keeps ? dropped : before.keySet())
                .stream()
                        .filter(path -> before.containsKey(path)
                                && !now.containsKey(path)
                                && barrier(path).isEmpty())
                        .sorted()
                        .toList();
        int written = changed.size();
        int pages =
                (int) changed.stream().filter(path -> path.endsWith(".html")).count();
        int newPages = (int) changed.stream()
                .filter(path -> path.endsWith(".html") && !before.containsKey(path))
                .count();
        root = Hash.of(lines);
        Path list = site.resolve(Manifest.NAME);
        if (written > 0
                || !removed.isEmpty()
                || !Files.exists(list)
                || !Hash.of(list).equals(root)) {
            Files.createDirectories(workspace.staged(Manifest.NAME).getParent());
            Files.write(workspace.staged(Manifest.NAME), lines);
            workspace.commit(new ArrayList<>(changed), removed);
            workspace.finish(site);
        }
        if (!keeps) {
            published.clear();
        }
        dropped.forEach(published::remove);
        files.forEach((path, file) -> published.put(path, new Kept(file, Optional.empty())));
        before = now;
        fresh = false;
        manifest = Optional.of(Stamp.of(list));
        restart();
        long bytes =
                published.values().stream().mapToLong(file -> file.made.bytes()).sum();
        return new Result(now.size(), bytes, written, newPages, pages - newPages, removed.size(), root);
    }

    /** Gives the site free; what was put and not committed is gone. */
    @Override
    public void close() throws IOException {
        try {
            workspace.clear();
        } finally {
            if (lock != null) {
                lock.close();
                lock = null;
            }
            lockFile.close();
        }
    }

    /** SHA-256 of a text in lower-case hexadecimal. */
    public static String hash(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
