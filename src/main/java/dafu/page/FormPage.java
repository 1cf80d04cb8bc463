package dafu.page;

import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Page;
import dafu.model.Schema;
import dafu.model.Schema.Kind;
import dafu.model.Settings;
import dafu.model.Site;
import dafu.text.Message.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form that makes the file of a reply, for those who install nothing: every key of the schema, in the site's language.
 * It is there only where the settings ask for it, and nothing that is typed leaves the browser by itself.
 */
final class FormPage {
    static final String ADDRESS = "form/";

    /** Whose names may stand in a key. */
    private static final Map<String, Facet> NAMED = Map.of(
            "session", Facet.SESSION,
            "answering-body", Facet.BODY,
            "supporting-bodies", Facet.BODY,
            "topics", Facet.TOPIC);

    private final Language language;

    /**
     * What the layout receives.
     *
     * @param host the page of the git host that makes a new file, where the settings name one
     * @param usual the keys that letters usually say
     * @param other all other keys
     * @param names what may stand in some keys, as the archive knows them
     * @param status the key of the status, and its value for a draft and for a reply that is public
     */
    public record View(
            Frame page,
            Optional<String> host,
            List<Group> usual,
            List<Group> other,
            List<Names> names,
            Choices status) {}

    /** One key: a value, or the parts of a record; where it is many, there may be several of these. */
    public record Group(String key, String label, String about, boolean many, List<Input> inputs) {
        public boolean isRecord() {
            return inputs.size() > 1 || many;
        }
    }

    /**
     * What is typed or chosen.
     *
     * @param kind text, texts, date, choice or yes-no
     * @param names the list of names that may stand there, by its key
     */
    public record Input(
            String id,
            String key,
            String label,
            Optional<String> about,
            boolean required,
            String kind,
            Optional<String> names,
            List<String> choices) {
        public boolean isDate() {
            return kind.equals("date");
        }

        public boolean isChoice() {
            return !choices.isEmpty();
        }
    }

    /** Names that an archive declares; a file's name says their ids. */
    public record Names(String key, List<Settings.Entry> all) {}

    /** A key with the values that the script sets. */
    public record Choices(String key, String draft, String published) {}

    private FormPage(Language language) {
        this.language = language;
    }

    static Stream<Page> pages(Site site) {
        FormPage form = new FormPage(site.settings().keyLanguage());
        return site
                .settings()
                .form()
                .map(host -> new Page(ADDRESS + "index.html", "form", () -> form.view(site, host)))
                .stream();
    }

    private View view(Site site, String host) {
        Schema.Field status = Metadata.SCHEMA.field("status").orElseThrow();
        Map<Boolean, List<Group>> groups = Metadata.SCHEMA.fields().stream()
                .filter(field -> !field.equals(status))
                .collect(Collectors.partitioningBy(
                        Schema.Field::usual, Collectors.mapping(this::group, Collectors.toList())));
        return new View(
                Frame.named(site, ADDRESS, "form"),
                Optional.of(host).filter(it -> it.matches("https?://\\S+")),
                groups.get(true),
                groups.get(false),
                Stream.of(Facet.SESSION, Facet.BODY, Facet.TOPIC)
                        .map(facet -> new Names(facet.key(), site.settings().entries(facet)))
                        .toList(),
                new Choices(
                        status.name(language),
                        Metadata.Status.DRAFT.name(language),
                        Metadata.Status.PUBLISHED.name(language)));
    }

    private Group group(Schema.Field field) {
        List<Input> inputs = field.nested()
                .map(nested -> nested.fields().stream()
                        .map(part -> input(field.name() + ".", part, false))
                        .toList())
                .orElseGet(() -> List.of(input("", field, field.required())));
        return new Group(
                field.name(language), label(field), field.about(language), field.kind() == Kind.RECORDS, inputs);
    }

    private Input input(String within, Schema.Field field, boolean required) {
        return new Input(
                within + field.name(),
                field.name(language),
                label(field),
                Optional.of(field.about(language)).filter(words -> within.isEmpty()),
                required,
                switch (field.kind()) {
                    case DATE -> "date";
                    case TEXTS -> "texts";
                    case YES_NO -> "yes-no";
                    default -> "text";
                },
                Optional.ofNullable(NAMED.get(within + field.name())).map(Facet::key),
                field.kind() == Kind.YES_NO
                        ? List.of(language == Language.ZH ? "是" : "true")
                        : field.choices().stream()
                                .map(choice -> choice.name(language))
                                .toList());
    }

    private String label(Schema.Field field) {
        return field.name(language).replace('-', ' ');
    }
}
