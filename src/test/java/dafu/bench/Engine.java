package dafu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A search to be measured: a folder of files, and pages with the hooks of the contract.
 *
 * @param page the path of the page that shows the first ten hits of {@code ?q=}
 * @param every the path of one that lists up to 1,000
 * @param facets the path of one that shows the titles, then counts the facets; empty where there are none
 * @param extra pages that the folder lacks
 * @param index what searching alone needs
 * @param typed what a reader types
 */
record Engine(
        String name,
        Path site,
        String page,
        String every,
        String facets,
        Map<String, String> extra,
        List<String> index,
        Function<Query, String> typed) {

    /** Ours, on the site as it is. */
    static Engine dafu(Path site) {
        String every = script("""
                import { openArchive } from '/assets/search/search.js';
                const archive = await openArchive('/');
                const result = await archive.search(q, { limit: 1000, excerpts: false, facets: false });
                show(result.hits.map(hit => ({ id: hit.id, title: hit.title, excerpt: '-' })));
                """);
        String facets = script("""
                import { openArchive } from '/assets/search/search.js';
                const archive = await openArchive('/');
                const result = await archive.search(q, { excerpts: false, facets: false });
                show(result.hits.map(hit => ({ id: hit.id, title: hit.title, excerpt: '' })));
                await archive.facets(result);
                show(result.hits.map(hit => ({ id: hit.id, title: hit.title, excerpt: '-' })));
                """);
        return new Engine(
                "dafu",
                site,
                "search/",
                "bench/every/",
                "bench/facets/",
                Map.of("bench/every/", every, "bench/facets/", facets),
                List.of("search"),
                Query::typed);
    }

    /**
     * Pagefind, on the pages of our replies. Its worker is off, which spares it 43 KB and a round.
     *
     * @param typed as the reader types it, or cut into words
     */
    static Engine pagefind(String name, Path site, Function<Query, String> typed) {
        return new Engine(
                name,
                site,
                "bench/first/",
                "bench/every/",
                "",
                Map.of("bench/first/", pagefindPage(10), "bench/every/", pagefindPage(1000)),
                List.of("pagefind"),
                typed);
    }

    private static String pagefindPage(int limit) {
        return script("""
                import * as pagefind from '/pagefind/pagefind.js';
                await pagefind.options({ noWorker: true });
                const search = await pagefind.search(q);
                const hits = await Promise.all(search.results.slice(0, %d).map(result => result.data()));
                show(hits.map(hit => ({
                  id: hit.url.replace(/^\\//, '').replace(/\\/$/, ''), title: hit.meta.title, excerpt: hit.plain_excerpt || '-'
                })));
                """.formatted(limit));
    }

    private static String script(String body) {
        return """
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>search</title>
                <link rel="icon" href="data:,"><ol data-results data-state="searching"></ol>
                <script type="module">
                const q = new URLSearchParams(location.search).get('q');
                const list = document.querySelector('ol');
                const show = hits => {
                  list.replaceChildren(...hits.map(hit => {
                    const item = document.createElement('li');
                    item.dataset.hit = hit.id;
                    const excerpt = document.createElement('p');
                    excerpt.dataset.excerpt = '';
                    excerpt.textContent = hit.excerpt;
                    item.append(hit.title, excerpt);
                    return item;
                  }));
                  list.dataset.state = 'done';
                };
                %s</script>
                """.formatted(body);
    }

    FileHost host() throws IOException {
        return new FileHost(site, extra);
    }

    String first(Query query) {
        return page + question(query);
    }

    String every(Query query) {
        return every + question(query);
    }

    String facets(Query query) {
        return facets + question(query);
    }

    private String question(Query query) {
        return "?q=" + URLEncoder.encode(typed.apply(query), StandardCharsets.UTF_8);
    }

    /** Bytes of the index on disk. */
    long size() throws IOException {
        long sum = 0;
        for (String folder : index) {
            sum += size(site.resolve(folder), "");
        }
        return sum;
    }

    static long size(Path folder, String end) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(end))
                    .filter(file -> !file.endsWith("index.html"))
                    .mapToLong(Engine::length)
                    .sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
