package dafu.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What a build keeps beside its site, in {@code .dafu/<name of the site>/}: staged files, and the list of changes from the
 * commit point until it is applied.
 *
 * <p>The list is forced to disk before it gets its name; the staged files are not, so a loss of power (not of the
 * process) can leave a page torn. The manifest then tells, and the next build mends it.
 */
final class Workspace {
    private static final String PUT = "put ";
    private static final String REMOVE = "remove ";

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    static Workspace beside(Path site) throws IOException {
        Path parent = site.getParent();
        if (parent == null) {
            throw new IOException("a site cannot be the root folder: " + site);
        }
        Path shared = parent.resolve(".dafu");
        Workspace workspace = new Workspace(shared.resolve(String.valueOf(site.getFileName())));
        Files.createDirectories(workspace.folder);
        Path ignore = shared.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
        return workspace;
    }

    /** Whether a site was left between its commit point and its end. */
    static boolean isUnfinished(Path site) {
        Path absolute = site.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent != null
                && Files.exists(parent.resolve(".dafu")
                        .resolve(String.valueOf(absolute.getFileName()))
                        .resolve("changes"));
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** What a build leaves for the next. */
    Path memory() {
        return folder.resolve("memory");
    }

    Path staged(String path) {
        return folder.resolve("stage").resolve(path);
    }

    private Path changes() {
        return folder.resolve("changes");
    }

    /** The commit point: from here on the changes will be made, by this run or by the next. */
    void commit(List<String> written, List<String> removed) throws IOException {
        StringBuilder list = new StringBuilder();
        removed.forEach(path -> list.append(REMOVE).append(path).append('\n'));
        written.stream().sorted().forEach(path -> list.append(PUT).append(path).append('\n'));
        list.append(PUT).append(Manifest.NAME).append('\n');
        Path draft = folder.resolve("changes.new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(list.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, changes(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Applies the list of changes, if there is one. What was applied before is passed over. */
    void finish(Path site) throws IOException {
        if (!Files.exists(changes())) {
            return;
        }
        List<String> lines = Files.readAllLines(changes());
        TreeSet<String> puts = new TreeSet<>();
        lines.stream().filter(l -> l.startsWith(PUT)).forEach(l -> puts.add(l.substring(PUT.length())));
        List<String> removals = lines.stream()
                .filter(line -> line.startsWith(REMOVE))
                .map(line -> line.substring(REMOVE.length()))
                .toList();
        Files.createDirectories(site);
        // A file that becomes a folder has to go first; every other page goes after the new ones have come.
        for (String removal : removals) {
            String next = puts.ceiling(removal + "/");
            if (next != null && next.startsWith(removal + "/")) {
                remove(site, removal);
            }
        }
        move(folder.resolve("stage"), site, true);
        for (String removal : removals) {
            remove(site, removal);
        }
        Path manifest = staged(Manifest.NAME);
        if (Files.exists(manifest)) {
            moveFile(manifest, site.resolve(Manifest.NAME));
        }
        Files.delete(changes());
    }

    /** Moves what is staged into place: a whole folder at once where there is none yet, else file by file. */
    private static void move(Path from, Path to, boolean top) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var entries = Files.list(from)) {
            for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                String name = String.valueOf(entry.getFileName());
                if (top && name.equals(Manifest.NAME)) {
                    continue;
                }
                Path target = to.resolve(name);
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    moveFile(entry, target);
                } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !moved(entry, target)) {
                    Files.createDirectories(target);
                    move(entry, target, false);
                }
            }
        }
    }

    private static boolean moved(Path folder, Path target) throws IOException {
        try {
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            return false;
        }
    }

    private static void moveFile(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(from);
        }
    }

    private static void remove(Path site, String path) throws IOException {
        Path file = site.resolve(path);
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
        for (Path parent = file.getParent(); parent != null && !parent.equals(site); parent = parent.getParent()) {
            if (!isEmpty(parent)) {
                return;
            }
            Files.deleteIfExists(parent);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    /** Removes what was staged, unless a list of changes still waits for it. */
    void clear() {
        Path stage = folder.resolve("stage");
        if (Files.exists(changes()) || !Files.exists(stage)) {
            return;
        }
        try (var files = Files.walk(stage)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder.resolve("changes.new"));
        } catch (IOException failed) {
            throw new UncheckedIOException(stage.toString(), failed);
        }
    }
}
