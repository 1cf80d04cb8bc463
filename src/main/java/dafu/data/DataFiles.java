package dafu.data;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code data/replies.jsonl} and {@code data/text-<year>.jsonl}, a line per reply in the order of the catalogue, written
 * as the replies come. Drafts are in neither. The next build compares itself with them, so what they say stays as it is.
 */
public final class DataFiles implements AutoCloseable {
    private final Function<String, OutputStream> files;
    private final OutputStream replies;
    private Optional<OutputStream> texts = Optional.empty();
    private int year;

    /**
     * The two lines of a reply.
     *
     * @param hash SHA-256 of the text, in lower-case hexadecimal
     */
    public record Entry(Reply reply, String hash, byte[] line, byte[] text) {}

    /** Begins the files; the function opens one by its path in the site. */
    public DataFiles(Function<String, OutputStream> files) {
        this.files = files;
        this.replies = files.apply("data/replies.jsonl");
    }

    /** The public text of a reply; a withheld one is as absent here as on its page. */
    public static String plain(Reply reply, Text text) {
        return reply.metadata().extent() == Metadata.Extent.WITHHELD ? "" : text.plain();
    }

    /** What the files say of a reply. */
    public static Entry entry(Archive archive, Reply reply, Text text) {
        String plain = plain(reply, text);
        String hash = hash(plain);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", reply.id());
        line.put("address", reply.address());
        line.put("sha256", hash);
        line.putAll(Metadata.SCHEMA.plain(reply.metadata()));
        line.computeIfPresent(
                "kind",
                (key, kind) -> archive.names(Facet.KIND).term((String) kind).id());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("address", reply.address());
        words.put("text", plain);
        return new Entry(reply, hash, bytes(line), bytes(words));
    }

    /** Writes a reply; the next one must come after it in the catalogue. */
    public void add(Entry entry) {
        if (entry.reply.isDraft()) {
            return;
        }
        try {
            if (texts.isEmpty() || entry.reply.year() != year) {
                closeTexts();
                year = entry.reply.year();
                texts = Optional.of(files.apply("data/text-" + year + ".jsonl"));
            }
            replies.write(entry.line);
            texts.get().write(entry.text);
        } catch (IOException failed) {
            throw new UncheckedIOException("data", failed);
        }
    }

    @Override
    public void close() {
        try {
            closeTexts();
            replies.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("data", failed);
        }
    }

    private void closeTexts() throws IOException {
        if (texts.isPresent()) {
            texts.get().close();
        }
    }

    private static byte[] bytes(Map<String, Object> line) {
        return (Json.of(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
