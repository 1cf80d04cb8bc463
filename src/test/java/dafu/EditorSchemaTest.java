package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dafu.model.Json;
import dafu.model.Metadata;
import dafu.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that programs complete and check front matter by says what the command says. */
class EditorSchemaTest {
    private static final Schema REPLY = schema(EditorSchema.of(Metadata.SCHEMA));

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text, InputFormat.JSON);
    }

    private static List<String> wrong(Schema schema, String yaml) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(Json.of(value).text(), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation().toString())
                .distinct()
                .toList();
    }

    @Test
    void everyReplyAndTheSettingsOfTheDemonstrationFit() throws IOException {
        try (var files = Files.walk(Path.of("content/replies"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.toString();
                if (name.endsWith(".md") && !name.endsWith(".proposal.md")) {
                    assertThat(wrong(REPLY, Files.readString(file).split("(?m)^---$")[1]))
                            .as(name)
                            .isEmpty();
                }
            }
        }
        String settings = Files.readString(Path.of("content/archive.yml"));
        assertThat(wrong(schema(EditorSchema.of(Settings.SCHEMA)), settings)).isEmpty();
    }

    @Test
    void eitherLanguageWillDo() {
        assertThat(wrong(REPLY, "{标题: 甲, 承办单位: 乙, 答复日期: 2024-03-02, 公开程度: 节选, 提案人: 丙, 编号: [1, 2]}"))
                .isEmpty();
    }

    @Test
    void mistakesAreFoundWhereTheyStand() {
        assertThat(
                        wrong(
                                REPLY,
                                "{title: 甲, answering-body: 乙, date: 2024年3月2日, extent: 一半, corrections: [{date: 2024-03-02}]}"))
                .contains("/date", "/extent", "/corrections/0");
        assertThat(wrong(REPLY, "{标题: 甲, answering-body: 乙}")).containsExactly("");
        assertThat(wrong(REPLY, "{标题: 甲, answering-body: 乙, date: 2024-03-02, 标提: 丙}"))
                .containsExactly("");
    }
}
