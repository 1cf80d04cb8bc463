package dafu.publish;

import dafu.cache.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds a site, or a copy of one, against its manifest; the content it was made from is not needed. */
public final class Verifier {
    private Verifier() {}

    /**
     * What differs from the manifest.
     *
     * @param root the hash of the manifest; empty where there is none
     * @param unfinished whether a build was cut off while it changed the site
     */
    public record Result(
            Optional<String> root,
            int files,
            boolean unfinished,
            List<String> altered,
            List<String> lost,
            List<String> added) {
        public boolean isIntact() {
            return root.isPresent() && !unfinished && altered.isEmpty() && lost.isEmpty() && added.isEmpty();
        }
    }

    /** Whether a build was cut off while it changed a site, which may not be there yet. */
    public static boolean isUnfinished(Path site) throws IOException {
        return Workspace.isUnfinished(site);
    }

    public static Result verify(Path site) throws IOException {
        Path manifest = site.resolve(Manifest.NAME);
        SortedMap<String, String> files = Manifest.read(site);
        List<String> altered = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (var file : files.entrySet()) {
            Path path = site.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                lost.add(file.getKey());
            } else if (Files.isSymbolicLink(path) || !Hash.of(path).equals(file.getValue())) {
                altered.add(file.getKey());
            }
        }
        return new Result(
                Files.isRegularFile(manifest) ? Optional.of(Hash.of(manifest)) : Optional.empty(),
                files.size(),
                Workspace.isUnfinished(site),
                altered,
                lost,
                added(site, files));
    }

    /** The paths at which the manifests of two sites differ. */
    public static SortedSet<String> differing(Path before, Path after) throws IOException {
        SortedMap<String, String> old = Manifest.read(before);
        SortedMap<String, String> now = Manifest.read(after);
        SortedSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path -> Objects.equals(old.get(path), now.get(path)));
        return paths;
    }

    /** Files that the manifest does not name; those of git beside the home page are not the site's. */
    private static List<String> added(Path site, SortedMap<String, String> files) throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> site.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".git") && !path.equals(Manifest.NAME) && !files.containsKey(path))
                    .sorted()
                    .toList();
        }
    }
}
