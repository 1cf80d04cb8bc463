package dafu.importer;

import dafu.text.Message;
import java.util.Optional;

/** How to make a file that can be read out of one that cannot. */
enum Conversion {
    OLD_OFFICE(
            "\u00D0\u00CF\u0011\u00E0.*",
            "doc|wps|rtf|dot|et|xls|ppt",
            "用 WPS 或 Word 打开，另存为 .docx 再导入（表格另存为 .csv）",
            "open it in WPS or Word and save it as .docx (a table as .csv)"),
    OPEN_FIXED(
            "",
            "ofd",
            "用 OFD 阅读器打开，把文字复制到 .txt，或导出为 .docx",
            "open it in an OFD reader and copy the text into a .txt file, or export a .docx"),
    PDF(
            "%PDF.*",
            "pdf",
            "把文字复制到 .txt；或运行 pdftotext -layout 文件.pdf，再导入 .txt；扫描件先做文字识别",
            "copy its text into a .txt file or run pdftotext -layout; a scan needs text recognition first"),
    PICTURE(
            "\u0089PNG.*|\u00FF\u00D8\u00FF.*|GIF8.*|II\\*.*|BM....\u0000.*",
            "png|jpe?g|gif|bmp|tiff?|webp",
            "先做文字识别，把核对过的文字存成 .txt",
            "recognise its text first and save it, proofread, as .txt"),
    ARCHIVE("Rar!.*|7z\u00BC\u00AF.*", "zip|rar|7z|tar|gz", "先解压，再导入里面的文件", "unpack it and import the files in it"),
    WORKBOOK("", "xlsx|et|pptx|odt", "另存为 .csv（UTF-8），文字文件另存为 .docx", "save a table as .csv (UTF-8), a text as .docx");

    private final String magic;
    private final String endings;
    private final Message how;

    Conversion(String magic, String endings, String zh, String en) {
        this.magic = magic;
        this.endings = endings;
        this.how = Message.of(zh, en);
    }

    /** The advice for a file by its first bytes, one character each, and the ending of its name. */
    static Optional<Message> of(String head, String ending) {
        for (Conversion each : values()) {
            boolean magic = !each.magic.isEmpty() && head.matches("(?s)(?:" + each.magic + ")");
            boolean word =
                    head.startsWith("PK") && head.contains("word/") || ending.equals("docx") && head.startsWith("PK");
            if (magic || !word && ending.matches(each.endings)) {
                return Optional.of(each.how);
            }
        }
        return head.startsWith("PK") && !ending.equals("docx") ? Optional.of(ARCHIVE.how) : Optional.empty();
    }
}
