package dafu.check;

import dafu.model.Archive;
import dafu.model.Change;
import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Settings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the catalogue alone shows: names that are not declared, dates and references that cannot be, series. */
final class Catalogue {
    private static final Map<Facet, String> KEYS = new EnumMap<>(Map.of(
            Facet.SESSION, "session",
            Facet.BODY, "answering-body",
            Facet.PROPOSER, "proposers",
            Facet.TOPIC, "topics",
            Facet.OUTCOME, "outcome"));
    /** A series of fewer numbers, or one that is there to less than these percent, says nothing by what it lacks. */
    private static final int FEWEST = 10;

    private static final int MOST = 80;
    private static final int SHOWN = 12;

    private Catalogue() {}

    /**
     * Where archive.yml says that a vocabulary is closed, replies use its names only. Where it declares schemes of
     * outcomes, an outcome is one of their classes: a letter alone means nothing.
     */
    static void declared(Archive archive, Reply reply, Findings found) {
        Settings settings = archive.settings();
        KEYS.forEach((facet, key) -> {
            boolean closed = settings.closed().contains(facet.folder());
            if (closed || facet == Facet.OUTCOME && !settings.outcomes().isEmpty()) {
                archive.terms(facet, reply).stream()
                        .filter(term -> !term.declared())
                        .forEach(term -> found.add(
                                closed ? "undeclared" : "outcome-scheme",
                                reply.at(key),
                                closed ? facet.folder() : term.name(),
                                closed ? term.name() : codes(settings)));
            }
        });
    }

    private static String codes(Settings settings) {
        return settings.outcomes().stream()
                .flatMap(scheme -> scheme.classes().stream())
                .map(Settings.Outcome::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A reply that another one follows or supersedes must be there, and be an older one. */
    static void references(Archive archive, Reply reply, Findings found) {
        reply.metadata().follows().ifPresent(id -> reference(archive, reply, "follows", id, found));
        reply.metadata().supersedes().ifPresent(id -> reference(archive, reply, "supersedes", id, found));
    }

    private static void reference(Archive archive, Reply reply, String key, String target, Findings found) {
        Optional<LocalDate> earlier =
                archive.find(target).map(it -> it.metadata().date());
        // One that could not be read has errors of its own.
        if (earlier.isEmpty() && !archive.folder().unread().contains(target)) {
            found.add("reference", reply.at(key), target);
        } else if (target.equals(reply.id())) {
            found.add("reference/itself", reply.at(key));
        } else if (earlier.filter(reply.metadata().date()::isBefore).isPresent()) {
            found.add("reference/later", reply.at(key), target);
        }
    }

    /** A page that stays without its letter, or although its letter no longer holds, says why; and since when. */
    static void withdrawals(Archive archive, Reply reply, Findings found) {
        boolean withheld = reply.metadata().extent() == Metadata.Extent.WITHHELD;
        if ((reply.isWithdrawn() || withheld) && reply.metadata().reason().isEmpty()) {
            found.add("withdrawn-reason", reply.at(reply.isWithdrawn() ? "status" : "extent"));
        }
        if (reply.isWithdrawn() && Change.withdrawn(reply).isEmpty()) {
            found.add("withdrawn-undated", reply.at("status"));
        }
    }

    /** A reply is assigned, written, published and corrected in this order, and none of it in the future. */
    static void dates(Archive archive, Reply reply, Findings found) {
        Metadata metadata = reply.metadata();
        LocalDate date = metadata.date();
        metadata.published()
                .filter(date::isAfter)
                .ifPresent(day -> found.add("published-before-reply", reply.at("published"), day, date));
        metadata.assigned()
                .filter(date::isBefore)
                .ifPresent(day -> found.add("assigned-after-reply", reply.at("assigned"), day, date));
        Stream<LocalDate> corrected = metadata.corrections().stream().map(Metadata.Correction::date);
        future(archive, reply, "assigned", metadata.assigned(), found);
        future(archive, reply, "date", Optional.of(date), found);
        future(archive, reply, "published", metadata.published(), found);
        future(archive, reply, "corrections", corrected.max(LocalDate::compareTo), found);
    }

    private static void future(Archive archive, Reply reply, String key, Optional<LocalDate> day, Findings found) {
        day.filter(archive.asOf()::isBefore)
                .ifPresent(date -> found.add("date-future", reply.at(key), date, archive.asOf()));
    }

    /**
     * One number of a session is answered once by one body. A second answer says that it follows or supersedes the first;
     * several bodies may answer parts of one proposal, whose title is then the same.
     */
    static void duplicates(Archive archive, Reply reply, Findings found) {
        archive.together(reply).stream()
                .filter(earlier -> archive.position(earlier) < archive.position(reply))
                .filter(earlier -> isDuplicate(earlier, reply))
                .findFirst()
                .ifPresent(earlier ->
                        found.add("series-duplicate", reply.at("number"), earlier.at("number"), earlier.id()));
    }

    private static boolean isDuplicate(Reply earlier, Reply later) {
        Metadata one = earlier.metadata();
        Metadata other = later.metadata();
        boolean linked = other.follows().isPresent() || other.supersedes().isPresent();
        boolean otherMatter = one.proposalTitle().isPresent()
                && other.proposalTitle().isPresent()
                && !one.proposalTitle().equals(other.proposalTitle());
        return !linked
                && one.role() == other.role()
                && !earlier.isWithdrawn()
                && !later.isWithdrawn()
                && (otherMatter || one.answeringBody().equals(other.answeringBody()));
    }

    /** Numbers that an archive lacks although it has most of their session. */
    static void gaps(Archive archive, Findings found) {
        Map<Archive.Identity, TreeMap<Integer, Reply>> series =
                new TreeMap<>(Comparator.comparing(Archive.Identity::session).thenComparing(Archive.Identity::kind));
        for (Reply reply : archive.replies()) {
            archive.identities(reply)
                    .filter(identity -> identity.number().matches("\\d{1,9}"))
                    .forEach(identity -> series.computeIfAbsent(identity, i -> new TreeMap<>())
                            .putIfAbsent(Integer.parseInt(identity.number()), reply));
        }
        series.values().stream().filter(numbers -> numbers.size() >= FEWEST).forEach(numbers -> gaps(numbers, found));
    }

    private static void gaps(TreeMap<Integer, Reply> numbers, Findings found) {
        int last = numbers.lastKey();
        int first = numbers.size() * 100L >= (long) last * MOST ? 1 : numbers.firstKey();
        if (numbers.size() * 100L < (last - (long) first + 1) * MOST) {
            return;
        }
        List<Integer> gaps = IntStream.range(first, last)
                .filter(number -> !numbers.containsKey(number))
                .boxed()
                .toList();
        if (!gaps.isEmpty()) {
            String shown = gaps.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining("、"));
            found.add(
                    "series-gap",
                    numbers.higherEntry(gaps.get(0)).getValue().at("number"),
                    last,
                    gaps.size() > SHOWN ? shown + "…" : shown,
                    gaps.size());
        }
    }
}
