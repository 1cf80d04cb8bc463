package dafu.serve;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits until something changes in some folders, at any depth, and tells what. */
public final class Watch implements AutoCloseable {
    /** An editor writes a file in several steps: they are one change when no more than this lies between them. */
    private static final long QUIET = 20;

    private final WatchService service = FileSystems.getDefault().newWatchService();

    /** @param folders that need not exist; one that comes later is not seen */
    public Watch(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                follow(folder.toRealPath());
            }
        }
    }

    private void follow(Path top) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Waits for a change, and for its end.
     *
     * @return what has changed or may have; nothing where any file may
     */
    public Optional<Set<Path>> await() throws IOException, InterruptedException {
        Set<Path> changed = new HashSet<>();
        boolean lost = false;
        for (WatchKey key = service.take(); key != null; key = service.poll(QUIET, TimeUnit.MILLISECONDS)) {
            for (WatchEvent<?> event : key.pollEvents()) {
                // Where events were lost there is no name, and no folder that is known to be new.
                if (event.context() instanceof Path name && key.watchable() instanceof Path folder) {
                    Path path = folder.resolve(name);
                    changed.add(path);
                    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                        follow(path);
                    }
                } else {
                    lost = true;
                }
            }
            key.reset();
        }
        return lost ? Optional.empty() : Optional.of(changed);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
