package dafu.importer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.zwobble.mammoth.DocumentConverter;

/** A Word document (.docx) as HTML; its look, its pictures and the numbers that Word counts itself are lost. */
final class WordDocument {
    private WordDocument() {}

    static String html(byte[] bytes) {
        try {
            return new DocumentConverter()
                    .convertToHtml(new ByteArrayInputStream(bytes))
                    .getValue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
