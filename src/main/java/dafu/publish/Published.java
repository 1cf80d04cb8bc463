package dafu.publish;

import dafu.cache.Hash;
import dafu.cache.Stamp;
import dafu.publish.Inventory.File;
import dafu.publish.Sink.Made;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a site has by its manifest, and whether these files are known to be there as they were published. */
final class Published {
    /** Of a path: what Linux takes, and more than others do. */
    private static final int LONGEST = 4096;

    private final Path site;
    private Inventory files = new Inventory();
    /** The hash and the stamp of the manifest under which that is known. */
    private String root = "";

    private Optional<Stamp> manifest = Optional.empty();

    Published(Path site) throws IOException {
        this.site = site;
        Manifest.read(site, (path, hash) -> {
            // A longer one is no file's: somebody has tampered with the manifest.
            if (path.length() <= LONGEST) {
                files.put(path, new Made(0, hash), false);
            }
        });
    }

    /** As the manifest says. */
    Inventory files() {
        return files;
    }

    long bytes() {
        return files.inAnyOrder().mapToLong(File::bytes).sum();
    }

    /** Whether every file is as it was published under this root; then their sizes are known. */
    boolean isIntact(String expected, long[] marks) {
        Path list = site.resolve(Manifest.NAME);
        Optional<Stamp> now = Optional.of(Stamp.of(list)).filter(stamp -> stamp.mark() != 0);
        if (now.isEmpty() || expected.equals(root) && manifest.equals(now)) {
            return now.isPresent();
        }
        root = "";
        List<File> all = files.files();
        boolean intact = all.size() == marks.length
                && Hash.of(list).equals(expected)
                && IntStream.range(0, marks.length).parallel().allMatch(i -> isIntact(all.get(i), marks[i]));
        if (intact) {
            root = expected;
            manifest = now;
        }
        return intact;
    }

    private boolean isIntact(File file, long mark) {
        Path path = site.resolve(file.path());
        Stamp stamp = file.note(Stamp.of(path));
        file.bytes(stamp.size());
        return stamp.mark() != 0
                && (stamp.mark() == mark || Hash.of(path).equals(file.made().hash()));
    }

    /** Takes note of a commit. */
    void become(Inventory now, String newRoot) {
        files = now;
        root = newRoot;
        manifest = Optional.of(Stamp.of(site.resolve(Manifest.NAME)));
    }

    /** The marks of all files, in the order of the manifest; 0 for one that was not at rest at a time. */
    long[] marks(long time) {
        return files.files().parallelStream()
                .mapToLong(file -> file.stamp()
                        .orElseGet(() -> file.note(Stamp.of(site.resolve(file.path()))))
                        .settled(time))
                .toArray();
    }
}
