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
import java.util.stream.Stream;

/**
 * What is made of the whole archive, when all its texts are read. Much of it stays as it is in a build that goes on from an
 * earlier one.
 */
final class Whole {
    private final Work work;
    private final Texts texts;
    private final boolean anew;

    Whole(Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
        this.anew = !work.memory.isResumed();
    }

    /** Makes parts that do not need each other, side by side; the greatest come first, so that all threads end together. */
    void make(List<Stream<Runnable>> kinds) {
        List<Runnable> parts = kinds.stream().flatMap(kind -> kind).toList();
        work.progress.begin(Progress.Stage.WHOLE, parts.size());
        work.each(parts, part -> {
            part.run();
            work.progress.step();
        });
    }

    Stream<Runnable> index() {
        return anew ? texts.index.parts().stream() : Stream.empty();
    }

    Stream<Runnable> statistics() {
        return Stream.of(anew ? this::count : () -> texts.data.keep(work.memory.file("statistics")));
    }

    private void count() {
        List<Statistics.Period> periods = Statistics.of(work.site);
        texts.data.put("statistics", Statistics.csv(periods));
        periods.forEach(period -> {
            work.put(StatisticsPage.of(work.site, periods, period));
            period.files().forEach((path, csv) -> work.gate.put(path, csv.getBytes(StandardCharsets.UTF_8)));
        });
    }

    Stream<Runnable> listings() {
        return anew ? Pages.of(work.site).map(page -> () -> work.put(page)) : Stream.empty();
    }

    Stream<Runnable> assets() {
        if (!anew) {
            return Stream.empty();
        }
        return work.ground.layouts().below("assets/").stream()
                .filter(asset -> !Scripts.isPart(asset))
                .filter(asset -> !asset.startsWith("assets/form.")
                        || work.archive.settings().form().isPresent())
                .map(asset -> () -> work.gate.put(asset, asset(asset)));
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

    /** With the root of the index, which is known when the index is made. */
    Stream<Runnable> search() {
        return Stream.of(() -> work.put(SearchPage.of(work.site, texts.index.root())));
    }

    /** What was masked, and the files for programs with what describes them: the statistics are one. */
    Stream<Runnable> data() {
        return Stream.of(() -> {
            work.put(MasksPage.of(work.site, texts.masks));
            texts.data.put("masks", MasksPage.csv(work.site, texts.masks));
            List<DataFile> files = texts.data.describe(work.site);
            work.memory.note(files);
            work.put(DataPage.of(work.site, files));
        });
    }

    /** The addresses of all that was made. */
    void sitemap() {
        if (anew) {
            Sitemap.write(work.site, work.gate.paths(), work.gate::put);
        }
    }
}
