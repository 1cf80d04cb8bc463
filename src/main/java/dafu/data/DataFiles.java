package dafu.data;

import dafu.model.Archive;
import dafu.model.Csv;
import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Metadata;
import dafu.model.OpenData;
import dafu.model.OpenData.DataFile;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of {@code data/}: {@code replies.csv}, {@code replies.jsonl} and {@code text-<year>.jsonl} have a line per
 * reply in the order of the catalogue and are written as the replies come; then what describes them. Drafts are in none.
 * The next build compares itself with them, so what they say stays as it is.
 */
public final class DataFiles implements AutoCloseable {
    private final Function<String, OutputStream> sink;
    private final Optional<Published> published;
    private final List<DataFile> files = new ArrayList<>();
    private final Lines table;
    private final Lines replies;
    private Optional<Lines> texts = Optional.empty();
    private int year;

    /**
     * The lines of a reply.
     *
     * @param hash SHA-256 of the text, in lower-case hexadecimal
     */
    public record Entry(String hash, byte[] row, byte[] line, byte[] text) {}

    /** What an earlier build of the same catalogue has published. */
    @FunctionalInterface
    public interface Published {
        /**
         * Writes a file as it was published but for some lines, by their numbers from 0 on.
         *
         * @param records how many lines of replies it has, for what is given back
         */
        DataFile patch(String name, String path, SortedMap<Integer, byte[]> lines, long records);
    }

    /** A file whose lines come one by one; what its description says of it is known at its end. */
    private abstract class Lines implements AutoCloseable {
        final String name;
        final String path;
        long records;
        private boolean closed;

        Lines(String name, String file) {
            this.name = name;
            this.path = "data/" + file;
        }

        abstract void write(byte[] lines) throws IOException;

        abstract DataFile end() throws IOException;

        /** Takes the line of a reply; nothing if it is as it was published. */
        void add(Optional<byte[]> line) {
            line.ifPresent(bytes -> add(bytes, 0));
            records++;
        }

        /** Takes so many lines of figures. */
        void add(byte[] lines, int count) {
            try {
                write(lines);
                records += count;
            } catch (IOException failed) {
                throw new UncheckedIOException(path, failed);
            }
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                files.add(end());
            } catch (IOException failed) {
                throw new UncheckedIOException(path, failed);
            }
        }
    }

    private final class Written extends Lines {
        private final OutputStream out;
        private final MessageDigest digest = sha256();
        private long bytes;

        Written(String name, String file) {
            super(name, file);
            this.out = sink.apply(path);
        }

        @Override
        void write(byte[] lines) throws IOException {
            out.write(lines);
            digest.update(lines);
            bytes += lines.length;
        }

        @Override
        DataFile end() throws IOException {
            out.close();
            return new DataFile(name, path, bytes, HexFormat.of().formatHex(digest.digest()), records);
        }
    }

    private final class Patched extends Lines {
        private final Published before;
        private final SortedMap<Integer, byte[]> changed = new TreeMap<>();
        private final int head;

        /** @param head how many lines come before those of replies */
        Patched(String name, String file, Published before, int head) {
            super(name, file);
            this.before = before;
            this.head = head;
        }

        @Override
        void write(byte[] line) {
            changed.put(head + (int) records, line);
        }

        @Override
        DataFile end() {
            return before.patch(name, path, changed, records);
        }
    }

    /** Begins the files; the function opens one by its path in the site. */
    public DataFiles(Function<String, OutputStream> sink, Optional<Published> published) {
        this.sink = sink;
        this.published = published;
        this.table = lines("table", "replies.csv", 1);
        this.replies = lines("replies", "replies.jsonl", 0);
        if (published.isEmpty()) {
            List<String> names =
                    OpenData.COLUMNS.stream().map(OpenData.Column::name).toList();
            table.add(bytes(Csv.BYTE_ORDER_MARK + Csv.line(names)), 0);
        }
    }

    private Lines lines(String name, String file, int head) {
        return published
                .<Lines>map(before -> new Patched(name, file, before, head))
                .orElseGet(() -> new Written(name, file));
    }

    /** The public text of a reply; a withheld one is as absent here as on its page. */
    public static String plain(Reply reply, Text text) {
        return reply.metadata().extent() == Metadata.Extent.WITHHELD ? "" : text.plain();
    }

    /** What the files say of a reply. */
    public static Entry entry(Archive archive, Reply reply, Text text) {
        String plain = plain(reply, text);
        String hash = HexFormat.of().formatHex(sha256().digest(bytes(plain)));
        Map<String, Object> line =
                new LinkedHashMap<>(OpenData.Line.SCHEMA.plain(new OpenData.Line(reply.id(), reply.address(), hash)));
        line.putAll(Metadata.SCHEMA.plain(reply.metadata()));
        line.computeIfPresent(
                "kind",
                (key, kind) -> archive.names(Facet.KIND).term((String) kind).id());
        List<String> cells =
                OpenData.COLUMNS.stream().map(column -> cell(line, column)).toList();
        Map<String, Object> words = OpenData.Words.SCHEMA.plain(new OpenData.Words(reply.address(), plain));
        return new Entry(hash, bytes(Csv.line(cells)), bytes(Json.of(line)), bytes(Json.of(words)));
    }

    private static String cell(Map<String, Object> line, OpenData.Column column) {
        Object value = line.getOrDefault(column.outer().name(), "");
        if (!column.inner().isEmpty() && value instanceof Map<?, ?> map) {
            Object inner = map.get(column.field().name());
            value = inner == null ? "" : inner;
        }
        if (value instanceof List<?> list) {
            return list.get(0) instanceof Map<?, ?>
                    ? Json.of(list).text()
                    : list.stream()
                            .map(text -> ((String) text).replace(';', '；'))
                            .collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** Takes a reply, with its lines unless they are as they were published; the next one must come after it in the catalogue. */
    public void add(Reply reply, Optional<Entry> entry) {
        if (reply.isDraft()) {
            return;
        }
        if (texts.isEmpty() || reply.year() != year) {
            texts.ifPresent(Lines::close);
            year = reply.year();
            texts = Optional.of(lines("text-" + year, "text-" + year + ".jsonl", 0));
        }
        table.add(entry.map(Entry::row));
        replies.add(entry.map(Entry::line));
        texts.get().add(entry.map(Entry::text));
    }

    /** Keeps a file as it was published. */
    public void keep(DataFile file) {
        files.add(file);
    }

    /** Adds a small table of figures. */
    public void put(String name, String csv) {
        try (Written file = new Written(name, name + ".csv")) {
            file.add(bytes(csv), (int) csv.chars().filter(c -> c == '\n').count() - 1);
        }
    }

    /** Ends the files, and describes them: each of them, by name, with the descriptions themselves at the end. */
    public List<DataFile> describe(Site site) {
        close();
        try (Written file = new Written("schema", "replies.schema.json")) {
            file.add(bytes(Descriptions.schema(site)), 0);
        }
        files.sort(Comparator.comparing(DataFile::path));
        List<DataFile> described = List.copyOf(files);
        try (Written file = new Written("package", "datapackage.json")) {
            file.add(bytes(Descriptions.dataPackage(site, described)), 0);
        }
        return List.copyOf(files);
    }

    @Override
    public void close() {
        // Each, even where another cannot be ended: a full disk must not leave files open.
        try (table;
                replies) {
            texts.ifPresent(Lines::close);
        }
    }

    private static byte[] bytes(Json line) {
        return bytes(line.text() + "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
