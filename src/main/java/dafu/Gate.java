package dafu;

import dafu.publish.Sink;
import dafu.read.Content;
import dafu.render.Layouts;
import dafu.text.Diagnostic;
import dafu.text.FileNames;
import dafu.text.Location;
import dafu.text.Masks.Rule;
import dafu.text.Source;
import dafu.text.Unveiled;
import dafu.text.Unveiled.Form;
import dafu.text.Unveiled.Hit;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The last look at what goes out: no file passes whose name or text shows personal data, however it came there. A file
 * that is stopped is not even staged, and its finding is an error, so nothing is published.
 *
 * <p>Texts are told by the ending of their name. The content of documents and pictures is not read, their names are; the
 * hashes in data files are no numbers.
 */
final class Gate implements Sink {
    private static final Set<String> MARKUP = Set.of("html", "xml", "svg");
    private static final Set<String> LINES =
            Set.of("txt", "csv", "tsv", "json", "jsonl", "webmanifest", "js", "mjs", "css", "md", "yml", "mustache");
    /** What one run of words costs at most: a hostile archive has a finding for each of these, and a count for the rest. */
    private static final int MOST = 1000;

    private final Sink sink;
    private final Content content;
    private final Layouts layouts;
    private final Set<Rule> rules;
    private final Map<String, Leak> leaks = new ConcurrentHashMap<>();
    private final Set<String> paths = ConcurrentHashMap.newKeySet();

    /** One token that a reader could read: on the first page by name that shows it, out of how many. */
    private record Leak(Hit hit, String page, List<String> origins, int pages) {
        Leak with(Leak other) {
            Leak first = origins.isEmpty() == other.origins.isEmpty()
                    ? page.compareTo(other.page) <= 0 ? this : other
                    : origins.isEmpty() ? other : this;
            return new Leak(first.hit, first.page, first.origins, pages + other.pages);
        }
    }

    Gate(Sink sink, Content content, Layouts layouts) {
        this.sink = sink;
        this.content = content;
        this.layouts = layouts;
        this.rules = content.settings().maskRules();
    }

    @Override
    public void put(String path, byte[] bytes) {
        put(path, bytes, new String[0]);
    }

    /** Takes a file that was made from these files of the content folder, where a finding is looked for first. */
    void put(String path, byte[] bytes, String... origins) {
        if (passes(path, bytes, origins)) {
            if (!isOfMany(path)) {
                paths.add(path);
            }
            sink.put(path, bytes);
        }
    }

    /** Whether it is a file of a reply or of the search index, of which there are millions. */
    private static boolean isOfMany(String path) {
        return path.startsWith("replies/") && !path.equals("replies/index.html") && !path.startsWith("replies/page/")
                || path.startsWith("search/") && path.indexOf('/', "search/".length()) > 0;
    }

    /** Whether a file has passed; of the files of replies and of the index that is not known. */
    boolean has(String path) {
        return paths.contains(path);
    }

    /** What has passed, but for the files of replies and of the index. */
    Set<String> paths() {
        return Set.copyOf(paths);
    }

