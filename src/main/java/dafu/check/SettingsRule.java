package dafu.check;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Settings;
import dafu.text.Masks;
import dafu.text.Message;
import dafu.text.Suggestion;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the settings say can be meant: addresses are addresses, ids are unique and fit for an address. */
final class SettingsRule implements CatalogueRule {
    /** Takes a value that a key cannot have. */
    private interface Wrong {
        void add(String key, String value, Message hint);
    }

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    @Override
    public void check(Archive archive, Findings findings) {
        Settings settings = archive.settings();
        Wrong found = (key, value, hint) -> findings.add(
                "setting",
                archive.folder().at(key, value),
                Message.of("%s 不能是“%s”", "%s cannot be “%s”", key, value),
                hint);
        settings.baseUrl()
                .filter(url -> !isBase(url))
                .ifPresent(url -> found.add(
                        "base-url",
                        url,
                        Message.of(
                                "写完整网址，如 https://example.org/dafu/",
                                "write the whole address, such as https://example.org/dafu/")));
        oneOf(
                "masks",
                settings.masks(),
                Arrays.stream(Masks.Rule.values()).map(Masks.Rule::id).toList(),
                found);
        oneOf(
                "closed",
                settings.closed(),
                Arrays.stream(Facet.values()).map(Facet::folder).toList(),
                found);
        Map<String, List<Settings.Entry>> vocabularies = Map.of(
                "kinds", settings.kinds(),
                "sessions", settings.sessions(),
                "bodies", settings.bodies(),
                "proposers", settings.proposers(),
                "topics", settings.topics());
        vocabularies.keySet().stream().sorted().forEach(name -> entries(name, vocabularies.get(name), found));
        schemes(settings, found);
        settings.rulesOff().stream()
                .filter(id -> !Rule.that("off").contains(id))
                .forEach(id -> found.add("rules-off", id, off(id)));
        settings.words().stream()
                .filter(word -> word.wrong().equals(word.right()))
                .forEach(word -> found.add(
                        "words", word.wrong(), Message.of("对的写法要与错的不同", "the right wording must be another one")));
    }

    private static Message off(String id) {
        return Rule.find(id).isPresent()
                ? Message.of("这条规则不能停用", "this rule cannot be turned off")
                : Suggestion.closest(id, Rule.that("off"))
                        .map(near -> Message.of("是不是 %s？", "did you mean %s?", near))
                        .orElse(Message.of("全部规则见 src/docs/rules.md", "src/docs/rules.md lists the rules"));
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

    private static void oneOf(String key, List<String> values, List<String> allowed, Wrong found) {
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> found.add(key, value, Message.of("可用的：%s", "one of %s", String.join(", ", allowed))));
    }

    private static void entries(String key, List<Settings.Entry> entries, Wrong found) {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Settings.Entry entry : entries) {
            id(key, entry.id(), ids, found);
            Stream.concat(Stream.of(entry.name()), entry.aliases().stream())
                    .filter(name -> !names.add(name))
                    .forEach(name ->
                            found.add(key, name, Message.of("这个名称写了两次，只留一处", "the name stands twice; keep one")));
        }
        entries.forEach(entry -> entry.successor()
                .filter(id -> !ids.contains(id))
                .ifPresent(id -> found.add(key, id, Message.of("写同一词表中的标识", "write an id of the same vocabulary"))));
    }

    private static void schemes(Settings settings, Wrong found) {
        Set<String> ids = new HashSet<>();
        for (Settings.Scheme scheme : settings.outcomes()) {
            id("outcomes", scheme.scheme(), ids, found);
            Set<String> codes = new HashSet<>();
            scheme.classes().stream()
                    .filter(outcome -> !codes.add(outcome.code()))
                    .forEach(outcome -> found.add(
                            "outcomes",
                            outcome.code(),
                            Message.of("这个代码写了两次，只留一处", "the code stands twice; keep one")));
        }
    }

    private static void id(String key, String id, Set<String> ids, Wrong found) {
        if (!id.matches(ID) || id.equals("page")) {
            found.add(key, id, Message.of("标识只用小写字母、数字和连字符", "an id is made of a-z, 0-9 and hyphens"));
        } else if (!ids.add(id)) {
            found.add(key, id, Message.of("这个标识写了两次，只留一处", "the id stands twice; keep one"));
        }
    }
}
