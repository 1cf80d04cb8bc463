package dafu.model;

import dafu.text.Masks;
import dafu.text.Message.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code content/archive.yml} says; every key may be absent, and the defaults build a good site. */
public record Settings(
        Optional<String> title,
        Optional<String> description,
        Optional<String> language,
        Optional<String> baseUrl,
        Optional<String> publisher,
        Optional<String> siteIdCode,
        Optional<String> siteDomain,
        Optional<String> licence,
        Optional<Integer> perPage,
        List<String> filings,
        Optional<Integer> replyMonths,
        Optional<String> notice,
        Optional<String> form,
        List<Entry> kinds,
        List<Scheme> outcomes,
        List<Entry> sessions,
        List<Entry> bodies,
        List<Entry> proposers,
        List<Entry> topics,
        List<Official> officialTotals,
        List<String> closed,
        List<String> rulesOff,
        List<Word> words,
        List<String> masks) {

    public static final Schema<Settings> SCHEMA = Schema.of(Settings.class);
    public static final Settings DEFAULTS = SCHEMA.empty();

    private static final List<Entry> BUILT_IN_KINDS = List.of(
            builtIn("proposal", "政协提案", "提案"),
            builtIn("suggestion", "人大建议", "建议"),
            builtIn("motion", "议案"),
            builtIn("question", "询问", "质询"),
            builtIn("request", "申请", "信息公开申请"));

    /** A name that the archive knows: its part of an address, other ways to write it, lay words, what came after it. */
    public record Entry(
            String id, String name, List<String> aliases, List<String> synonyms, Optional<String> successor) {}

    /** One way to class outcomes. Letters differ from place to place, so a class means something in its scheme alone. */
    public record Scheme(String scheme, Optional<String> name, List<Outcome> classes) {}

    public record Outcome(String code, String label, Optional<String> meaning, boolean unfinished) {}

    /** A number as officially published, for a line of the statistics or, without a value, for the sum. */
    public record Official(
            Optional<Integer> year, String figure, Optional<String> value, int count, Optional<String> source) {}

    /** A wording that this archive does not want, and what it writes instead. */
    public record Word(String wrong, String right, Optional<String> reason) {}

    public String languageTag() {
        return language.orElse("zh-CN");
    }

    /** In which language pages show keys and what they mean. */
    public Language keyLanguage() {
        return languageTag().startsWith("zh") ? Language.ZH : Language.EN;
    }

    /** Where the site lies on its host: the path of its public address, with one slash at its end. */
    public String basePath() {
        return baseUrl.map(URI::create).map(URI::getPath).orElse("").replaceFirst("/*$", "/");
    }

    public int monthsToReply() {
        return replyMonths.orElse(3);
    }

    /** Which personal data is masked: what is said, else all of it; where nothing that is said is a rule, all as well. */
    public Set<Masks.Rule> maskRules() {
        Set<Masks.Rule> said = Arrays.stream(Masks.Rule.values())
                .filter(rule -> masks.contains(rule.id()))
                .collect(Collectors.toUnmodifiableSet());
        return said.isEmpty() ? Set.of(Masks.Rule.values()) : said;
    }

    public int entriesPerPage() {
        return perPage.orElse(20);
    }

    /** What the archive declares of a facet; outcomes have schemes instead, and years need no names. */
    public List<Entry> entries(Facet facet) {
        return switch (facet) {
            case SESSION -> sessions;
            case KIND -> kinds;
            case BODY -> bodies;
            case PROPOSER -> proposers;
            case TOPIC -> topics;
            case YEAR, OUTCOME -> List.of();
        };
    }

    /** Every kind that may be answered: those declared, then the built-in ones whose ids they do not take. */
    public List<Entry> allKinds() {
        List<Entry> all = new ArrayList<>(kinds);
        BUILT_IN_KINDS.stream()
                .filter(kind -> kinds.stream().noneMatch(own -> own.id().equals(kind.id())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The id of a kind as written: its id, its name or an alias. */
    public Optional<String> kind(String written) {
        return allKinds().stream()
                .filter(kind -> kind.id().equals(written)
                        || kind.name().equals(written)
                        || kind.aliases().contains(written))
                .map(Entry::id)
                .findFirst();
    }

    private static Entry builtIn(String id, String name, String... aliases) {
        return new Entry(id, name, List.of(aliases), List.of(), Optional.empty());
    }
}
