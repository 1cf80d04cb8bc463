package dafu.search;

import dafu.cache.Hash;
import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import dafu.model.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;

/**
 * Makes the files of {@code search/}: first each reply is added, from any thread; then the parts are run, on any threads;
 * then the root is known. Memory: 32 MB for each thread, and up to {@value #IN_MEMORY} bytes of sorted runs before the
 * rest goes to a temporary file.
 */
public final class SearchIndex implements AutoCloseable {
    private static final int FORMAT = 2;
    private static final String ROOT = "search/index.json";
    private static final String WORDS = "search/f/words";
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":\"?([\\w+/=]+)");
    private static final long IN_MEMORY = 64L << 20;
    private static final int CAPACITY = 1 << 21;
    /** A bucket has between these and twice as many postings on average: about 2 KB. */
    private static final int POSTINGS_PER_BUCKET = 1536;

    private static final int POSTINGS_PER_PART = 1 << 19;

    private final Site site;
    private final BiConsumer<String, byte[]> out;
    private final int capacity;
    private final Spill spill;
    private final Catalogue catalogue;
    private final ConcurrentLinkedQueue<Postings> idle = new ConcurrentLinkedQueue<>();
    private final AtomicLong content = new AtomicLong();
    /** Of terms with the longest lists. */
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    private int bits;
    private long postings;

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
        this.capacity = (int) Math.min(
                capacity, Math.max(1 << 14, (long) site.archive().replies().size() << 12));
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
        take(reply, number, fields, postings);
        if (postings.isFull()) {
            spill.add(postings.run());
        }
        idle.add(postings);
        put(Packed.path("t", number), Packed.text(fields.stored()));
    }

    private void take(Reply reply, int number, Fields fields, Postings postings) {
        postings.begin(number);
        fields.strong().forEach(line -> Tokens.of(Tokens.fold(line), postings));
        for (Facet facet : Catalogue.NAMED) {
            site.archive().terms(facet, reply).forEach(term -> postings.word(facet.key() + "=", term.id()));
        }
        for (String each : reply.metadata().number()) {
            String exact = Tokens.fold(Tokens.clean(each));
            postings.word("number=", exact);
            String bare = exact.replaceFirst("^0+(?=.)", "");
            postings.word("number=", bare);
            // A number recurs in every session: together they need no long lists.
            for (Term session : site.archive().terms(Facet.SESSION, reply)) {
                postings.word("number=", session.id() + "/" + bare);
            }
        }
        postings.weak();
        fields.weak().forEach(line -> Tokens.of(Tokens.fold(line), postings));
        fields.text().forEach(line -> Tokens.of(Tokens.fold(line), postings));
    }

    /** A reply whose texts were edited, as they are now. */
    public record Edit(Reply reply, Text text, Optional<Text> proposal) {}

    /**
     * Brings a published index of this catalogue up to date, in place of adding all replies and running the parts.
     *
     * @param published finds the bytes of a published file
     * @return the paths of the published files that were put anew or are no more, all others stay; or nothing, where the
     *     index has to be made anew, and nothing was put then
     */
    public Optional<Set<String>> update(List<Edit> edits, Function<String, Optional<byte[]>> published) {
        try {
            Map<String, String> root = new HashMap<>();
            Matcher member =
                    MEMBER.matcher(new String(published.apply(ROOT).orElse(new byte[0]), StandardCharsets.UTF_8));
            while (member.find()) {
                root.putIfAbsent(member.group(1), member.group(2));
            }
            int replies = site.archive().replies().size();
            bits = Integer.parseInt(root.get("bits"));
            postings = Long.parseLong(root.get("postings"));
            if (Integer.parseInt(root.get("format")) != FORMAT || Integer.parseInt(root.get("replies")) != replies) {
                return Optional.empty();
            }
            Map<String, byte[]> files = new TreeMap<>();
            Patch patch = new Patch(published, bits);
            for (Edit edit : edits) {
                int number = site.archive().position(edit.reply());
                Fields now = Fields.of(site, edit.reply(), edit.text(), edit.proposal());
                patch.change(
                        entries(edit.reply(), number, patch.before(edit.reply(), number, now)),
                        entries(edit.reply(), number, now));
                files.put(Packed.path("t", number), Packed.text(now.stored()));
            }
            postings += patch.postings();
            if (bits != bits(postings)) {
                return Optional.empty();
            }
            patch.write(new Buckets(bits, replies, known, files::put));
            known.addAll(Buckets.known(root.getOrDefault("frequent", ""), patch.gone()));
            Set<String> replaced = new HashSet<>(patch.gone());
            replaced.addAll(files.keySet());
            replaced.add(WORDS);
            content.set(Long.parseUnsignedLong(root.get("build"), 16));
            replaced.forEach(path -> published.apply(path).ifPresent(old -> content.addAndGet(-hash(path, old))));
            replaced.add(ROOT);
            files.forEach(this::put);
            return Optional.of(replaced);
        } catch (DataFormatException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private long[] entries(Reply reply, int number, Fields fields) {
        Postings own = new Postings(1 << 13);
        take(reply, number, fields, own);
        Run run = own.run();
        return Run.decode(run.bytes(), run.starts(), 0, Run.SEGMENTS, 0, new long[run.postings()], new int[1]);
    }

    /** What is left to be written when all replies are added; each part may be run on any thread. */
    public List<Runnable> parts() {
        for (Postings postings = idle.poll(); postings != null; postings = idle.poll()) {
            spill.add(postings.run());
        }
        known.clear();
        postings = spill.postings();
        bits = bits(postings);
        int partBits = Math.min(Math.min(bits, Run.SEGMENT_BITS), log(spill.postings() / POSTINGS_PER_PART));
        catalogue.number();
        List<Runnable> parts = new ArrayList<>();
        for (int i = 0; i < 1 << partBits; i++) {
            int part = i;
            parts.add(() -> {
                int[] size = new int[1];
                long[] entries = spill.sorted(
                        part << Run.SEGMENT_BITS - partBits, part + 1 << Run.SEGMENT_BITS - partBits, size);
                new Buckets(bits, site.archive().replies().size(), known, this::put)
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
        StringBuilder lines = new StringBuilder();
        words.forEach(line -> lines.append(String.join("\t", line)).append('\n'));
        put(WORDS, Packed.text(lines.toString()));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("build", String.format(Locale.ROOT, "%016x", content.get()));
        root.put("replies", site.archive().replies().size());
        root.put("bits", bits);
        root.put("postings", postings);
        root.put("frequent", Buckets.known(known));
        root.put("years", catalogue.years());
        out.accept(ROOT, Json.of(root).text().getBytes(StandardCharsets.UTF_8));
        root.put("words", words);
        return Json.of(root);
    }

    private static int bits(long postings) {
        return log(postings / POSTINGS_PER_BUCKET);
    }

    private static int log(long value) {
        return value < 2 ? 0 : 63 - Long.numberOfLeadingZeros(value);
    }

    /** Puts a file, and adds it to what names the build: the sum does not depend on the order. */
    private void put(String path, byte[] bytes) {
        content.addAndGet(hash(path, bytes));
        out.accept(path, bytes);
    }

    private static long hash(String path, byte[] bytes) {
        MessageDigest digest = Hash.digest();
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(bytes)).getLong();
    }

    @Override
    public void close() {
        spill.close();
    }
}
