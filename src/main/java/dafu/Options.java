package dafu;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is given.
 *
 * @param content where the replies lie
 * @param contentName that folder as the user named it, with forward slashes; findings show it
 * @param layouts where the user's own layouts lie; need not exist
 * @param drafts whether drafts are shown
 * @param threads how many replies are worked on at once
 * @param asOf the day on which the archive is looked at; by default the newest date in the catalogue
 */
public record Options(
        Path content,
        String contentName,
        Path layouts,
        String layoutsName,
        boolean drafts,
        int threads,
        Optional<LocalDate> asOf) {

    public static Options of(String content, String layouts) {
        return new Options(
                Path.of(content),
                shown(content),
                Path.of(layouts),
                shown(layouts),
                false,
                Runtime.getRuntime().availableProcessors(),
                Optional.empty());
    }

    public Options withDrafts() {
        return new Options(content, contentName, layouts, layoutsName, true, threads, asOf);
    }

    public Options withThreads(int count) {
        return new Options(content, contentName, layouts, layoutsName, drafts, count, asOf);
    }

    public Options withAsOf(LocalDate day) {
        return new Options(content, contentName, layouts, layoutsName, drafts, threads, Optional.of(day));
    }

    private static String shown(String folder) {
        String slashes = folder.replace('\\', '/');
        return slashes.length() > 1 ? slashes.replaceFirst("/+$", "") : slashes;
    }
}
