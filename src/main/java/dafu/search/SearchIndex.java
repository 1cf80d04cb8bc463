package dafu.search;

import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import dafu.model.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Makes the files of {@code search/}: first each reply is added, from any thread; then the parts are run, on any threads;
 * then the root is known. Memory: 32 MB for each thread, and up to {@value #IN_MEMORY} bytes of sorted runs before the
 * rest goes to a temporary file.
 */
public final class SearchIndex implements AutoCloseable {
    private static final int FORMAT = 1;
    private static final long IN_MEMORY = 64L << 20;
    private static final int CAPACITY = 1 << 21;
    /** A bucket has between these and twice as many postings on average: about 2 KB. */
    private static final int POSTINGS_PER_BUCKET = 2048;

    private static final int POSTINGS_PER_PART = 1 << 19;

    private final Site site;
    private final BiConsumer<String, byte[]> out;
    private final int capacity;
    private final Spill spill;
    private final Catalogue catalogue;
    private final ConcurrentLinkedQueue<Postings> idle = new ConcurrentLinkedQueue<>();
    private final AtomicLong content = new AtomicLong();
    private int bits;

    public SearchIndex(Site site, BiConsumer<String, byte[]> out) {
        this(site, out, CAPACITY, IN_MEMORY);
    }

    /**
     * @param capacity how many entries a thread collects before they are sorted
     * @param inMemory how many bytes of sorted runs stay in memory
     */
    SearchIndex(Site site, BiConsumer<String, byte[]> out, int capacity, long inMemory) {
        this.site = site;
        this.out = out;
        this.capacity =
                Math.min(capacity, Math.max(1 << 14, site.archive().replies().size() << 12));
        this.spill = new Spill(inMemory);
        this.catalogue = new Catalogue(site, this::put);
    }

    /** Takes the terms of a reply, and writes its text. */
    public void add(Reply reply, Text text, Optional<Text> proposal) {
        int number = site.archive().position(reply);
        Fields fields = Fields.of(site, reply, text, proposal);
        Postings postings = idle.poll();
        if (postings == null) {
            postings = new Postings(capacity);
        }
        postings.begin(number);
        for (String line : fields.strong()) {
            Tokens.of(Tokens.fold(line), postings);
        }
        for (Facet facet : Facet.values()) {
            for (Term term :
                    facet == Facet.YEAR ? List.<Term>of() : site.archive().terms(facet, reply)) {
                postings.word(
                        Catalogue.key(facet) + "=", term.id(), 0, term.id().length());
            }
        }
        for (String each : reply.metadata().number()) {
            String exact = Tokens.fold(Tokens.clean(each));
            postings.word("number=", exact, 0, exact.length());
            String bare = exact.replaceFirst("^0+(?=.)", "");
            postings.word("number=", bare, 0, bare.length());
            // A number recurs in every session: together they need no long lists.
            for (Term session : site.archive().terms(Facet.SESSION, reply)) {
                String both = session.id() + "/" + bare;
                postings.word("number=", both, 0, both.length());
            }
        }
        postings.weak();
        for (String line : fields.weak()) {
            Tokens.of(Tokens.fold(line), postings);
        }
        for (String line : fields.text()) {
            Tokens.of(Tokens.fold(line), postings);
        }
        if (postings.isFull()) {
            spill.add(postings.run());
        }
        idle.add(postings);
        put(
                "search/t/" + Integer.toHexString(number >> 8) + "/"
                        + Integer.toHexString(number & 0xFF | 0x100).substring(1),
                Packed.text(fields.stored()));
    }

    /** What is left to be written when all replies are added; each part may be run on any thread. */
    public List<Runnable> parts() {
        for (Postings postings = idle.poll(); postings != null; postings = idle.poll()) {
            spill.add(postings.run());
        }
        bits = log(spill.postings() / POSTINGS_PER_BUCKET);
        int partBits = Math.min(Math.min(bits, Run.SEGMENT_BITS), log(spill.postings() / POSTINGS_PER_PART));
        List<Runnable> parts = new ArrayList<>();
        for (int i = 0; i < 1 << partBits; i++) {
            int part = i;
            parts.add(() -> {
                int[] size = new int[1];
                long[] entries = spill.sorted(
                        part << Run.SEGMENT_BITS - partBits, part + 1 << Run.SEGMENT_BITS - partBits, size);
                new Buckets(bits, this::put)
                        .write(part << bits - partBits, part + 1 << bits - partBits, entries, size[0]);
            });
        }
        for (int from = 0; from < site.archive().replies().size(); from += Catalogue.CHUNK) {
            int first = from;
            parts.add(() -> catalogue.chunk(first));
        }
        parts.add(catalogue::names);
        parts.add(this::folds);
        return parts;
    }

    /** What folding changes, for queries that need it. */
    private void folds() {
        StringBuilder pairs = new StringBuilder();
        for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
            String unit = String.valueOf((char) c);
            String folded = Tokens.fold(unit);
            pairs.append(folded.equals(unit) ? "" : unit + folded);
        }
        put("search/f/folds", Packed.text(pairs.toString()));
    }

    /**
     * Writes the root, which names the build by the content of all files, when the parts have run.
     *
     * @return the root with the lay words, for the search page to hold
     */
    public Json root() {
        List<List<String>> words = catalogue.words();
        put("search/f/words", Packed.text(lines(words)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("build", String.format(Locale.ROOT, "%016x", content.get()));
        root.put("replies", site.archive().replies().size());
        root.put("bits", bits);
        root.put("years", catalogue.years());
        out.accept("search/index.json", Json.of(root).text().getBytes(StandardCharsets.UTF_8));
        root.put("words", words);
        return Json.of(root);
    }

    private static String lines(List<List<String>> words) {
        StringBuilder lines = new StringBuilder();
        words.forEach(line -> lines.append(String.join("\t", line)).append('\n'));
        return lines.toString();
    }

    private static int log(long value) {
        return value < 2 ? 0 : 63 - Long.numberOfLeadingZeros(value);
    }

    /** Puts a file, and adds it to what names the build: the sum does not depend on the order. */
    private void put(String path, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(bytes);
            content.addAndGet(java.nio.ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        out.accept(path, bytes);
    }

    @Override
    public void close() {
        spill.close();
    }
}
