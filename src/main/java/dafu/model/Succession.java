package dafu.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which replies come after which: those that name another in {@code follows} or {@code supersedes}. */
final class Succession {
    private final Positions positions;
    private final Map<String, List<Reply>> successors = new HashMap<>();

    Succession(List<Reply> replies, Positions positions) {
        this.positions = positions;
        for (Reply reply : replies) {
            Stream.concat(reply.metadata().follows().stream(), reply.metadata().supersedes().stream())
                    .forEach(earlier -> successors
                            .computeIfAbsent(earlier, e -> new ArrayList<>(1))
                            .add(reply));
        }
    }

    List<Reply> earlier(Reply reply) {
        return chain(
                reply,
                one -> one.metadata().follows().flatMap(positions::find).stream()
                        .toList());
    }

    List<Reply> later(Reply reply) {
        return chain(reply, one -> named(one, later -> later.metadata().follows()));
    }

    List<Reply> supersededBy(Reply reply) {
        return named(reply, later -> later.metadata().supersedes());
    }

    /** Whether no other follows or replaces it. */
    boolean isLast(Reply reply) {
        return !successors.containsKey(reply.id());
    }

    private List<Reply> named(Reply reply, Function<Reply, Optional<String>> key) {
        return successors.getOrDefault(reply.id(), List.of()).stream()
                .filter(later -> key.apply(later).equals(Optional.of(reply.id())))
                .toList();
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
}
