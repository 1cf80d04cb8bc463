package dafu.search;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.model.Site;
import dafu.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The files that follow from the catalogue alone: cards, facets and their names, days, lay words. */
final class Catalogue {
    /** Replies in a file of cards, and in one of facets. */
    static final int CARDS = 8;

    static final int CHUNK = 1024;
    /** The facets whose terms have names; the year follows from a reply's number. */
    static final List<Facet> NAMED =
            Stream.concat(Fields.COUNTED.stream(), Stream.of(Facet.PROPOSER)).toList();

    private final Site site;
    private final Archive archive;
    private final BiConsumer<String, byte[]> out;
    /** The number of each term of a facet: by its first reply, so that it stays when replies are added. */
    private final Map<Facet, Map<String, Integer>> numbers = new EnumMap<>(Facet.class);

    Catalogue(Site site, BiConsumer<String, byte[]> out) {
        this.site = site;
        this.archive = site.archive();
        this.out = out;
    }

    /** Numbers the terms, before {@link #chunk} and {@link #names}. */
    void number() {
        for (Reply reply : archive.replies()) {
            for (Facet facet : NAMED) {
                Map<String, Integer> known = numbers.computeIfAbsent(facet, f -> new LinkedHashMap<>());
                archive.terms(facet, reply).forEach(term -> known.putIfAbsent(term.id(), known.size()));
            }
        }
    }

    /** Cards and facets of the replies from a number on, {@value #CHUNK} of them. */
    void chunk(int from) {
        int to = Math.min(archive.replies().size(), from + CHUNK);
        for (int first = from; first < to; first += CARDS) {
            StringBuilder cards = new StringBuilder();
            for (int i = first; i < Math.min(to, first + CARDS); i++) {
                card(archive.replies().get(i), cards);
            }
            out.accept(Packed.path("c", first / CARDS), Packed.text(cards.toString()));
        }
        StringBuilder columns = new StringBuilder();
        for (Facet facet : Fields.COUNTED) {
            for (int i = from; i < to; i++) {
                for (Term term : archive.terms(facet, archive.replies().get(i))) {
                    columns.append((char) (0x4E00 + numbers.get(facet).get(term.id())));
                }
                columns.append(i + 1 < to ? '\t' : '\n');
            }
        }
        out.accept("search/f/" + Integer.toHexString(from / CHUNK), Packed.text(columns.toString()));
    }

    private void card(Reply reply, StringBuilder to) {
        Metadata metadata = reply.metadata();
        String[] fields = {
            reply.id(),
            reply.matter(),
            metadata.date().toString(),
            site.term(Facet.BODY, metadata.answeringBody()).name(),
            metadata.outcome()
                    .map(code -> site.term(Facet.OUTCOME, code).name())
                    .orElse(""),
            String.join("、", metadata.number()),
            String.join(" ", archive.marks(reply))
        };
        for (int i = 0; i < fields.length; i++) {
            to.append(Tokens.clean(fields[i])).append(i + 1 < fields.length ? '\t' : '\n');
        }
    }

    /** The names of each facet's terms, in the order of their numbers; and how many replies each day has. */
    void names() {
        for (Facet facet : NAMED) {
            Map<String, Set<String>> names = new LinkedHashMap<>();
            numbers.getOrDefault(facet, Map.of()).keySet().forEach(id -> names.put(id, new LinkedHashSet<>()));
            archive.listings(facet)
                    .forEach(listing -> names.get(listing.term().id()).add(site.name(listing.term())));
            for (Settings.Entry entry : site.settings().entries(facet)) {
                names.getOrDefault(entry.id(), new LinkedHashSet<>()).addAll(entry.aliases());
            }
            StringBuilder lines = new StringBuilder();
            names.forEach((id, all) -> {
                lines.append(id);
                all.forEach(name -> lines.append('\t').append(Tokens.clean(name)));
                lines.append('\n');
            });
            out.accept("search/f/" + facet.key(), Packed.text(lines.toString()));
        }
        Map<LocalDate, Integer> days = new LinkedHashMap<>();
        archive.replies().forEach(reply -> days.merge(reply.metadata().date(), 1, Integer::sum));
        StringBuilder lines = new StringBuilder();
        days.forEach(
                (day, count) -> lines.append(day).append('\t').append(count).append('\n'));
        out.accept("search/f/days", Packed.text(lines.toString()));
    }

    /** Names with the other words that stand for them, and each session, since readers type it: facet, id, name, words. */
    List<List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Facet facet : NAMED) {
            for (Settings.Entry entry : site.settings().entries(facet)) {
                if (!entry.synonyms().isEmpty() || !entry.aliases().isEmpty()) {
                    List<String> line = words.computeIfAbsent(
                            facet + entry.id(),
                            key -> new ArrayList<>(
                                    List.of(occurs(facet, entry) ? facet.key() : "", entry.id(), entry.name())));
                    line.addAll(entry.synonyms());
                    line.addAll(entry.aliases());
                }
            }
        }
        archive.listings(Facet.SESSION).forEach(listing -> {
            Term session = listing.term();
            words.putIfAbsent(
                    Facet.SESSION + session.id(), List.of(Facet.SESSION.key(), session.id(), site.name(session)));
        });
        return List.copyOf(words.values());
    }

    private boolean occurs(Facet facet, Settings.Entry entry) {
        return archive.listing(site.term(facet, entry.name())).isPresent();
    }

    /** Each year with its number of replies. */
    List<List<Integer>> years() {
        List<List<Integer>> years = new ArrayList<>();
        archive.listings(Facet.YEAR)
                .forEach(
                        year -> years.add(0, List.of(Integer.valueOf(year.term().id()), year.size())));
        return years;
    }
}
