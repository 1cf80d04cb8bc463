package dafu.page;

import dafu.model.Html;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;

/** The public address of a page as a QR code (ISO/IEC 18004): for paper, and for a phone held before a screen. */
final class AddressCode {
    /** Modules around a code that stay light, as the standard asks. */
    private static final int MARGIN = 4;

    /** Any mask can be read; to try all eight for the most even one would cost ten times as much for every reply. */
    private static final int MASK = 0;

    private AddressCode() {}

    /** A line per row of dark modules, each run from where the last one ended. */
    static Html of(String address) {
        QrCode code = QrCode.encodeSegments(
                QrSegment.makeSegments(address), QrCode.Ecc.LOW, QrCode.MIN_VERSION, QrCode.MAX_VERSION, MASK, true);
        int size = code.size + 2 * MARGIN;
        StringBuilder svg = new StringBuilder(3000)
                .append("<svg class=\"code\" viewBox=\"0 0 ")
                .append(size + " " + size)
                .append("\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>")
                .append("<path stroke=\"#000\" d=\"M0 " + (MARGIN - 1) + ".5");
        int atX = 0;
        int atY = -1;
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    int from = x;
                    while (code.getModule(x + 1, y)) {
                        x++;
                    }
                    svg.append('m').append(from + MARGIN - atX).append(' ').append(y - atY);
                    svg.append('h').append(x + 1 - from);
                    atX = x + 1 + MARGIN;
                    atY = y;
                }
            }
        }
        return new Html(svg.append("\"/></svg>").toString());
    }
}
