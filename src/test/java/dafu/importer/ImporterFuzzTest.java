package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dafu.model.Metadata;
import dafu.read.FrontMatter;
import dafu.text.Diagnostic;
import dafu.text.Masks;
import dafu.text.Message.Language;
import dafu.text.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any page, document or list is imported without a failure, and what was written can be read. */
class ImporterFuzzTest {
    private static final List<String> ENDINGS = List.of("txt", "html", "csv", "docx", "tsv", "md");
    private static final Importer.Request NOTHING =
            new Importer.Request(Map.of(), Map.of("source.url", "https://example.org/"), Set.of(Masks.Rule.values()));

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "0对市政协十四届二次会议第038号提案的答复\n\n张某委员：\n\n您提出的《关于社区食堂的提案》收悉，现答复如下：\n\n一、已建成42家。\n\n示例市民政局\n2023年6月28日\n",
                        "1<html><head><meta charset=gbk><meta name=PubDate content=2023-06-28></head><body><h1>关于社区食堂的答复</h1>"
                                + "<table><tr><td>一<td>二</table><p>已建成<img src=x>42家。<script>x</script></body></html>",
                        "2标题,答复日期,主办单位,正文\n关于食堂的答复,2023-06-28,示例市民政局,\"已,\"\"建\"\"成\n42家\"\n",
                        "3<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>关于食堂的答复</w:t></w:r></w:p>"
                                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
                        "4title\tdate\ttext\n答复\t2023-06-28\t已建成。\n",
                        "5---\ntitle: 答复\n---\n# 一、已建成\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first byte tells the kind of file. */
    @MethodSource("seeds")
    @FuzzTest
    void anyFileIsReadAndItsDraftToo(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        String ending = ENDINGS.get(Math.floorMod(bytes[0] - '0', ENDINGS.size()));
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        byte[] file = ending.equals("docx") ? document(rest) : rest;
        for (Draft draft : Importer.read("a." + ending, file, NOTHING).value()) {
            Source source = Source.of("content/replies/a.md", draft.markdown(Language.ZH));
            assertThat(FrontMatter.read(Metadata.SCHEMA, source).diagnostics())
                    .as(source.text())
                    .extracting(Diagnostic::rule)
                    .isSubsetOf("required");
            assertThat(draft.name()).matches("[a-z0-9-]+");
        }
    }

    private static byte[] document(byte[] xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("""
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="xml" ContentType="application/xml"/></Types>
                    """.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(xml);
        }
        return bytes.toByteArray();
    }
}
