package dafu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dafu.Project;
import dafu.model.Archive;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Strings;
import dafu.read.ArchiveReader;
import dafu.read.Content;
import dafu.read.TextReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    private static final int LARGE = 1 << 21;

    @TempDir
    Path folder;

    @Test
    void theFilesAreTheSameInAnyOrderWithAnyMemory() {
        archive(150);
        Map<String, ByteBuffer> whole = index(LARGE, Long.MAX_VALUE, 0);
        assertThat(index(1 << 12, 0, 0)).isEqualTo(whole);
        assertThat(index(1 << 13, 50_000, 70)).isEqualTo(whole);
        assertThat(whole.keySet()).anyMatch(path -> path.startsWith("search/g/0/1"));
    }

    @Test
    void anEditChangesTheBucketsOfItsTermsAndTheReplysTextAlone() {
        Project project = archive(150);
        Map<String, ByteBuffer> before = index(LARGE, Long.MAX_VALUE, 0);
        String name = "content/replies/r0007.md";
        project.write(name, (project.text(name) + "\n罕见的鼹鼠。\n").getBytes(StandardCharsets.UTF_8));
        Map<String, ByteBuffer> after = index(LARGE, Long.MAX_VALUE, 0);
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(path -> after.get(path).equals(before.get(path)));
        assertThat(before.keySet()).isEqualTo(after.keySet());
        int buckets = (int) before.keySet().stream()
                .filter(path -> path.startsWith("search/g/"))
                .count();
        Set<String> expected = new TreeSet<>(Set.of("search/index.json", "search/t/0/07"));
        for (long term : new long[] {
            Term.pair('罕', '见'),
            Term.pair('见', '的'),
            Term.pair('的', '鼹'),
            Term.pair('鼹', '鼠'),
            Term.character('罕'),
            Term.character('见'),
            Term.character('鼹'),
            Term.character('鼠'),
            Term.character('的')
        }) {
            int bits = 31 - Integer.numberOfLeadingZeros(buckets);
            expected.add("search/g/0/%02x".formatted(term >>> Term.BITS - bits));
        }
        assertThat(expected).containsAll(changed);
        assertThat(changed).hasSizeGreaterThan(5);
    }

    @Test
    void aNewestReplyRenumbersNothing() {
        Project project = archive(150);
        Map<String, ByteBuffer> before = index(LARGE, Long.MAX_VALUE, 0);
        project.write("""
                -- content/replies/z.md --
                ---
                title: 鼹鼠
                answering-body: 示例市教育局
                date: 2024-01-01
                ---
                """);
        Map<String, ByteBuffer> after = index(LARGE, Long.MAX_VALUE, 0);
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(path -> after.get(path).equals(before.get(path)));
        assertThat(changed).noneMatch(path -> path.startsWith("search/t/"));
        assertThat(changed.stream().filter(path -> path.startsWith("search/c/")))
                .containsExactly("search/c/0/12");
        assertThat(changed.stream().filter(path -> path.startsWith("search/g/")).count())
                .isLessThan(25);
    }

    @Test
    void aDamagedFileThatClaimsMoreThanItHoldsIsRefused() {
        Bits claims = new Bits();
        claims.gamma(2);
        claims.gamma(Integer.MAX_VALUE);
        claims.put(0, 5 + 1 + 1);
        claims.gamma(Integer.MAX_VALUE - 8);
        byte[] bucket = claims.file();
        claims.gamma(Integer.MAX_VALUE - 8);
        claims.gamma(Integer.MAX_VALUE);
        byte[] list = claims.file();
        assertThatThrownBy(() ->
                        Buckets.read(0, 0, path -> path.startsWith("search/l") ? list : bucket, new ArrayList<>()))
                .isInstanceOf(DataFormatException.class);
        byte[] text = Deflate.zlib(new byte[] {-1, -1, -1, -1, 7, 0});
        assertThatThrownBy(() -> Packed.read(text)).isInstanceOf(DataFormatException.class);
    }

    @Test
    void aScriptLosesCommentsAndBlanksAndNothingElse() {
        String script = """
                /* About. */
                import { a } from "./a.js"; // why
                const b = /[/"]\\/ x/g; // a pattern
                export const c = `x  ${ a + "}" } // y`;
                let d = a
                  + 1 - -1;
                d++
                b();
                if (a) {
                  return / /;
                }
                [1, 2, ].forEach((x) => x / 2);
                return (x) => x;
                """;
        assertThat(new String(Scripts.page(script.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo("""
                import{a}from"./a.js";let b=/[/"]\\/ x/g;export let c=`x  ${a+"}"} // y`,d=a
                +1- -1;d++
                b();if(a){return/ /}
                [1,2].forEach(x=>x/2);return(x)=>x;""");
    }

    @Test
    void anUpdateMakesWhatAllWouldMake() {
        Project project = archive(150);
        edited(
                project,
                Map.of(
                        7, "\n罕见的鼹鼠。\n",
                        8, "",
                        30, "短。\n",
                        149, "\n\n养老服务 PM2.5 〔2021〕55号 ＡＢＣ 顯著\n\n新的一段。\n"));
    }

    @Test
    void anUpdateRewritesListsThatAreFilesOfTheirOwn() {
        Project project = new Project(folder, "");
        int all = Buckets.LONG + 3;
        for (int i = 0; i < all; i++) {
            project.write("""
                    -- content/replies/r%04d.md --
                    ---
                    title: 第%d号
                    answering-body: 示例市教育局
                    date: 2020-03-04
                    ---

                    %s停车。
                    """.formatted(i, i, i < 3 ? "" : "养老，"));
        }
        // 养老 has as many replies as a bucket holds, then one more, then one less.
        edited(project, Map.of(0, "养老停车。\n"));
        edited(project, Map.of(0, "停。\n", 5, "停车。\n"));
    }

    /** Writes other texts below the front matter of some replies, and compares an update with an index made anew. */
    private void edited(Project project, Map<Integer, String> texts) {
        Map<String, ByteBuffer> before = index(LARGE, Long.MAX_VALUE, 0);
        Set<Integer> numbers = new TreeSet<>(texts.keySet());
        numbers.forEach(number -> {
            String name = "content/replies/r%04d.md".formatted(number);
            String written = project.text(name);
            String head = written.substring(0, written.indexOf("\n---\n") + 6);
            project.write(name, (head + texts.get(number)).getBytes(StandardCharsets.UTF_8));
        });
        Map<String, ByteBuffer> anew = index(LARGE, Long.MAX_VALUE, 0);
        Map<String, ByteBuffer> updated = new TreeMap<>(before);
        Map<String, ByteBuffer> put = new TreeMap<>();
        read((site, replies) -> {
            SearchIndex index = new SearchIndex(site, (path, bytes) -> put.put(path, ByteBuffer.wrap(bytes)));
            List<SearchIndex.Edit> edits = site.archive().replies().stream()
                    .filter(reply -> numbers.contains(site.archive().position(reply)))
                    .map(reply -> new SearchIndex.Edit(
                            reply,
                            replies.reply(reply).text(),
                            replies.reply(reply).proposal()))
                    .toList();
            Set<String> replaced = index.update(
                            edits, path -> Optional.ofNullable(before.get(path)).map(ByteBuffer::array))
                    .orElseThrow();
            index.root();
            index.close();
            updated.keySet().removeAll(replaced);
        });
        updated.putAll(put);
        assertThat(updated).isEqualTo(anew);
        assertThat(put.size()).isLessThan(before.size());
    }

    @Test
    void anUpdateOfWhatIsNotAsItWasPublishedPutsNothing() {
        Project project = archive(150);
        Map<String, ByteBuffer> before = index(LARGE, Long.MAX_VALUE, 0);
        String name = "content/replies/r0007.md";
        project.write(name, (project.text(name) + "\n罕见的鼹鼠。\n").getBytes(StandardCharsets.UTF_8));
        for (String damaged : List.of("search/index.json", "search/t/0/07", "search/g/0/10")) {
            read((site, replies) -> {
                Set<String> put = new TreeSet<>();
                SearchIndex index = new SearchIndex(site, (path, bytes) -> put.add(path));
                Reply reply = site.archive().replies().get(7);
                TextReader.Read read = replies.reply(reply);
                Optional<Set<String>> replaced =
                        index.update(List.of(new SearchIndex.Edit(reply, read.text(), read.proposal())), path -> {
                            byte[] bytes = before.get(path).array();
                            return Optional.of(
                                    path.startsWith(damaged.substring(0, 10))
                                            ? Arrays.copyOf(bytes, bytes.length / 4)
                                            : bytes);
                        });
                index.close();
                assertThat(replaced).isEmpty();
                assertThat(put).isEmpty();
            });
        }
    }

    private interface Use {
        void of(Site site, TextReader replies);
    }

    private void read(Use use) {
        Content content = ArchiveReader.read(folder.resolve("content"), "content", Optional.empty())
                .value();
        Archive archive = content.archive(false, Optional.empty());
        use.of(new Site(archive, new Strings("zh-CN", Map.of())), new TextReader(content, archive));
    }

    private Project archive(int replies) {
        Project project = new Project(folder, "");
        Random random = new Random(2);
        String characters = "养老服务停车管理发展建设农村公路排水防涝校园噪声治理老旧小区电梯充电桩港口物流经济";
        for (int i = 0; i < replies; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 500; j++) {
                text.append(characters.charAt(random.nextInt(characters.length())))
                        .append(j % 50 == 49 ? "。\n\n" : "");
            }
            project.write("""
                    -- content/replies/r%04d.md --
                    ---
                    title: 第%d号
                    answering-body: 示例市教育局
                    date: %d-03-04
                    ---

                    %s
                    """.formatted(i, i, 2000 + i / 10, text));
        }
        return project;
    }

    /** The files of the index, when replies are added from a place on, round to the place before it. */
    private Map<String, ByteBuffer> index(int capacity, long memory, int from) {
        Content content = ArchiveReader.read(folder.resolve("content"), "content", Optional.empty())
                .value();
        Archive archive = content.archive(false, Optional.empty());
        TextReader texts = new TextReader(content, archive);
        Map<String, ByteBuffer> files = new ConcurrentHashMap<>();
        Site site = new Site(archive, new Strings("zh-CN", Map.of()));
        try (SearchIndex index =
                new SearchIndex(site, (path, bytes) -> files.put(path, ByteBuffer.wrap(bytes)), capacity, memory)) {
            int size = archive.replies().size();
            for (int i = 0; i < size; i++) {
                Reply reply = archive.replies().get((from + i) % size);
                TextReader.Read read = texts.reply(reply);
                index.add(reply, read.text(), read.proposal());
            }
            index.parts().forEach(Runnable::run);
            index.root();
        }
        return new TreeMap<>(files);
    }
}
