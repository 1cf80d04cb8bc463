package dafu.data;

import dafu.cache.Hash;
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

    /** A file whose lines come one by one, or where it is published those that change; described when it is closed. */
    private final class Lines implements AutoCloseable {
        private final String name;
        private final String path;
        private final Optional<Published> before;
        private final int head;
        private final SortedMap<Integer, byte[]> changed = new TreeMap<>();
        private final OutputStream out;
        private final MessageDigest digest = Hash.digest();
        private long bytes;
        private long records;
        private boolean closed;

        /** @param head how many lines come before those of replies */
        Lines(String name, String file, Optional<Published> before, int head) {
            this.name = name;
            this.path = "data/" + file;
            this.before = before;
            this.head = head;
            this.out = before.isPresent() ? OutputStream.nullOutputStream() : sink.apply(path);
        }

        /** Takes the line of a reply; nothing if it is as it was published. */
        void add(Optional<byte[]> line) {
            if (before.isPresent()) {
                line.ifPresent(bytes -> changed.put(head + (int) records, bytes));
            } else {
                line.ifPresent(this::write);
            }
            records++;
        }

        void write(byte[] lines) {
            try {
                out.write(lines);
            } catch (IOException failed) {
                throw new UncheckedIOException(path, failed);
            }
            digest.update(lines);
            bytes += lines.length;
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(path, failed);
            }
            files.add(before.map(earlier -> earlier.patch(name, path, changed, records))
                    .orElseGet(
                            () -> new DataFile(name, path, bytes, HexFormat.of().formatHex(digest.digest()), records)));
        }
    }

    /** Begins the files; the function opens one by its path in the site. */
    public DataFiles(Function<String, OutputStream> sink, Optional<Published> published) {
        this.sink = sink;
        this.published = published;
        this.table = new Lines("table", "replies.csv", published, 1);
        this.replies = new Lines("replies", "replies.jsonl", published, 0);
        if (published.isEmpty()) {
            List<String> names =
                    OpenData.COLUMNS.stream().map(OpenData.Column::name).toList();
            table.write(bytes(Csv.BYTE_ORDER_MARK + Csv.line(names)));
        }
    }

    /** The public text of a reply; a withheld one is as absent here as on its page. */
    public static String plain(Reply reply, Text text) {
        return reply.metadata().extent() == Metadata.Extent.WITHHELD ? "" : text.plain();
    }

    /** What the files say of a reply. */
    public static Entry entry(Archive archive, Reply reply, Text text) {
        String plain = plain(reply, text);
        String hash = Hash.of(bytes(plain));
        Map<String, Object> line = OpenData.Line.SCHEMA.plain(new OpenData.Line(reply.id(), reply.address(), hash));
        line.putAll(Metadata.SCHEMA.plain(reply.metadata()));
        line.computeIfPresent(
                "kind",
                (key, kind) -> archive.names(Facet.KIND).term((String) kind).id());
        List<String> cells =
                OpenData.COLUMNS.stream().map(column -> cell(line, column)).toList();
        Map<String, Object> words = new LinkedHashMap<>(Map.of("address", reply.address()));
        words.put("text", plain);
        return new Entry(hash, bytes(Csv.line(cells)), bytes(Json.of(line)), bytes(Json.of(words)));
    }

    private static String cell(Map<String, Object> line, OpenData.Column column) {
        Object value = line.getOrDefault(column.outer().name(), "");
        if (value instanceof Map<?, ?> map) {
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
            texts = Optional.of(new Lines("text-" + year, "text-" + year + ".jsonl", published, 0));
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
        write(name, name + ".csv", bytes(csv), csv.lines().count() - 1);
    }

    /** Ends the files, and describes them: each of them, by name, with the descriptions themselves at the end. */
    public List<DataFile> describe(Site site) {
        close();
        write("schema", "replies.schema.json", bytes(Descriptions.schema(site)), 0);
        files.sort(Comparator.comparing(DataFile::path));
        write("package", "datapackage.json", bytes(Descriptions.dataPackage(site, files)), 0);
        return List.copyOf(files);
    }

    private void write(String name, String file, byte[] all, long records) {
        try (Lines lines = new Lines(name, file, Optional.empty(), 0)) {
            lines.write(all);
            lines.records = records;
        }
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
}
