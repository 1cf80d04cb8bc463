package dafu.model;

import dafu.model.Archive.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Replies by their numbers, which recur in every session and kind. */
final class Numbering {
    private final List<Reply> replies;
    private final Groupings groupings;
    /** The replies of an identity that several may have. */
    private final Map<Identity, List<Reply>> shared = new HashMap<>();
    /** By position, those of the neighbours plus one; 0 where there is none. */
    private final int[] before;

    private final int[] after;

    Numbering(List<Reply> replies, Positions positions, Groupings groupings) {
        this.replies = replies;
        this.groupings = groupings;
        // Nearly every reply is the only one of its identity: a list for each would be most of the catalogue.
        long[] hashes = replies.stream()
                .flatMap(this::identities)
                .mapToLong(Identity::hash)
                .sorted()
                .toArray();
        for (Reply reply : replies) {
            identities(reply)
                    .filter(identity -> recurs(identity.hash(), hashes))
                    .forEach(identity -> shared.computeIfAbsent(identity, i -> new ArrayList<>(2))
                            .add(reply));
        }
        this.before = new int[replies.size()];
        this.after = new int[replies.size()];
        for (Listing session : groupings.listings(Facet.SESSION)) {
            byKind(IntStream.of(session.members()).mapToObj(replies::get)).forEach(kind -> chain(kind, positions));
        }
    }

    Stream<Identity> identities(Reply reply) {
        return reply.metadata().session().stream()
                .flatMap(session -> reply.metadata().number().stream()
                        .map(number -> new Identity(
                                groupings.names(Facet.SESSION).term(session).id(), groupings.kind(reply), number)));
    }

    /** The replies of all identities of one, itself with them. */
    Stream<Reply> together(Reply reply) {
        return identities(reply).flatMap(identity -> shared.getOrDefault(identity, List.of()).stream());
    }

    Optional<Reply> before(int position) {
        return neighbour(before[position]);
    }

    Optional<Reply> after(int position) {
        return neighbour(after[position]);
    }

    /** Replies by the ids of their kinds; those that name none come first. */
    Collection<List<Reply>> byKind(Stream<Reply> members) {
        return members.collect(Collectors.groupingBy(groupings::kind, TreeMap::new, Collectors.toList()))
                .values();
    }

    private Optional<Reply> neighbour(int place) {
        return place == 0 ? Optional.empty() : Optional.of(replies.get(place - 1));
    }

    private static boolean recurs(long hash, long[] sorted) {
        int at = Arrays.binarySearch(sorted, hash);
        return at > 0 && sorted[at - 1] == hash || at + 1 < sorted.length && sorted[at + 1] == hash;
    }

    private void chain(List<Reply> members, Positions positions) {
        List<Reply> numbered = members.stream()
                .filter(reply -> !reply.metadata().number().isEmpty())
                .map(reply -> Map.entry(Numbers.key(reply.metadata().number().get(0)), reply))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        for (int i = 1; i < numbered.size(); i++) {
            int earlier = positions.of(numbered.get(i - 1));
            int later = positions.of(numbered.get(i));
            before[later] = earlier + 1;
            after[earlier] = later + 1;
        }
    }
}
