package dafu.model;

import java.time.LocalDate;
import java.util.Optional;

/** What every page is made from: the catalogue and the words of the site's language. */
public record Site(Archive archive, Strings strings) {

    public Settings settings() {
        return archive.settings();
    }

    /** A word of the site's language, its gaps filled in order. */
    public String say(String name, Object... values) {
        return strings.fill(name, values);
    }

    /** A date for programs (ISO 8601) and for readers. */
    public record Day(String iso, String words) {}

    /** A date as the site's language writes it. */
    public Day day(LocalDate date) {
        String words = say("date")
                .replace("{year}", String.valueOf(date.getYear()))
                .replace("{month}", say("month." + date.getMonthValue()))
                .replace("{day}", String.valueOf(date.getDayOfMonth()));
        return new Day(date.toString(), words);
    }

    /** The term that a name means, declared or not. */
    public Term term(Facet facet, String name) {
        return archive.names(facet).term(name);
    }

    public String title() {
        return settings().title().orElseGet(() -> strings.get("site.title"));
    }

    /** The public address of what stands at an address of the site, where base-url is set. */
    public Optional<String> absolute(String address) {
        return settings().baseUrl().map(base -> base.replaceFirst("/*$", "/") + address);
    }

    /** A term's name in the site's language: built-in kinds have one in every language. */
    public String name(Term term) {
        boolean ownKind = settings().kinds().stream().anyMatch(kind -> kind.id().equals(term.id()));
        return term.facet() == Facet.KIND && !ownKind
                ? strings.find("kind." + term.id()).orElse(term.name())
                : term.name();
    }
}
