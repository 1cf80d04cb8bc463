package dafu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has used. */
final class Peak {
    private Peak() {}

    /** As Linux counts it: all that was resident; elsewhere what the virtual machine has taken for its heap. */
    static long megabytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
                }
            }
        } catch (IOException noLinux) {
            // Nothing there tells.
        }
        return Runtime.getRuntime().totalMemory() >> 20;
    }
}
