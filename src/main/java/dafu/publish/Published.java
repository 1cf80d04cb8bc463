package dafu.publish;

import dafu.cache.Hash;
import dafu.cache.Stamp;
import dafu.publish.Sink.Made;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What a site has by its manifest, and which of these files are known to be there as they were published. */
final class Published {
    private final Path site;
    private final Map<String, Known> files = new ConcurrentHashMap<>();
    private SortedMap<String, String> hashes;
    /** The hash and the stamp of the manifest under which that is known. */
    private String root = "";

    private Optional<Stamp> manifest = Optional.empty();

    private record Known(Made made, Optional<Stamp> stamp) {}

    Published(Path site) throws IOException {
        this.site = site;
        this.hashes = Manifest.read(site);
    }

    /** By path, as the manifest says. */
    SortedMap<String, String> hashes() {
        return hashes;
    }

    /** A file that is known to be there. */
    Optional<Made> file(String path) {
        return Optional.ofNullable(files.get(path)).map(Known::made);
    }

    Iterable<String> known() {
        return files.keySet();
    }

    long bytes() {
        return files.values().stream().mapToLong(file -> file.made.bytes()).sum();
    }

    /** Whether every file is as it was published under this root; then all of them are known. */
    boolean isIntact(String expected, List<Long> marks) {
        Path list = site.resolve(Manifest.NAME);
        Optional<Stamp> now = Optional.of(Stamp.of(list)).filter(stamp -> stamp.mark() != 0);
        if (now.isEmpty() || expected.equals(root) && manifest.equals(now)) {
            return now.isPresent();
        }
        root = "";
        files.clear();
        List<Map.Entry<String, String>> all = List.copyOf(hashes.entrySet());
        boolean intact = all.size() == marks.size()
                && Hash.of(list).equals(expected)
                && IntStream.range(0, all.size())
                        .parallel()
                        .allMatch(i -> isIntact(all.get(i).getKey(), all.get(i).getValue(), marks.get(i)));
        if (intact) {
            root = expected;
            manifest = now;
        }
        return intact;
    }

    private boolean isIntact(String path, String hash, long mark) {
        Stamp stamp = Stamp.of(site.resolve(path));
        files.put(path, new Known(new Made(stamp.size(), hash), Optional.of(stamp)));
        return stamp.mark() != 0
                && (stamp.mark() == mark || Hash.of(site.resolve(path)).equals(hash));
    }

    /** Takes note of a commit, by which some files went and others came. */
    void become(Set<String> gone, Map<String, Made> put, SortedMap<String, String> now, String newRoot) {
        gone.forEach(files::remove);
        put.forEach((path, made) -> files.put(path, new Known(made, Optional.empty())));
        hashes = now;
        root = newRoot;
        manifest = Optional.of(Stamp.of(site.resolve(Manifest.NAME)));
    }

    /** The marks of all files, in the order of the manifest; 0 for one that was not at rest at a time. */
    List<Long> marks(long time) {
        return List.copyOf(hashes.keySet()).parallelStream()
                .map(path -> stamp(path).settled(time))
                .toList();
    }

    private Stamp stamp(String path) {
        Known known = files.get(path);
        if (known.stamp.isPresent()) {
            return known.stamp.get();
        }
        Stamp stamp = Stamp.of(site.resolve(path));
        files.put(path, new Known(known.made, Optional.of(stamp)));
        return stamp;
    }
}
