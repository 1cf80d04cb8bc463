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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is made of the whole archive, when all its texts are read. */
final class Whole {
    private final Work work;
    private final Texts texts;

    Whole(Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
    }

    /** What needs nothing else of this: the greatest first, so that all threads end together. */
    void parts() {
        if (work.memory.isResumed()) {
            statistics();
            return;
        }
        List<Runnable> parts = new ArrayList<>(texts.index.parts());
        parts.add(this::statistics);
        assets().forEach(asset -> parts.add(() -> work.gate.put(asset, asset(asset))));
        Pages.of(work.site).forEach(page -> parts.add(() -> work.put(page)));
        work.progress.begin(Progress.Stage.WHOLE, parts.size());
        work.each(parts, part -> {
            part.run();
            work.progress.step();
        });
    }

    private void statistics() {
        if (work.memory.isResumed()) {
            texts.data.keep(work.memory.file("statistics"));
            return;
        }
        List<Statistics.Period> periods = Statistics.of(work.site);
        texts.data.put("statistics", Statistics.csv(periods));
        periods.forEach(period -> {
            work.put(StatisticsPage.of(work.site, periods, period));
            period.files().forEach((path, csv) -> work.gate.put(path, csv.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** What needs those. */
    void rest() {
        work.each(List.<Runnable>of(this::search, this::data), Runnable::run);
        if (!work.memory.isResumed()) {
            Sitemap.write(work.site, work.gate.paths(), work.gate::put);
        }
    }

    /** What was masked, and the files for programs with what describes them. */
    private void data() {
        work.put(MasksPage.of(work.site, texts.masks));
        texts.data.put("masks", MasksPage.csv(work.site, texts.masks));
        List<DataFile> files = texts.data.describe(work.site);
        work.memory.note(files);
        work.put(DataPage.of(work.site, files));
    }

    private Stream<String> assets() {
        return work.ground.layouts().below("assets/").stream()
                .filter(asset -> !Scripts.isPart(asset))
                .filter(asset -> !asset.startsWith("assets/form.")
                        || work.archive.settings().form().isPresent());
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

    private void search() {
        work.put(SearchPage.of(work.site, texts.index.root()));
    }
}
