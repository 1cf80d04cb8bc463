package dafu.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Positions positions;
    private final Groupings groupings;
    private final Succession succession;
    private final Numbering numbering;
    private final LocalDate asOf;
    private final List<Change> changes;
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
        long hash() {
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
        this.positions = new Positions(replies);
        this.groupings = new Groupings(settings, replies);
        this.succession = new Succession(replies, positions);
        this.numbering = new Numbering(replies, positions, groupings);
        this.changes = Change.all(this);
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
        return groupings.names(facet);
    }

    /** The terms that occur and their replies; none is empty. Years newest first, declared terms in their order, others by name. */
    public List<Listing> listings(Facet facet) {
        return groupings.listings(facet);
    }

    /** The replies of a term, if it has some. */
    public Optional<Listing> listing(Term term) {
        return groupings.listing(term);
    }

    public Optional<Reply> find(String id) {
        return positions.find(id);
    }

    /** A reply's number: replies are counted by date, oldest first. */
    public int position(Reply reply) {
        return positions.of(reply);
    }

    /** The values of a facet that a reply has. */
    public List<Term> terms(Facet facet, Reply reply) {
        return groupings.terms(facet, reply);
    }

    /** The other replies to the same session, kind and number: parts of a split answer, and opinions. */
    public List<Reply> together(Reply reply) {
        Set<Reply> found = new TreeSet<>(BY_DATE);
        numbering.together(reply).forEach(found::add);
        found.remove(reply);
        return List.copyOf(found);
    }

    /** The replies that this one follows, the nearest first: it names one in {@code follows}, and that may name another. */
    public List<Reply> earlier(Reply reply) {
        return succession.earlier(reply);
    }

    /** The replies that follow this one, and those that follow them. */
    public List<Reply> later(Reply reply) {
        return succession.later(reply);
    }

    /** Replies about the like, the likest first, without those that are excepted. */
    public List<Reply> related(Reply reply, List<Reply> except) {
        synchronized (positions) {
            if (related == null) {
                related = new Related(this);
            }
        }
        return related.to(reply, except);
    }

    /** Replies that name this one in {@code supersedes}. */
    public List<Reply> supersededBy(Reply reply) {
        return succession.supersededBy(reply);
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
                .filter(i -> !replies.get(i).isWithdrawn() && succession.isLast(replies.get(i)))
                .toArray();
    }

    /** The reply with the next lower number in the same session and kind. */
    public Optional<Reply> before(Reply reply) {
        return numbering.before(position(reply));
    }

    /** The reply with the next higher number in the same session and kind. */
    public Optional<Reply> after(Reply reply) {
        return numbering.after(position(reply));
    }

    /** The identities under which a reply is filed: one for each of its numbers. */
    public Stream<Identity> identities(Reply reply) {
        return numbering.identities(reply);
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

    /** Replies by the ids of their kinds; those that name none come first. */
    Collection<List<Reply>> byKind(Stream<Reply> members) {
        return numbering.byKind(members);
    }
}
