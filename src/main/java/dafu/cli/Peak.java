package dafu.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has used. */
final class Peak {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Peak() {}

    /** As Linux counts it: all that was resident; elsewhere what the virtual machine knows of. */
    static long megabytes() {
        try {
            if (Files.exists(STATUS)) {
                return Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElseGet(Peak::known);
            }
        } catch (IOException | NumberFormatException notToBeRead) {
            return known();
        }
        return known();
    }

    private static long known() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
