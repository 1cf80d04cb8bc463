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
            Optional<String> meaning) {}

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
        add(
                "supporting-bodies",
                metadata.supportingBodies().stream().map(this::supporting).toList());
        day("assigned", metadata.assigned());
        day("published", metadata.published());
        texts("document-number", metadata.documentNumber().stream().toList());
        texts("index-number", metadata.indexNumber().stream().toList());
        metadata.satisfaction()
                .ifPresent(s -> add(
                        "satisfaction",
                        explained("satisfaction.handling", s.handling()),
                        explained("satisfaction.result", s.result())));
        texts("disclosure", metadata.disclosure().stream().toList());
        terms("topics", Facet.TOPIC, metadata.topics());
        metadata.contact()
                .ifPresent(c -> add(
                        "contact",
                        c.office().map(office -> plain("contact.office", office)),
                        c.phone().map(phone -> plain("contact.phone", phone))));
        metadata.source()
                .ifPresent(s -> add(
                        "source",
                        s.url().map(url -> address("source.url", url, Optional.empty())),
                        s.archived().map(url -> address("source.archived", url, word("source.archived"))),
                        s.retrieved().map(date -> day("source.retrieved", date, word("source.retrieved")))));
        return List.copyOf(fields);
    }

    private void texts(String key, List<String> texts) {
        add(key, texts.stream().map(text -> plain(key, text)).toList());
    }

    private void day(String key, Optional<LocalDate> date) {
        add(key, date.map(d -> day(key, d, Optional.empty())));
    }

    private void terms(String key, Facet facet, List<String> names) {
        add(key, names.stream().map(name -> term(key, facet, name)).toList());
    }

    /** A supporting body has a listing only if it also answers. */
    private Value supporting(String name) {
        boolean listed = site.archive().listing(site.term(Facet.BODY, name)).isPresent();
        return listed ? term("supporting-bodies", Facet.BODY, name) : plain("supporting-bodies", name);
    }

    private Value term(String key, Facet facet, String name) {
        Term term = site.term(facet, name);
        Optional<String> code = Optional.of(facet == Facet.KIND ? term.id() : name)
                .filter(c -> facet == Facet.KIND || facet == Facet.OUTCOME);
        return new Value(
                key,
                code.isPresent() ? site.name(term) : name,
                Optional.of(root + term.address()),
                code,
                Optional.empty(),
                term.meaning());
    }

    private Value day(String key, LocalDate date, Optional<String> meaning) {
        Site.Day day = site.day(date);
        return new Value(key, day.words(), Optional.empty(), Optional.empty(), Optional.of(day.iso()), meaning);
    }

    /** An address elsewhere; only one of the web becomes a link. */
    private static Value address(String key, String url, Optional<String> meaning) {
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        Optional<String> href = Optional.of(url).filter(u -> web);
        return new Value(key, url, href, Optional.empty(), Optional.empty(), meaning);
    }

    private static Value plain(String key, String text) {
        return new Value(key, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<Value> explained(String key, Optional<String> text) {
        return text.map(t -> new Value(key, t, Optional.empty(), Optional.empty(), Optional.empty(), word(key)));
    }

    private Optional<String> word(String key) {
        return Optional.of(site.say("field." + key));
    }

    @SafeVarargs
    private void add(String key, Optional<Value>... values) {
        List<Value> present = new ArrayList<>();
        for (Optional<Value> value : values) {
            value.ifPresent(present::add);
        }
        add(key, present);
    }

    private void add(String key, List<Value> values) {
        if (!values.isEmpty()) {
            fields.add(new Field(key, LEADING.contains(key), site.say("field." + key), values));
        }
    }
}
