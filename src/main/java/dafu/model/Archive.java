package dafu.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue: every reply that this build shows, oldest first, and the groupings that pages need, computed once. A
 * reply's number is its position here.
 */
public final class Archive {
    private static final Comparator<Reply> BY_DATE = Comparator.<Reply, LocalDate>comparing(
                    reply -> reply.metadata().date())
            .thenComparing(Reply::id);

    private final Settings settings;
    private final Folder folder;
    private final List<Reply> replies;
    private final List<PageFile> pages;
    private final Map<Facet, Vocabulary> vocabularies = new EnumMap<>(Facet.class);
    private final Map<Facet, List<Listing>> listings = new EnumMap<>(Facet.class);
    private final Map<Term, Listing> byTerm = new HashMap<>();
    /** Positions plus one, each at the first free slot from the hash of its reply's id on. */
    private final int[] slots;
    /** The replies of an identity that several may have. */
    private final Map<Identity, List<Reply>> groups = new HashMap<>();

    private final Map<String, List<Reply>> successors = new HashMap<>();
    private final LocalDate asOf;
    private final List<Change> changes;
    /** By position, those of the neighbours plus one; 0 where there is none. */
    private final int[] before;

    private final int[] after;
    private @Nullable Related related;

    /** A file of {@code content/pages}. */
    public record PageFile(String root, String id, String title, Optional<String> summary) {
        public String path() {
            return root + "/pages/" + id + ".md";
        }
    }

    /** What makes a number unique: it recurs in every session and kind. */
    public record Identity(String session, String kind, String number) {
        /** One that hardly any two have in common, since numbers are much alike. */
        private long hash() {
            return (session.hashCode() * 0x9e3779b97f4a7c15L ^ kind.hashCode()) * 0x9e3779b97f4a7c15L
                    ^ number.hashCode();
        }
    }

    public Archive(
            Settings settings, Folder folder, Collection<Reply> shown, List<PageFile> pages, Optional<LocalDate> asOf) {
        this.settings = settings;
        this.folder = folder;
        this.replies = shown.stream().sorted(BY_DATE).toList();
        this.pages = List.copyOf(pages);
        this.asOf = asOf.orElseGet(this::newest);
        this.slots = new int[Integer.highestOneBit(2 * replies.size() + 1) * 2];
        for (int i = 0; i < replies.size(); i++) {
            slots[slot(replies.get(i).id())] = i + 1;
        }
        for (Facet facet : Facet.values()) {
            vocabularies.put(facet, vocabulary(facet));
            listings.put(facet, group(facet));
            listings(facet).forEach(listing -> byTerm.put(listing.term(), listing));
        }
        this.changes = Change.all(this);
        long[] identities = replies.stream()
                .flatMap(this::identities)
                .mapToLong(Identity::hash)
                .sorted()
                .toArray();
        replies.forEach(reply -> relate(reply, identities));
        this.before = new int[replies.size()];
        this.after = new int[replies.size()];
        for (Listing session : listings(Facet.SESSION)) {
            byKind(IntStream.of(session.members()).mapToObj(replies::get)).forEach(this::chain);
        }
    }

    public Settings settings() {
        return settings;
    }

    public Folder folder() {
        return folder;
    }

    public List<Reply> replies() {
        return replies;
    }

    public List<PageFile> pages() {
        return pages;
    }

    /**
     * The day on which the archive is looked at, for what depends on a day: no clock is read. By default the newest date
     * on which a reply was written, published or corrected.
     */
    public LocalDate asOf() {
        return asOf;
    }

    /** Every correction and withdrawal, oldest first. */
    public List<Change> changes() {
        return changes;
    }

    public Vocabulary names(Facet facet) {
        return vocabularies.get(facet);
    }

    /** The terms that occur and their replies; none is empty. Years newest first, declared terms in their order, others by name. */
    public List<Listing> listings(Facet facet) {
        return listings.get(facet);
    }

    /** The replies of a term, if it has some. */
    public Optional<Listing> listing(Term term) {
        return Optional.ofNullable(byTerm.get(term));
    }

    public Optional<Reply> find(String id) {
        int found = slots[slot(id)];
        return found == 0 ? Optional.empty() : Optional.of(replies.get(found - 1));
    }