    /** Lines are held until they end, and go on if they may. */
    @Override
    public OutputStream stream(String path) {
        paths.add(path);
        return new FilterOutputStream(sink.stream(path)) {
            private final ByteArrayOutputStream held = new ByteArrayOutputStream();

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                held.write(bytes, from, count);
                if (count > 0 && bytes[from + count - 1] == '\n') {
                    pass();
                }
            }

            private void pass() throws IOException {
                byte[] lines = held.toByteArray();
                held.reset();
                if (passes(path, lines)) {
                    out.write(lines);
                }
            }

            @Override
            public void close() throws IOException {
                pass();
                super.close();
            }
        };
    }

    @Override
    public Made patch(String path, SortedMap<Integer, byte[]> lines) {
        SortedMap<Integer, byte[]> passed = new TreeMap<>(lines);
        paths.add(path);
        passed.values().removeIf(line -> !passes(path, line));
        return sink.patch(path, passed);
    }

    private boolean passes(String path, byte[] bytes, String... origins) {
        List<Hit> hits = new ArrayList<>(named(path));
        form(path).ifPresent(form -> hits.addAll(Unveiled.find(text(bytes), form, rules)));
        Set<String> counted = new HashSet<>();
        for (Hit hit : hits) {
            String key = hit.rule() + hit.value();
            if (counted.add(key) && (leaks.size() < MOST || leaks.containsKey(key))) {
                leaks.merge(key, new Leak(hit, path, List.of(origins), 1), Leak::with);
            }
        }
        return hits.isEmpty();
    }

    /** Names below assets/ and search/ are the program's own and the layouts', some of them hashes. */
    private List<Hit> named(String path) {
        boolean may = path.indexOf('@') >= 0 || path.chars().anyMatch(c -> c > 0x7F);
        if (path.startsWith("assets/")
                || !may && path.chars().filter(c -> c >= '0' && c <= '9').count() < 11) {
            return List.of();
        }
        return FileNames.find(path).stream()
                .filter(hit -> rules.contains(hit.rule()))
                .toList();
    }

    private static Optional<Form> form(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return MARKUP.contains(ending)
                ? Optional.of(Form.MARKUP)
                : LINES.contains(ending) ? Optional.of(Form.LINES) : Optional.empty();
    }

    /** What the program writes is UTF-8; the attachments of others are what they are. */
    private static String text(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == -1 || bytes[0] == -2);
        return wide
                ? Source.decode("", bytes, Set.of()).value().map(Source::text).orElse("")
                : new String(bytes, StandardCharsets.UTF_8);
    }

    /** What was stopped: one finding for each token, at its place in a file that an editor can mend if there is one. */
    List<Diagnostic> findings() {
        return leaks.values().stream().map(this::finding).toList();
    }

    private Diagnostic finding(Leak leak) {
        int others = leak.pages - 1;
        String zh = others == 0 ? leak.page : leak.page + " 等 " + leak.pages + " 处";
        String en = others == 0 ? leak.page : leak.page + " and " + others + " more";
        Diagnostic finding = FileNames.find(leak.page).contains(leak.hit)
                ? Diagnostic.of(
                        "privacy/name", Location.file(leak.origins.isEmpty() ? leak.page : leak.origins.get(0)), zh, en)
                : Diagnostic.of("privacy/disguise", place(leak), zh, en);
        return finding.by(leak.hit.rule().id());
    }

    /** Where it stands in a file that an editor can mend: the page's own, the settings, the layouts; else the page. */
    private Location place(Leak leak) {
        Stream<String> own = Stream.concat(leak.origins.stream(), Stream.of(content.shown("archive.yml")));
        Stream<Source> sources = Stream.concat(
                own.flatMap(name -> file(name).flatMap(bytes -> source(name, bytes)).stream()),
                layouts.below("").stream()
                        .flatMap(name ->
                                layouts.find(name).flatMap(bytes -> source(layouts.shown(name), bytes)).stream()));
        return sources.flatMap(source -> Unveiled.find(source.text(), Form.WRITTEN, rules).stream()
                        .filter(found -> found.value().equals(leak.hit.value()))
                        .map(found -> source.location(found.start(), found.end())))
                .findFirst()
                .orElse(Location.file(leak.origins.isEmpty() ? leak.page : leak.origins.get(0)));
    }

    private Optional<byte[]> file(String shown) {
        String below = shown.substring(content.root().length() + 1);
        return Files.isRegularFile(content.path(below)) ? Optional.of(content.bytes(below)) : Optional.empty();
    }

    private Optional<Source> source(String shown, byte[] bytes) {
        return form(shown).isPresent() ? Source.decode(shown, bytes, rules).value() : Optional.empty();
    }
}
