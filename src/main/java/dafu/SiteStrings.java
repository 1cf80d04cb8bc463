package dafu;

import dafu.model.Strings;
import dafu.read.FrontMatter;
import dafu.render.Layouts;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Parsed;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The words of a language: a file in {@code layouts/strings/}, over the packed one of the same language. */
final class SiteStrings {
    private static final String DEFAULT = "zh-CN";

    private SiteStrings() {}

    /** Words that a user's file leaves out are the packed ones; an unknown language is an error, and gives the default. */
    static Parsed<Strings> read(Layouts layouts, String language) {
        String name = "strings/" + language + ".yml";
        if (!language.matches("[A-Za-z0-9-]+") || layouts.find(name).isEmpty()) {
            Diagnostic unknown = Diagnostic.of("language", Location.file(layouts.shown(name)), language);
            Parsed<Strings> fallback = read(layouts, DEFAULT);
            return new Parsed<>(fallback.value(), List.of(unknown));
        }
        List<Diagnostic> found = new ArrayList<>();
        Map<String, String> words = new TreeMap<>();
        layouts.packed(name).ifPresent(bytes -> words.putAll(texts(layouts.shown(name), bytes, found)));
        words.putAll(texts(layouts.shown(name), layouts.find(name).orElseThrow(), found));
        return new Parsed<>(new Strings(language, words), found);
    }

    private static Map<String, String> texts(String shown, byte[] bytes, List<Diagnostic> found) {
        Parsed<Optional<Source>> source = Source.decode(shown, bytes, Set.of());
        found.addAll(source.diagnostics());
        if (source.value().isEmpty()) {
            return Map.of();
        }
        Parsed<TreeMap<String, String>> texts =
                FrontMatter.readTexts(source.value().get());
        found.addAll(texts.diagnostics());
        return texts.value();
    }
}
