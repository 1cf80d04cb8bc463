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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of {@code data/}: {@code replies.csv}, {@code replies.jsonl} and {@code text-<year>.jsonl} have a line per
 * reply in the order of the catalogue and are written as the replies come; then what describes them. Drafts are in none.
 * The next build compares itself with them, so what they say stays as it is.
 */
public final class DataFiles implements AutoCloseable {
    private final Function<String, OutputStream> sink;
    private final List<DataFile> files = new ArrayList<>();
    private final Counted table;
    private final Counted replies;
    private Optional<Counted> texts = Optional.empty();
    private int year;

    /**
     * The lines of a reply.
     *
     * @param hash SHA-256 of the text, in lower-case hexadecimal
     */
    public record Entry(Reply reply, String hash, byte[] row, byte[] line, byte[] text) {}

    /** A file that is being written, and what its description says of it. */
    private final class Counted implements AutoCloseable {
        private final String name;
        private final String path;
        private final OutputStream out;
        private final MessageDigest digest = sha256();
        private long bytes;
        private long records;
        private boolean closed;

        Counted(String name, String file) {
            this.name = name;
            this.path = "data/" + file;
            this.out = sink.apply(path);
        }

        void write(byte[] lines, int count) {
            try {
                out.write(lines);
                digest.update(lines);
                bytes += lines.length;
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
                out.close();
                files.add(new DataFile(name, path, bytes, HexFormat.of().formatHex(digest.digest()), records));
            } catch (IOException failed) {
                throw new UncheckedIOException(path, failed);
            }
        }
    }

    /** Begins the files; the function opens one by its path in the site. */
    public DataFiles(Function<String, OutputStream> sink) {
        this.sink = sink;
        this.table = new Counted("table", "replies.csv");
        this.replies = new Counted("replies", "replies.jsonl");
        table.write(
                bytes(Csv.BYTE_ORDER_MARK
                        + Csv.line(OpenData.COLUMNS.stream()
                                .map(OpenData.Column::name)
                                .toList())),
                0);
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
        return new Entry(reply, hash, bytes(Csv.line(cells)), bytes(Json.of(line)), bytes(Json.of(words)));
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

    /** Writes a reply; the next one must come after it in the catalogue. */
    public void add(Entry entry) {
        if (entry.reply.isDraft()) {
            return;
        }
        if (texts.isEmpty() || entry.reply.year() != year) {
            texts.ifPresent(Counted::close);
            year = entry.reply.year();
            texts = Optional.of(new Counted("text-" + year, "text-" + year + ".jsonl"));
        }
        table.write(entry.row, 1);
        replies.write(entry.line, 1);
        texts.get().write(entry.text, 1);
    }

    /** Adds a small table of figures. */
    public void put(String name, String csv) {
        try (Counted file = new Counted(name, name + ".csv")) {
            file.write(bytes(csv), (int) csv.chars().filter(c -> c == '\n').count() - 1);
        }
    }

    /** Ends the files, and describes them: each of them, by name, with the descriptions themselves at the end. */
    public List<DataFile> describe(Site site) {
        close();
        try (Counted file = new Counted("schema", "replies.schema.json")) {
            file.write(bytes(Descriptions.schema(site)), 0);
        }
        files.sort(Comparator.comparing(DataFile::path));
        List<DataFile> described = List.copyOf(files);
        try (Counted file = new Counted("package", "datapackage.json")) {
            file.write(bytes(Descriptions.dataPackage(site, described)), 0);
        }
        return List.copyOf(files);
    }

    @Override
    public void close() {
        table.close();
        replies.close();
        texts.ifPresent(Counted::close);
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
