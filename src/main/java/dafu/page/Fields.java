package dafu.page;

import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a reply as its page shows them: label and values, each linked to where more of the kind stands. */
public final class Fields {
    /** What a reader looks for first: who answered, when, whom, and with what outcome. The title mostly says the rest. */
    private static final Set<String> LEADING = Set.of("answering-body", "date", "proposers", "outcome");

    private final Site site;
    private final Reply reply;
    private final String root;
    private final List<Field> fields = new ArrayList<>();

    /**
     * One field.
     *
     * @param key the front-matter key
     * @param leading whether it stands among the first, where a small screen shows only those
     */
    public record Field(String key, boolean leading, String label, List<Value> values) {}

    /**
     * One value of a field.
     *
     * @param key the front-matter key; in a map with the inner key after a dot
     * @param code the value as written, where readers see another word for it
     * @param meaning what the value means, in words
     */
    public record Value(
            String key,
            String text,
            Optional<String> href,
            Optional<String> code,
            Optional<String> iso,
            Optional<String> meaning) {

        static Value of(String key, String text) {
            return new Value(key, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Value linked(String address) {
            return new Value(key, text, Optional.of(address), code, iso, meaning);
        }

        Value coded(String written) {
            return new Value(key, text, href, Optional.of(written), iso, meaning);
        }

        Value on(String date) {
            return new Value(key, text, href, code, Optional.of(date), meaning);
        }

        Value meaning(String words) {
            return new Value(key, text, href, code, iso, Optional.of(words).filter(w -> !w.isEmpty()));
        }
    }

    private Fields(Site site, Reply reply, String root) {
        this.site = site;
        this.reply = reply;
        this.root = root;
    }

    static List<Field> of(Site site, Reply reply, String root) {
        return new Fields(site, reply, root).all();
    }

    private List<Field> all() {
        Metadata metadata = reply.metadata();
        terms("answering-body", Facet.BODY, List.of(metadata.answeringBody()));
        day("date", Optional.of(metadata.date()));
        terms("proposers", Facet.PROPOSER, metadata.proposers());
        terms("outcome", Facet.OUTCOME, metadata.outcome().stream().toList());
        terms("session", Facet.SESSION, metadata.session().stream().toList());
        texts("number", metadata.number());
        terms("kind", Facet.KIND, metadata.kind().stream().toList());
        supporting(metadata);
        day("assigned", metadata.assigned());
        day("published", metadata.published());
        text("document-number", metadata.documentNumber());
        text("index-number", metadata.indexNumber());
        metadata.satisfaction()
                .ifPresent(s -> group(
                        "satisfaction",
                        explained("satisfaction.handling", s.handling()),
                        explained("satisfaction.result", s.result())));
        text("disclosure", metadata.disclosure());
        terms("topics", Facet.TOPIC, metadata.topics());
        metadata.contact()
                .ifPresent(
                        c -> group("contact", value("contact.office", c.office()), value("contact.phone", c.phone())));
        metadata.source().ifPresent(this::source);
        return List.copyOf(fields);
    }

    private void text(String key, Optional<String> text) {
        text.ifPresent(t -> texts(key, List.of(t)));
    }

    private void texts(String key, List<String> texts) {
        add(key, texts.stream().map(text -> Value.of(key, text)).toList());
    }

    private void terms(String key, Facet facet, List<String> names) {
        add(key, names.stream().map(name -> term(key, facet, name)).toList());
    }

    /** A supporting body has a listing only if it also answers. */
    private void supporting(Metadata metadata) {
        add(
                "supporting-bodies",
                metadata.supportingBodies().stream()
                        .map(name -> {
                            Value value = term("supporting-bodies", Facet.BODY, name);
                            Term body = site.term(Facet.BODY, name);
                            boolean listed = site.archive().listings(Facet.BODY).stream()
                                    .anyMatch(listing -> listing.term().equals(body));
                            return listed ? value : Value.of("supporting-bodies", name);
                        })
                        .toList());
    }

    private Value term(String key, Facet facet, String name) {
        Term term = site.term(facet, name);
        boolean coded = facet == Facet.KIND || facet == Facet.OUTCOME;
        Value value = Value.of(key, coded ? site.name(term) : name)
                .linked(root + term.address())
                .meaning(term.meaning());
        return coded ? value.coded(facet == Facet.KIND ? term.id() : name) : value;
    }

    private void day(String key, Optional<LocalDate> date) {
        date.ifPresent(d -> add(key, List.of(day(key, d))));
    }

    private Value day(String key, LocalDate date) {
        Dates.Day day = Dates.day(site.strings(), date);
        return Value.of(key, day.words()).on(day.iso());
    }

    private void source(Metadata.Origin source) {
        List<Value> values = new ArrayList<>();
        source.url().ifPresent(url -> values.add(address("source.url", url)));
        source.archived()
                .ifPresent(url -> values.add(address("source.archived", url).meaning(word("source.archived"))));
        source.retrieved()
                .ifPresent(date -> values.add(day("source.retrieved", date).meaning(word("source.retrieved"))));
        add("source", values);
    }

    /** An address elsewhere; only one of the web becomes a link. */
    private static Value address(String key, String url) {
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        return web ? Value.of(key, url).linked(url) : Value.of(key, url);
    }

    private Optional<Value> explained(String key, Optional<String> text) {
        return text.map(t -> Value.of(key, t).meaning(word(key)));
    }

    private static Optional<Value> value(String key, Optional<String> text) {
        return text.map(t -> Value.of(key, t));
    }

    private String word(String key) {
        return site.say("field." + key);
    }

    @SafeVarargs
    private void group(String label, Optional<Value>... values) {
        List<Value> present = new ArrayList<>();
        for (Optional<Value> value : values) {
            value.ifPresent(present::add);
        }
        add(label, present);
    }

    private void add(String key, List<Value> values) {
        if (!values.isEmpty()) {
            fields.add(new Field(key, LEADING.contains(key), site.say("field." + key), values));
        }
    }
}
