package dafu;

import dafu.data.Sitemap;
import dafu.model.OpenData.DataFile;
import dafu.page.DataPage;
import dafu.page.MasksPage;
import dafu.page.Pages;
import dafu.page.SearchPage;
import dafu.page.Statistics;
import dafu.page.StatisticsPage;
import dafu.render.Layouts;
import dafu.search.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is made of the whole archive, when all its texts are read. */
final class Whole {
    private final Work work;
    private final Texts texts;

    Whole(Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
    }

    void listings() {
        work.each(Pages.CATALOGUE, type -> type.apply(work.site).forEach(work::put));
    }

    void index() {
        List<Runnable> parts = texts.index.parts();
        work.progress.begin(Progress.Stage.INDEX, parts.size());
        work.each(parts, part -> {
            part.run();
            work.progress.step();
        });
    }

    void statistics() {
        if (work.memory.isResumed()) {
            texts.data.keep(work.memory.file("statistics"));
            return;
        }
        List<Statistics.Period> periods = Statistics.of(work.site);
        texts.data.put("statistics", Statistics.csv(periods));
        work.each(periods, period -> {
            work.put(StatisticsPage.of(work.site, periods, period));
            period.files().forEach((path, csv) -> work.gate.put(path, csv.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** What was masked, and the files for programs with what describes them. */
    void data() {
        work.put(MasksPage.of(work.site, texts.masks));
        texts.data.put("masks", MasksPage.csv(work.site, texts.masks));
        List<DataFile> files = texts.data.describe(work.site);
        work.memory.note(files);
        work.put(DataPage.of(work.site, files));
    }

    void assets() {
        work.ground.layouts().below("assets/").stream()
                .filter(asset -> !Scripts.isPart(asset))
                .filter(asset -> !asset.startsWith("assets/form.")
                        || work.archive.settings().form().isPresent())
                .forEach(asset -> work.gate.put(asset, asset(asset)));
    }

    private byte[] asset(String name) {
        byte[] bytes = work.ground.layouts().find(name).orElseThrow();
        return switch (name) {
            case "assets/search/search.js" ->
                Scripts.engine(part -> work.ground.layouts().find(part).orElseThrow(), bytes);
            case "assets/search/results.js" -> Scripts.page(bytes);
            default -> name.endsWith(".css") ? Layouts.small(bytes) : bytes;
        };
    }

    void search() {
        work.put(SearchPage.of(work.site, texts.index.root()));
    }

    void sitemap() {
        Sitemap.write(work.site, work.gate.paths(), work.gate::put);
    }
}
