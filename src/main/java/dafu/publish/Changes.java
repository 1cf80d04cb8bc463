package dafu.publish;

import java.io.IOException;
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
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of changes of a site, from the commit point until it is applied; what is put lies in the stage beside it.
 *
 * <p>The list is forced to disk before it gets its name; the staged files are not, so a loss of power (not of the
 * process) can leave a page torn. The manifest then tells, and the next build mends it.
 */
record Changes(Path folder) {
    static final String STAGE = "stage";
    static final String DRAFT = "changes.new";
    private static final String REMOVE = "remove ";

    private Path list() {
        return folder.resolve("changes");
    }

    boolean areThere() {
        return Files.exists(list());
    }

    /** The commit point: from here on what is staged will be put and these files removed, by this run or by the next. */
    void commit(Collection<String> removed) throws IOException {
        StringBuilder lines = new StringBuilder();
        removed.forEach(path -> lines.append(REMOVE).append(path).append('\n'));
        Path draft = folder.resolve(DRAFT);
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, list(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Applies the list, if there is one. What was applied before is passed over. */
    void finish(Path site) throws IOException {
        if (!areThere()) {
            return;
        }
        List<String> removals = removals();
        Path stage = folder.resolve(STAGE);
        Files.createDirectories(site);
        // A file that becomes a folder has to go first; every other page goes after the new ones have come.
        for (String removal : removals) {
            if (Files.isDirectory(stage.resolve(removal))) {
                remove(site, removal);
            }
        }
        Path manifest = stage.resolve(Manifest.NAME);
        move(stage, site, manifest);
        for (String removal : removals) {
            remove(site, removal);
        }
        if (Files.exists(manifest)) {
            moveFile(manifest, site.resolve(Manifest.NAME));
        }
        Files.delete(list());
    }

    private List<String> removals() throws IOException {
        try (Stream<String> lines = Files.lines(list())) {
            return lines.filter(line -> line.startsWith(REMOVE))
                    .map(line -> line.substring(REMOVE.length()))
                    .toList();
        }
    }

    /** Moves what is staged but for one file into place: a whole folder at once where there is none yet, else file by file. */
    private static void move(Path from, Path to, Path last) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var entries = Files.list(from)) {
            for (Path entry :
                    (Iterable<Path>) entries.filter(each -> !each.equals(last)).sorted()::iterator) {
                Path target = to.resolve(from.relativize(entry));
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    moveFile(entry, target);
                } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !moved(entry, target)) {
                    Files.createDirectories(target);
                    move(entry, target, last);
                }
            }
        }
    }

    private static boolean moved(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            return false;
        }
    }

    private static void moveFile(Path from, Path to) throws IOException {
        if (!moved(from, to)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(from);
        }
    }

    private static void remove(Path site, String path) throws IOException {
        Path file = site.resolve(path);
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
        for (Path above = file.getParent(); above != null && !above.equals(site); above = above.getParent()) {
            if (!isEmpty(above)) {
                return;
            }
            Files.deleteIfExists(above);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (NoSuchFileException gone) {
            return true;
        }
    }
}