    /** Where the position of the reply of an id stands, or would stand. */
    private int slot(String id) {
        int hash = id.hashCode() * 0x9e3779b9;
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !replies.get(slots[slot] - 1).id().equals(id)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** The reply that a key names, if it names one. */
    public List<Reply> find(Optional<String> id) {
        return id.flatMap(this::find).stream().toList();
    }

    /** A reply's number: replies are counted by date, oldest first. */
    public int position(Reply reply) {
        return slots[slot(reply.id())] - 1;
    }

    /** The values of a facet that a reply has. */
    public List<Term> terms(Facet facet, Reply reply) {
        if (facet == Facet.YEAR) {
            String year = String.valueOf(reply.year());
            return List.of(new Term(Facet.YEAR, year, year));
        }
        Vocabulary vocabulary = names(facet);
        List<String> values = values(facet, reply);
        // Asked for each reply and facet: a stream for each would cost more than all else here.
        return switch (values.size()) {
            case 0 -> List.of();
            case 1 -> List.of(vocabulary.term(values.get(0)));
            default -> values.stream().map(vocabulary::term).distinct().toList();
        };
    }

    /** The other replies to the same session, kind and number: parts of a split answer, and opinions. */
    public List<Reply> together(Reply reply) {
        Set<Reply> found = new TreeSet<>(BY_DATE);
        identities(reply).forEach(identity -> found.addAll(groups.getOrDefault(identity, List.of())));
        found.remove(reply);
        return List.copyOf(found);
    }

    /** The replies that this one follows, the nearest first: it names one in {@code follows}, and that may name another. */
    public List<Reply> earlier(Reply reply) {
        return chain(reply, one -> find(one.metadata().follows()));
    }

    /** The replies that follow this one, and those that follow them. */
    public List<Reply> later(Reply reply) {
        return chain(reply, one -> named(one, later -> later.metadata().follows()));
    }

    private static List<Reply> chain(Reply reply, Function<Reply, List<Reply>> next) {
        Map<String, Reply> seen = new LinkedHashMap<>(Map.of(reply.id(), reply));
        Deque<Reply> waiting = new ArrayDeque<>(List.of(reply));
        while (!waiting.isEmpty()) {
            next.apply(waiting.remove()).stream()
                    .filter(one -> seen.putIfAbsent(one.id(), one) == null)
                    .forEach(waiting::add);
        }
        return seen.values().stream().skip(1).toList();
    }

    /** Replies about the like, the likest first, without those that are excepted. */
    public List<Reply> related(Reply reply, List<Reply> except) {
        synchronized (slots) {
            if (related == null) {
                related = new Related(this);
            }
        }
        return related.to(reply, except);
    }

    /** Replies that name this one in {@code supersedes}. */
    public List<Reply> supersededBy(Reply reply) {
        return named(reply, r -> r.metadata().supersedes());
    }

    /** What a reader should know of a reply before reading it, the graver first. */
    public List<String> marks(Reply reply) {
        Metadata.Extent extent = reply.metadata().extent();
        return Stream.of(
                        Map.entry("draft", reply.isDraft()),
                        Map.entry("withdrawn", reply.isWithdrawn()),
                        Map.entry("superseded", !supersededBy(reply).isEmpty()),
                        Map.entry("supporting-opinion", reply.isOpinion()),
                        Map.entry(extent.id(), extent != Metadata.Extent.FULL),
                        Map.entry("corrected", Change.of(reply).stream().anyMatch(change -> !change.withdrawal())))
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The replies of a class that leaves something to be done, and that no later reply follows or replaces; oldest first. */
    public int[] unfinished() {
        Set<Term> classes = settings.outcomes().stream()
                .flatMap(scheme -> scheme.classes().stream()
                        .filter(Settings.Outcome::unfinished)
                        .map(outcome -> names(Facet.OUTCOME).term(scheme.scheme() + "/" + outcome.code())))
                .collect(Collectors.toSet());
        return IntStream.range(0, replies.size())
                .filter(i -> terms(Facet.OUTCOME, replies.get(i)).stream().anyMatch(classes::contains))
                .filter(i -> !replies.get(i).isWithdrawn()
                        && !successors.containsKey(replies.get(i).id()))
                .toArray();
    }

    /** The reply with the next lower number in the same session and kind. */
    public Optional<Reply> before(Reply reply) {
        return neighbour(before[position(reply)]);
    }

    /** The reply with the next higher number in the same session and kind. */
    public Optional<Reply> after(Reply reply) {
        return neighbour(after[position(reply)]);
    }

    /** The identities under which a reply is filed: one for each of its numbers. */
    public Stream<Identity> identities(Reply reply) {
        return reply.metadata().session().stream()
                .flatMap(session -> reply.metadata().number().stream()
                        .map(number ->
                                new Identity(names(Facet.SESSION).term(session).id(), kind(reply), number)));
    }

    private LocalDate newest() {
        return replies.stream()
                .map(Reply::metadata)
                .flatMap(metadata -> Stream.concat(
                        Stream.of(metadata.date(), metadata.published().orElse(metadata.date())),
                        metadata.corrections().stream().map(Metadata.Correction::date)))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    private Vocabulary vocabulary(Facet facet) {
        Set<String> occurring = new LinkedHashSet<>();
        replies.forEach(reply -> occurring.addAll(values(facet, reply)));
        if (facet == Facet.BODY) {
            replies.forEach(reply -> occurring.addAll(reply.metadata().supportingBodies()));
        }
        return switch (facet) {
            case OUTCOME -> Vocabulary.outcomes(settings.outcomes(), occurring);
            case KIND -> Vocabulary.of(facet, settings.allKinds(), occurring);
            default -> Vocabulary.of(facet, settings.entries(facet), occurring);
        };
    }

    private static List<String> values(Facet facet, Reply reply) {
        Metadata metadata = reply.metadata();
        return switch (facet) {
            case YEAR -> List.of();
            case SESSION -> list(metadata.session());
            case KIND -> list(metadata.kind());
            case BODY -> List.of(metadata.answeringBody());
            case PROPOSER -> metadata.proposers();
            case TOPIC -> metadata.topics();
            case OUTCOME -> list(metadata.outcome());
        };
    }

    private static List<String> list(Optional<String> value) {
        return value.map(List::of).orElse(List.of());
    }

    private String kind(Reply reply) {
        return reply.metadata()
                .kind()
                .map(kind -> names(Facet.KIND).term(kind).id())
                .orElse("");
    }

    private List<Listing> group(Facet facet) {
        Map<Term, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < replies.size(); i++) {
            for (Term term : terms(facet, replies.get(i))) {
                members.computeIfAbsent(term, t -> new ArrayList<>()).add(i);
            }
        }
        Map<String, Integer> order = names(facet).order();
        Comparator<Listing> declared =
                Comparator.comparing(l -> order.getOrDefault(l.term().id(), Integer.MAX_VALUE));
        Comparator<Listing> name = Comparator.comparing(l -> l.term().name());
        Comparator<Listing> ordered = switch (facet) {
            case YEAR -> name.reversed();
            case SESSION -> declared.reversed().thenComparing(name.reversed());
            default -> declared.thenComparing(name);
        };
        return members.entrySet().stream()
                .map(e -> new Listing(
                        e.getKey(), e.getValue().stream().mapToInt(i -> i).toArray()))
                .sorted(ordered)
                .toList();
    }

    /** @param all the hashes of all identities, sorted: nearly every reply is the only one of its own */
    private void relate(Reply reply, long[] all) {
        identities(reply)
                .filter(identity -> recurs(identity.hash(), all))
                .forEach(identity -> groups.computeIfAbsent(identity, i -> new ArrayList<>(2))
                        .add(reply));
        Stream.concat(reply.metadata().follows().stream(), reply.metadata().supersedes().stream())
                .forEach(earlier -> successors
                        .computeIfAbsent(earlier, e -> new ArrayList<>(1))
                        .add(reply));
    }

    private static boolean recurs(long hash, long[] sorted) {
        int at = Arrays.binarySearch(sorted, hash);
        return at > 0 && sorted[at - 1] == hash || at + 1 < sorted.length && sorted[at + 1] == hash;
    }

    private List<Reply> named(Reply reply, Function<Reply, Optional<String>> key) {
        return successors.getOrDefault(reply.id(), List.of()).stream()
                .filter(later -> key.apply(later).equals(Optional.of(reply.id())))
                .toList();
    }

    private Optional<Reply> neighbour(int place) {
        return place == 0 ? Optional.empty() : Optional.of(replies.get(place - 1));
    }

    /** Replies by the ids of their kinds; those that name none come first. */
    Collection<List<Reply>> byKind(Stream<Reply> members) {
        return members.collect(Collectors.groupingBy(this::kind, TreeMap::new, Collectors.toList()))
                .values();
    }

    private void chain(List<Reply> members) {
        List<Reply> numbered = members.stream()
                .filter(reply -> !reply.metadata().number().isEmpty())
                .map(reply -> Map.entry(Numbers.key(reply.metadata().number().get(0)), reply))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        for (int i = 1; i < numbered.size(); i++) {
            int earlier = position(numbered.get(i - 1));
            int later = position(numbered.get(i));
            before[later] = earlier + 1;
            after[earlier] = later + 1;
        }
    }
}
