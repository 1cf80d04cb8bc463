package dafu.page;

import dafu.model.Choice;
import dafu.model.Json;
import dafu.model.OpenData;
import dafu.model.OpenData.DataFile;
import dafu.model.Page;
import dafu.model.Schema;
import dafu.model.Site;
import dafu.text.Message.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /data/}: the files for programs, what their columns mean, and on what terms they may be used. */
public final class DataPage {
    static final String ADDRESS = "data/";

    /** What the layout receives. */
    public record View(Frame page, List<File> files, List<Column> columns, Json linked) {}

    /**
     * A file.
     *
     * @param records how many lines of replies or figures it has
     */
    public record File(String name, String about, Optional<String> records, String size) {}

    /**
     * A column.
     *
     * @param label its name in Chinese, where the site's language is that
     * @param values the values of a closed list
     */
    public record Column(String name, Optional<String> label, String type, String about, Optional<String> values) {}

    private DataPage() {}

    public static Page of(Site site, List<DataFile> files) {
        View view = new View(
                Frame.named(site, ADDRESS, "data"),
                files.stream().map(file -> file(site, file)).toList(),
                OpenData.COLUMNS.stream().map(column -> column(site, column)).toList(),
                Linked.data(site, files));
        return new Page(ADDRESS + "index.html", "data", view);
    }

    private static File file(Site site, DataFile file) {
        String name = file.path().substring(ADDRESS.length());
        return new File(
                name,
                site.say("data.file." + file.name().replaceFirst("-\\d+$", "")),
                Optional.of(file.records()).filter(count -> count > 0).map(String::valueOf),
                size(file.bytes()));
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? Math.max(1, bytes + 512 >> 10) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }

    private static Column column(Site site, OpenData.Column column) {
        Schema.Field field = column.field();
        Language language = site.settings().keyLanguage();
        boolean chinese = language == Language.ZH;
        return new Column(
                column.name(),
                Optional.of(column.zh()).filter(label -> chinese),
                site.say("data.type."
                                + field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        + (column.always() ? site.say("data.always") : ""),
                field.about(language),
                Optional.of(field.choices().stream()
                                .filter(choice -> !choice.id().equals("draft"))
                                .map(chinese ? choice -> choice.id() + "（" + choice.zh() + "）" : Choice::id)
                                .collect(Collectors.joining(site.say("separator"))))
                        .filter(values -> !values.isEmpty()));
    }
}
