package dafu.report;

import dafu.model.Deployed;
import dafu.model.Deployed.Line;
import dafu.text.Difference;
import dafu.text.Message;
import dafu.text.Message.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of each reply between two copies of an archive, known from their data files alone. */
public final class Comparison {
    private final Deployed before;
    private final Deployed after;
    private final List<Change> changes = new ArrayList<>();

    /** What became of a reply; the graver stands first. */
    public enum Kind {
        REMOVED("移除", "removed"),
        WITHDRAWN("撤回", "withdrawn"),
        CHANGED("改动", "changed"),
        MASKED("遮盖", "masked"),
        MOVED("移到别处", "moved"),
        ADDED("新增", "added");

        private final Message name;

        Kind(String zh, String en) {
            name = new Message(zh, en);
        }

        public Message words() {
            return name;
        }
    }

    /**
     * A reply that is not as it was.
     *
     * @param id where it is now; where it was, if it is no more
     */
    public record Change(Kind kind, String id, String title, List<Part> parts) {}

    /**
     * What differs in it.
     *
     * @param where the key of the front matter, {@code text}, or {@code id}
     */
    public record Part(String where, String before, String after) {}

    private Comparison(Deployed before, Deployed after) {
        this.before = before;
        this.after = after;
    }

    /** The replies that differ, by what became of them and then by id. */
    public static List<Change> of(Deployed before, Deployed after) {
        Comparison comparison = new Comparison(before, after);
        comparison.compare();
        return comparison.changes.stream()
                .sorted(Comparator.comparing(Change::kind).thenComparing(Change::id))
                .toList();
    }

    private void compare() {
        Map<String, String> movedTo = new HashMap<>();
        after.replies().values().stream()
                .filter(line -> !before.replies().containsKey(line.id()))
                .forEach(line -> line.list("aliases").forEach(alias -> movedTo.put(String.valueOf(alias), line.id())));
        Map<String, Line> old = new HashMap<>();
        before.replies().forEach((id, line) -> old.put(movedTo.getOrDefault(id, id), line));
        List<Line> rewritten = after.replies().values().stream()
                .filter(line -> old.containsKey(line.id()))
                .filter(line -> !line.sha256().equals(old.get(line.id()).sha256()))
                .toList();
        Map<String, String> texts = texts(after, rewritten);
        Map<String, String> oldTexts =
                texts(before, rewritten.stream().map(line -> old.get(line.id())).toList());
        after.replies().values().forEach(line -> {
            Line its = old.get(line.id());
            if (its == null) {
                add(Kind.ADDED, line, List.of());
            } else {
                compare(its, line, oldTexts.get(its.id()), texts.get(line.id()));
            }
        });
        old.forEach((id, line) -> {
            if (!after.replies().containsKey(id)) {
                add(Kind.REMOVED, line, List.of());
            }
        });
    }

    private void compare(Line old, Line now, @Nullable String was, @Nullable String is) {
        List<Part> parts = new ArrayList<>();
        Set<String> columns = new TreeSet<>(old.columns().keySet());
        columns.addAll(now.columns().keySet());
        for (String column : columns) {
            if (!Objects.equals(old.columns().get(column), now.columns().get(column))) {
                parts.add(new Part(
                        column,
                        plain(old.columns().get(column)),
                        plain(now.columns().get(column))));
            }
        }
        boolean masked = parts.isEmpty() && was != null && is != null && Difference.onlyMasks(was, is);
        if (was != null && is != null) {
            Difference.between(was, is).forEach(part -> parts.add(new Part("text", part.before(), part.after())));
        }
        if (!old.id().equals(now.id())) {
            parts.add(new Part("id", old.id(), now.id()));
        }
        boolean rewritten = !old.sha256().equals(now.sha256());
        if (now.isWithdrawn() && !old.isWithdrawn()) {
            add(Kind.WITHDRAWN, now, parts);
        } else if (!old.id().equals(now.id())) {
            add(Kind.MOVED, now, parts);
        } else if (masked) {
            add(Kind.MASKED, now, parts);
        } else if (rewritten || !parts.isEmpty()) {
            add(Kind.CHANGED, now, parts);
        }
    }

    private void add(Kind kind, Line line, List<Part> parts) {
        changes.add(new Change(kind, line.id(), line.text("title"), List.copyOf(parts)));
    }

    private static Map<String, String> texts(Deployed copy, List<Line> lines) {
        Set<String> ids = lines.stream().map(Line::id).collect(Collectors.toSet());
        Set<Integer> years = lines.stream()
                .map(line -> line.text("date"))
                .filter(date -> date.matches("\\d{4}-.*"))
                .map(date -> Integer.valueOf(date.substring(0, 4)))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> texts = new HashMap<>();
        copy.texts().accept(years, (id, text) -> {
            if (ids.contains(id)) {
                texts.put(id, text);
            }
        });
        return texts;
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(Comparison::plain).collect(Collectors.joining("；"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().map(Comparison::plain).collect(Collectors.joining(" "));
        }
        return value == null || value instanceof Optional ? "" : String.valueOf(value);
    }

    /** The changes as rows: one for each part, or one for a reply that is new or no more. */
    public static Table table(List<Change> changes, Language language) {
        Table rows = new Table(language, "变化、答复、标题、处、原来、现在", "change, reply, title, where, before, after");
        for (Change change : changes) {
            for (Part part : change.parts().isEmpty() ? List.of(new Part("", "", "")) : change.parts()) {
                rows.add(change.kind().words(), change.id(), change.title(), part.where(), part.before(), part.after());
            }
        }
        return rows;
    }
}
