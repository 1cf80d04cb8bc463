package dafu.importer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.zwobble.mammoth.DocumentConverter;

/** A Word document (.docx) as HTML; its look is lost, the numbers that Word counts itself are written out. */
final class WordDocument {
    /** A small file may unpack to a very large one. */
    private static final int LARGEST = 100 << 20;

    private WordDocument() {}

    /** Empty where the file is no whole document. */
    static Optional<String> html(byte[] bytes) {
        try {
            Map<String, byte[]> parts = unpacked(bytes);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (part.getKey().matches(".*\\.(?:xml|rels)")) {
                    parse(part.getValue());
                }
            }
            parts.computeIfPresent("word/document.xml", (name, xml) -> WordNumbers.written(xml, parts));
            return Optional.of(new DocumentConverter()
                    .imageConverter(image -> Map.of("src", ""))
                    .convertToHtml(new ByteArrayInputStream(packed(parts)))
                    .getValue());
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** What is not well-formed ends here, since the converter's own parser prints it; a document has no document type. */
    private static void parse(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parsers.newSAXParser().parse(new ByteArrayInputStream(xml), new DefaultHandler());
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int room = LARGEST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(room + 1);
                room -= part.length;
                if (room < 0) {
                    throw new IOException(entry.getName());
                }
                parts.put(entry.getName(), part);
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
