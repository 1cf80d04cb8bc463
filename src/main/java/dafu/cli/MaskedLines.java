package dafu.cli;

import dafu.text.Unveiled;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is printed, line by line and masked, whoever prints it: a wrong option and a stack trace echo content as well. */
final class MaskedLines extends FilterOutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private MaskedLines(OutputStream out) {
        super(out);
    }

    static PrintStream over(PrintStream out) {
        return new PrintStream(new MaskedLines(out), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            pass();
        }
    }

    /** What has no end yet is passed on as it is. */
    @Override
    public synchronized void flush() throws IOException {
        pass();
        super.flush();
    }

    private void pass() throws IOException {
        out.write(Unveiled.hide(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        line.reset();
    }
}
