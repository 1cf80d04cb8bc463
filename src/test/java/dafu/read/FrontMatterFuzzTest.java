package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dafu.model.Metadata;
import dafu.model.Settings;
import dafu.text.Diagnostic;
import dafu.text.Masks;
import dafu.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any front matter, any settings and any published line are read without a failure, and what is said has its place. */
class FrontMatterFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "---\ntitle: 关于夜间公交的答复\nnumber: 058\nanswering-body: 市交通运输局\ndate: 2024-03-02\n---\n正文\n",
                        "---\n标题：答复\n主办单位: '局'\n答复日期: 2024年3月2日\n满意度: {办理: 满意}\n更正:\n  - 日期: 2024-03-03\n    说明: |\n      两\n      行\n---\n",
                        "---\ntitle: \"\\u4e00 \\\"x\\\"\"\ntopics: [公交, &a 停车, *a]\nsource: {url: 'https://example.org'}\n? x\n: y\n---\n",
                        "title: 档案\nbodies:\n  - {id: a, name: 甲, aliases: [乙]}\noutcomes: [{scheme: s, classes: [{code: A, label: 一}]}]\n",
                        "{\"id\": \"a\", \"n\": [1, -2.5e3, true, null], \"x\": \"\\ud83d\\ude80\\n\"}\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyHeadIsRead(byte[] bytes) {
        Source.decode("content/replies/a.md", bytes, Set.of(Masks.Rule.values()))
                .value()
                .ifPresent(source -> {
                    List<Diagnostic> found = new ArrayList<>();
                    found.addAll(FrontMatter.read(Metadata.SCHEMA, source).diagnostics());
                    found.addAll(FrontMatter.readAll(Settings.SCHEMA, source).diagnostics());
                    found.addAll(FrontMatter.readTexts(source).diagnostics());
                    for (Diagnostic each : found) {
                        assertThat(each.location().line()).isBetween(1, source.lines());
                        assertThat(each.location().column()).isPositive();
                    }
                    assertThat(JsonReader.read(source.text())).isNotNull();
                });
    }
}
