package dafu.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The terms of each facet and the replies that have them. */
final class Groupings {
    private final Settings settings;
    private final List<Reply> replies;
    private final Map<Facet, Vocabulary> vocabularies;
    private final Map<Facet, List<Listing>> listings;
    private final Map<Term, Listing> byTerm = new HashMap<>();

    /** @param replies in the order of their positions */
    Groupings(Settings settings, List<Reply> replies) {
        this.settings = settings;
        this.replies = replies;
        vocabularies = each(this::vocabulary);
        listings = each(this::group);
        listings.values().forEach(all -> all.forEach(listing -> byTerm.put(listing.term(), listing)));
    }

    /** Facets do not need each other, so they are gone through at once. */
    private static <T> Map<Facet, T> each(Function<Facet, T> of) {
        return Arrays.stream(Facet.values())
                .parallel()
                .collect(Collectors.toMap(facet -> facet, of, (one, other) -> one, () -> new EnumMap<>(Facet.class)));
    }

    Vocabulary names(Facet facet) {
        return vocabularies.get(facet);
    }

    List<Listing> listings(Facet facet) {
        return listings.get(facet);
    }

    Optional<Listing> listing(Term term) {
        return Optional.ofNullable(byTerm.get(term));
    }

    List<Term> terms(Facet facet, Reply reply) {
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

    /** The id of a reply's kind; empty if it names none. */
    String kind(Reply reply) {
        return reply.metadata()
                .kind()
                .map(kind -> names(Facet.KIND).term(kind).id())
                .orElse("");
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
}
