package dafu.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What kinds of thing are answered: the built-in ones and those that archive.yml adds. */
public final class Kinds {
    private static final List<Settings.Entry> BUILT_IN = List.of(
            kind("proposal", "政协提案", "提案"),
            kind("suggestion", "人大建议", "建议"),
            kind("motion", "议案"),
            kind("question", "询问", "质询"),
            kind("request", "申请", "信息公开申请"));

    private Kinds() {}

    /** Every kind; an addition with the id of a built-in one takes its place. */
    public static List<Settings.Entry> all(Settings settings) {
        List<Settings.Entry> all = new ArrayList<>(settings.kinds());
        BUILT_IN.stream()
                .filter(kind ->
                        settings.kinds().stream().noneMatch(own -> own.id().equals(kind.id())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The id of a kind as written: its id, its name or an alias. */
    public static Optional<String> id(Settings settings, String written) {
        return all(settings).stream()
                .filter(kind -> kind.id().equals(written)
                        || kind.name().equals(written)
                        || kind.aliases().contains(written))
                .map(Settings.Entry::id)
                .findFirst();
    }

    private static Settings.Entry kind(String id, String name, String... aliases) {
        return new Settings.Entry(id, name, List.of(aliases), List.of(), Optional.empty());
    }
}
