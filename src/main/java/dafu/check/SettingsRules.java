package dafu.check;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Settings;
import dafu.text.Masks;
import dafu.text.PortableNames;
import dafu.text.Rule;
import dafu.text.Suggestion;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the settings say can be meant: addresses are addresses, ids are unique and fit for an address. */
final class SettingsRules {
    /** The tables of the statistics, beside one for each scheme of outcomes. */
    private static final String[] FIGURES =
            "letters years sessions kinds bodies outcomes extent days satisfaction-handling satisfaction-result topics"
                    .split(" ");

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Pattern CODE = Pattern.compile("\\d{10}|bm\\d{8}");
    private static final Pattern FORM = Pattern.compile("https?://\\S+|下载|download");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private final Archive archive;
    private final Settings settings;
    private final Findings found;

    private SettingsRules(Archive archive, Findings found) {
        this.archive = archive;
        this.settings = archive.settings();
        this.found = found;
    }

    static void check(Archive archive, Findings found) {
        SettingsRules rules = new SettingsRules(archive, found);
        rules.values();
        rules.vocabularies();
        rules.site();
    }

    private void wrong(String how, String key, String value, Object about) {
        found.add("setting/" + how, archive.folder().at(key, value), key, value, about);
    }

    private void values() {
        settings.baseUrl().filter(url -> !isBase(url)).ifPresent(url -> wrong("base", "base-url", url, ""));
        settings.form()
                .filter(host -> !FORM.matcher(host).matches())
                .ifPresent(host -> wrong("form", "form", host, ""));
        oneOf("masks", settings.masks(), Arrays.stream(Masks.Rule.values()).map(Masks.Rule::id));
        oneOf("closed", settings.closed(), Arrays.stream(Facet.values()).map(Facet::folder));
        oneOf(
                "official-totals",
                settings.officialTotals().stream()
                        .map(Settings.Official::figure)
                        .toList(),
                Stream.concat(
                        Stream.of(FIGURES), settings.outcomes().stream().map(scheme -> "outcomes-" + scheme.scheme())));
        for (String id : settings.rulesOff()) {
            Optional<String> near = Suggestion.closest(id, Rule.that("off"));
            if (!Rule.that("off").contains(id)) {
                String how = Rule.find(id).isPresent() ? "off-never" : near.isPresent() ? "off-near" : "off-unknown";
                wrong(how, "rules-off", id, near.orElse(""));
            }
        }
        settings.words().stream()
                .filter(word -> word.wrong().equals(word.right()))
                .forEach(word -> wrong("same-word", "words", word.wrong(), ""));
    }

    private static boolean isBase(String url) {
        try {
            URI uri = URI.create(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private void oneOf(String key, List<String> values, Stream<String> possible) {
        List<String> allowed = possible.toList();
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> wrong("one-of", key, value, String.join(", ", allowed)));
    }

    private void vocabularies() {
        new TreeMap<>(Map.of(
                        "kinds", settings.kinds(),
                        "sessions", settings.sessions(),
                        "bodies", settings.bodies(),
                        "proposers", settings.proposers(),
                        "topics", settings.topics()))
                .forEach(this::entries);
        Set<String> ids = new HashSet<>();
        for (Settings.Scheme scheme : settings.outcomes()) {
            id("outcomes", scheme.scheme(), ids);
            once("code-twice", "outcomes", scheme.classes().stream().map(Settings.Outcome::code));
        }
    }

    private void entries(String key, List<Settings.Entry> entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> id(key, entry.id(), ids));
        once(
                "name-twice",
                key,
                entries.stream().flatMap(entry -> Stream.concat(Stream.of(entry.name()), entry.aliases().stream())));
        entries.forEach(entry ->
                entry.successor().filter(id -> !ids.contains(id)).ifPresent(id -> wrong("successor", key, id, "")));
    }

    private void once(String how, String key, Stream<String> values) {
        Set<String> seen = new HashSet<>();
        values.filter(value -> !seen.add(value)).forEach(value -> wrong(how, key, value, ""));
    }

    private void id(String key, String id, Set<String> ids) {
        if (!id.matches(ID) || id.equals("page")) {
            wrong("id", key, id, "");
        } else if (!PortableNames.isPortable(id)) {
            found.add("name/system", archive.folder().at(key, id), id);
        } else if (!ids.add(id)) {
            wrong("id-twice", key, id, "");
        }
    }

    /** The meta tags of a government site name one site: a template was seen with another city's domain and code. */
    private void site() {
        settings.siteIdCode()
                .filter(code -> !CODE.matcher(code).matches())
                .ifPresent(
                        code -> found.add("site-identity/code", archive.folder().at("site-id-code", code), code));
        settings.siteDomain().ifPresent(domain -> {
            String host = settings.baseUrl()
                    .map(url -> url.replaceFirst("^https?://", "").replaceFirst("[:/].*", ""))
                    .orElse(domain);
            boolean isHost = HOST.matcher(domain).matches();
            if (!isHost || !("." + host.toLowerCase(Locale.ROOT)).endsWith("." + domain.replaceFirst("^www\\.", ""))) {
                found.add(
                        isHost ? "site-identity/other" : "site-identity/domain",
                        archive.folder().at("site-domain", domain),
                        domain,
                        host);
            }
        });
    }
}
