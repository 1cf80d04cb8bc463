package dafu.read;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.ProjectTest;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class EncodingTest extends ProjectTest {
    private static final String REPLY = """
            ---
            title: 关于夜间公交的答复
            answering-body: 市交通运输局
            date: 2024-03-02
            ---

            两条线路延长到二十三时。

            > 自五月起。
            """;

    @Test
    void gbkIsNamedWithTheWayToConvertIt() {
        project("")
                .write("content/replies/a.md", REPLY.getBytes(Charset.forName("GBK")))
                .finds("""
                content/replies/a.md:1:1: error[encoding]: 文件是 GBK 编码，应为 UTF-8
                    在编辑器里“另存为”，编码选 UTF-8；或运行 iconv -f GBK -t UTF-8
                """);
    }

    @Test
    void gbkIsReadAllTheSameSoThatItsOtherMistakesShow() {
        project("")
                .write(
                        "content/replies/a.md",
                        REPLY.replace("2024-03-02", "2024年3月2日").getBytes(Charset.forName("GBK")))
                .finds("""
                content/replies/a.md:1:1: error[encoding]: 文件是 GBK 编码，应为 UTF-8
                    在编辑器里“另存为”，编码选 UTF-8；或运行 iconv -f GBK -t UTF-8
                content/replies/a.md:4:7: error[date]: “2024年3月2日”不是日期
                    date: 2024年3月2日
                          ^^^^^^^^^^^^  写成 2024-03-02
                """);
    }

    @Test
    void utf16WithAByteOrderMarkIsNamed() {
        project("")
                .write("content/replies/big.md", ("\uFEFF" + REPLY).getBytes(UTF_16BE))
                .write("content/replies/little.md", ("\uFEFF" + REPLY).getBytes(UTF_16LE))
                .finds("""
                content/replies/big.md:1:1: error[encoding]: 文件是 UTF-16 编码，应为 UTF-8
                    在编辑器里“另存为”，编码选 UTF-8；或运行 iconv -f UTF-16 -t UTF-8
                content/replies/little.md:1:1: error[encoding]: 文件是 UTF-16 编码，应为 UTF-8
                    在编辑器里“另存为”，编码选 UTF-8；或运行 iconv -f UTF-16 -t UTF-8
                """);
    }

    @Test
    void utf16WithoutAByteOrderMarkIsNamed() {
        project("")
                .write("content/replies/big.md", REPLY.getBytes(UTF_16BE))
                .write("content/replies/little.md", REPLY.getBytes(UTF_16LE))
                .finds("""
                content/replies/big.md:1:1: error[encoding]: the file is encoded as UTF-16, expected UTF-8
                    save it as UTF-8 in your editor, or run iconv -f UTF-16 -t UTF-8
                content/replies/little.md:1:1: error[encoding]: the file is encoded as UTF-16, expected UTF-8
                    save it as UTF-8 in your editor, or run iconv -f UTF-16 -t UTF-8
                """, "--lang", "en");
    }

    @Test
    void bytesThatAreNoTextAreReportedWhereTheyStand() {
        byte[] bytes = REPLY.getBytes(UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        project("").write("content/replies/a.md", bytes).finds("""
                content/replies/a.md:9:7: error[encoding]: 第 149 个字节（E3）不是 UTF-8 文字
                    用 UTF-8 编码重新保存这个文件
                """);
    }

    @Test
    void controlCharactersAreReportedWhereTheyStand() {
        project("")
                .write(
                        "content/replies/a.md",
                        REPLY.replace("线路", "线\0路")
                                .replace("五月", "五\u001B月\u0085")
                                .getBytes(UTF_8))
                .finds("""
                content/replies/a.md:7:4: error[control-character]: 有看不见的控制字符 U+0000
                    两条线�路延长到二十三时。
                          ^^  删除它，或重新输入这一行
                content/replies/a.md:9:5: error[control-character]: 有看不见的控制字符 U+001B
                    > 自五�月�起。
                          ^^  删除它，或重新输入这一行
                content/replies/a.md:9:7: error[control-character]: 有看不见的控制字符 U+0085
                    > 自五�月�起。
                              ^^  删除它，或重新输入这一行
                """);
    }

    @Test
    void anEmptyFileIsReported() {
        project("""
                -- content/replies/a.md --
                -- content/replies/b.md --

                -- content/archive.yml --
                -- content/pages/about.md --
                """).finds("""
                content/archive.yml:1:1: error[empty]: 文件是空的
                    写入内容，或删除这个文件
                content/pages/about.md:1:1: error[empty]: 文件是空的
                    写入内容，或删除这个文件
                content/replies/a.md:1:1: error[empty]: 文件是空的
                    写入内容，或删除这个文件
                content/replies/b.md:1:1: error[empty]: 文件是空的
                    写入内容，或删除这个文件
                """);
    }

    @Test
    void aTextAboveTheLimitIsReported() {
        byte[] large = new byte[(10 << 20) + 1];
        java.util.Arrays.fill(large, (byte) 'a');
        project("").write("content/replies/a.md", large).finds("""
                content/replies/a.md:1:1: error[too-large]: 文件有 10485761 字节，最多 10485760 字节
                    表格和图片请作为附件
                """);
    }

    @Test
    void anAttachmentAboveTheLimitIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 关于夜间公交的答复
                answering-body: 市交通运输局
                date: 2024-03-02
                attachments: [{file: large.pdf}]
                ---
                """)
                .write("content/replies/large.pdf", new byte[(25 << 20) + 1])
                .finds("""
                content/replies/a.md:5:22: error[too-large]: replies/large.pdf 有 26214401 字节，最多 26214400 字节
                    attachments: [{file: large.pdf}]
                                         ^^^^^^^^^  压缩它，或分成几个文件
                """);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsGiveTheSameBytes() {
        var plain =
                project("").write("content/replies/a.md", REPLY.getBytes(UTF_8)).built();
        var windows = project("")
                .write("content/replies/a.md", ("\uFEFF" + REPLY.replace("\n", "\r\n")).getBytes(UTF_8))
                .built();
        var mac = project("")
                .write("content/replies/a.md", REPLY.replace('\n', '\r').getBytes(UTF_8))
                .built();
        assertThat(windows.files("site")).isEqualTo(plain.files("site"));
        assertThat(mac.files("site")).isEqualTo(plain.files("site"));
    }
}
