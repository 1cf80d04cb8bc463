package dafu.cli;

import dafu.importer.Draft;
import dafu.model.Metadata;
import dafu.model.Schema.Field;
import dafu.text.Message;
import dafu.text.Message.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of a reply before it is written: what is known stands as it will be read, every other key as a comment that
 * becomes one when its {@code #} goes, each with what it means. All of it follows from the schema.
 *
 * @param keys the language of the keys
 * @param words the language of what is explained
 */
record Skeleton(Language keys, Language words) {
    private static final Message HEAD = Message.of(
            "用到哪一行，就删去它前面的“# ”；每行后面 # 起的说明可以留着。正文写在第二个 --- 的下面，写好后把%s改成%s。",
            "Take away the \"# \" before a line to use it; what follows the second # explains it. The letter goes below "
                    + "the second ---. When it is ready, set %s to %s.");

    String of(Map<String, List<String>> values) {
        Field status = Metadata.SCHEMA.field("status").orElseThrow();
        String published = status.choices().get(0).name(keys);
        StringBuilder file = new StringBuilder("---\n# ")
                .append(Message.of(HEAD.zh(), HEAD.en(), status.name(keys), published)
                        .in(words))
                .append('\n');
        for (Field field : Metadata.SCHEMA.fields()) {
            boolean draft = field.name().equals("status");
            boolean open = draft || field.required() || values.containsKey(field.name());
            String value = draft ? Metadata.Status.DRAFT.name(keys) : value(field, values.get(field.name()));
            file.append(open ? "" : "# ")
                    .append(field.name(keys))
                    .append(": ")
                    .append(value)
                    .append("  # ")
                    .append(about(field, words))
                    .append('\n');
        }
        return file.append("---\n\n").toString();
    }

    /** What a key means, what may stand there, and whether it must. */
    static String about(Field field, Language words) {
        String must = field.required() ? Message.of("必填。", "required; ").in(words) : "";
        String may = switch (field.kind()) {
            case DATE -> Message.of("，写成 2023-07-05", ", as 2023-07-05").in(words);
            case TEXTS -> Message.of("；多个写成 [甲, 乙]", "; several as [one, two]").in(words);
            case CHOICE -> ": " + all(field.choices(), choice -> choice.name(words), " / ");
            default -> "";
        };
        return must + field.about(words) + may;
    }

    private String value(Field field, @Nullable List<String> said) {
        if (said == null) {
            return switch (field.kind()) {
                case RECORD -> parts(field);
                case RECORDS -> "[" + parts(field) + "]";
                default -> "";
            };
        }
        List<String> scalars = said.stream().map(Draft::scalar).toList();
        return switch (field.kind()) {
            case TEXTS -> scalars.size() == 1 ? scalars.get(0) : scalars.toString();
            case DATE -> said.get(0);
            default -> scalars.get(0);
        };
    }

    private String parts(Field field) {
        return "{" + all(field.nested().orElseThrow().fields(), part -> part.name(keys) + ": ", ", ") + "}";
    }

    private static <T> String all(List<T> items, Function<T, String> words, String between) {
        return items.stream().map(words).collect(Collectors.joining(between));
    }
}
