package dafu.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What the public has seen: the replies of a deployed copy by their ids, as its data files say, and its texts, which are
 * read only where they are asked for.
 *
 * @param texts hands on the texts of the replies of some years, each with its reply's id, in their order; none where the
 *     copy has only the list of its replies
 */
public record Deployed(Map<String, Line> replies, BiConsumer<Collection<Integer>, BiConsumer<String, String>> texts) {
    public static final Deployed NOTHING = new Deployed(Map.of(), (years, then) -> {});

    /** What a comparison needs of a reply. */
    public static final List<String> COLUMNS =
            List.of("title", "proposal-title", "date", "session", "number", "status", "corrections", "aliases");

    /** A line of {@code data/replies.jsonl}: of its columns those that a comparison needs. */
    public record Line(String id, String sha256, Map<String, Object> columns) {
        public String text(String column) {
            return columns.getOrDefault(column, "").toString();
        }

        public List<?> list(String column) {
            return columns.get(column) instanceof List<?> list ? list : List.of();
        }

        public boolean isWithdrawn() {
            return text("status").equals(Metadata.Status.WITHDRAWN.id());
        }
    }

    public Optional<Line> find(Reply reply) {
        return Optional.ofNullable(replies.get(reply.id()));
    }
}
