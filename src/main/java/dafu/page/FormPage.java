package dafu.page;

import dafu.model.Choice;
import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Page;
import dafu.model.Schema;
import dafu.model.Schema.Kind;
import dafu.model.Settings;
import dafu.model.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form that makes the file of a reply, for those who install nothing: every key of the schema, in the site's language.
 * It is there only where the settings ask for it, and nothing that is typed leaves the browser by itself.
 */
final class FormPage {
    static final String ADDRESS = "form/";

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

    /** Names that an archive declares, with what a file's name says for them. */
    public record Names(String key, List<Name> all) {}

    public record Name(String id, String name) {}

    /** A key with the values that the script sets. */
    public record Choices(String key, String draft, String published) {}

    private FormPage() {}

    static Stream<Page> pages(Site site) {
        return site.settings().form().map(host -> page(site, host)).stream();
    }

    private static Page page(Site site, String host) {
        boolean zh = site.settings().languageTag().startsWith("zh");
        String path = ADDRESS + "index.html";
        String title = site.say("form");
        String about = site.say("form.about");
        List<Schema.Field> fields = Metadata.SCHEMA.fields().stream()
                .filter(field -> !field.name().equals("status"))
                .toList();
        Schema.Field status = Metadata.SCHEMA.field("status").orElseThrow();
        return new Page(
                path,
                "form",
                new View(
                        Frame.of(site, path, title, Optional.of(about)),
                        Optional.of(host).filter(it -> it.matches("https?://\\S+")),
                        groups(fields.stream().filter(Schema.Field::usual), zh),
                        groups(fields.stream().filter(field -> !field.usual()), zh),
                        Stream.of(Facet.SESSION, Facet.BODY, Facet.TOPIC)
                                .map(facet -> names(site.settings(), facet))
                                .toList(),
                        new Choices(
                                name(status, zh),
                                name(Metadata.Status.DRAFT, zh),
                                name(Metadata.Status.PUBLISHED, zh))));
    }

    private static List<Group> groups(Stream<Schema.Field> fields, boolean zh) {
        return fields.map(field -> new Group(
                        name(field, zh),
                        zh ? field.zh().get(0) : field.name().replace('-', ' '),
                        zh ? field.about() : field.aboutEn(),
                        field.kind() == Kind.RECORDS,
                        field.nested()
                                .map(nested -> nested.fields().stream()
                                        .map(part -> input(field.name() + ".", part, false, zh))
                                        .toList())
                                .orElseGet(() -> List.of(input("", field, field.required(), zh)))))
                .toList();
    }

    private static Input input(String within, Schema.Field field, boolean required, boolean zh) {
        return new Input(
                within + field.name(),
                name(field, zh),
                zh ? field.zh().get(0) : field.name().replace('-', ' '),
                Optional.of(zh ? field.about() : field.aboutEn()).filter(words -> within.isEmpty()),
                required,
                switch (field.kind()) {
                    case DATE -> "date";
                    case TEXTS -> "texts";
                    case YES_NO -> "yes-no";
                    default -> "text";
                },
                Optional.ofNullable(
                        switch (within + field.name()) {
                            case "session" -> "session";
                            case "answering-body", "supporting-bodies" -> "body";
                            case "topics" -> "topic";
                            default -> null;
                        }),
                field.kind() == Kind.YES_NO
                        ? List.of(zh ? "是" : "true")
                        : field.choices().stream()
                                .map(choice -> name(choice, zh))
                                .toList());
    }

    private static Names names(Settings settings, Facet facet) {
        return new Names(
                facet.key(),
                settings.entries(facet).stream()
                        .map(entry -> new Name(entry.id(), entry.name()))
                        .toList());
    }

    private static String name(Schema.Field field, boolean zh) {
        return zh ? field.zh().get(0) : field.name();
    }

    private static String name(Choice choice, boolean zh) {
        return zh ? choice.zh() : choice.id();
    }
}
