package dafu.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a build keeps beside its site, in {@code .dafu/<name of the site>/}, where one build works at a time. */
final class Workspace implements AutoCloseable {
    private static final int FOLDERS = 1 << 14;

    private final Path folder;
    /** Held here, since the virtual machine forgets a lock that nobody refers to. */
    private final FileLock lock;

    /** Folders of the stage that are there, not all of many: to ask the file system for every file costs as much as the file. */
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    private Workspace(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens the workspace of a site, unless another build has it open. */
    static Workspace open(Path site) throws IOException {
        if (site.getParent() == null) {
            throw new IOException("a site cannot be the root folder: " + site);
        }
        Path folder = Files.createDirectories(beside(site));
        Path ignore = folder.resolveSibling(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Workspace(folder, lock);
            }
        } catch (OverlappingFileLockException itIsThisProcess) {
            // It is taken all the same.
        }
        channel.close();
        throw new ConflictException("another build is writing to " + site, List.of());
    }

    /** A site's own folder: one that two links lead to is one. */
    static Path real(Path site) throws IOException {
        return Files.exists(site) ? site.toRealPath() : site.toAbsolutePath().normalize();
    }

    private static Path beside(Path site) {
        return site.resolveSibling(".dafu").resolve(String.valueOf(site.getFileName()));
    }

    /** Whether a site was left between its commit point and its end. */
    static boolean isUnfinished(Path site) throws IOException {
        return new Changes(beside(real(site))).areThere();
    }

    Changes changes() {
        return new Changes(folder);
    }

    /** What a build leaves for the next. */
    Path memory() {
        return folder.resolve("memory");
    }

    /** Where a file is staged; its folder is there. */
    Path stage(String path) throws IOException {
        Path staged = folder.resolve(Changes.STAGE).resolve(path);
        Path above = staged.getParent();
        if (!folders.contains(above)) {
            if (folders.size() >= FOLDERS) {
                folders.clear();
            }
            folders.add(Files.createDirectories(above));
        }
        return staged;
    }

    /** Removes what was staged, unless a list of changes still waits for it. */
    void clear() {
        folders.clear();
        Path stage = folder.resolve(Changes.STAGE);
        if (changes().areThere() || !Files.exists(stage)) {
            return;
        }
        try (var files = Files.walk(stage)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder.resolve(Changes.DRAFT));
        } catch (IOException failed) {
            throw new UncheckedIOException(stage.toString(), failed);
        }
    }

    /** Gives the site free. */
    @Override
    public void close() throws IOException {
        try {
            clear();
        } finally {
            lock.acquiredBy().close();
        }
    }
}
