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
 * @param against a deployed copy to compare with: its folder, or its {@code data/replies.jsonl}
 * @param asOf the day on which the archive is looked at; by default the newest date in the catalogue
 */
public record Options(
        Path content,
        String contentName,
        Path layouts,
        String layoutsName,
        boolean drafts,
        int threads,
        Optional<LocalDate> asOf,
        Optional<Path> against) {

    public static Options of(
            String content, String layouts, int threads, Optional<LocalDate> asOf, Optional<Path> against) {
        return new Options(
                Path.of(content), shown(content), Path.of(layouts), shown(layouts), false, threads, asOf, against);
    }

    public Options withDrafts() {
        return new Options(content, contentName, layouts, layoutsName, true, threads, asOf, against);
    }

    private static String shown(String folder) {
        String slashes = folder.replace('\\', '/');
        return slashes.length() > 1 ? slashes.replaceFirst("/+$", "") : slashes;
    }
}
