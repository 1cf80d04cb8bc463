package dafu;

import dafu.publish.Sink;
import java.io.OutputStream;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** A sink that remembers the paths it took, but for the pages of replies, so that links to them can be checked. */
final class Recorded implements Sink {
    private final Sink sink;
    private final Set<String> paths = ConcurrentHashMap.newKeySet();

    Recorded(Sink sink) {
        this.sink = sink;
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    Set<String> paths() {
        return Set.copyOf(paths);
    }

    @Override
    public void put(String path, byte[] bytes) {
        if (!path.startsWith("replies/") || path.equals("replies/index.html") || path.startsWith("replies/page/")) {
            paths.add(path);
        }
        sink.put(path, bytes);
    }

    @Override
    public OutputStream stream(String path) {
        paths.add(path);
        return sink.stream(path);
    }

    @Override
    public Made patch(String path, SortedMap<Integer, byte[]> lines) {
        paths.add(path);
        return sink.patch(path, lines);
    }
}
