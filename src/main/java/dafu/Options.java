package dafu;

import java.nio.file.Path;

/**
 * What a build is given.
 *
 * @param content where the replies lie
 * @param contentName that folder as the user named it, with forward slashes; findings show it
 * @param layouts where the user's own layouts lie; need not exist
 * @param drafts whether drafts are shown
 * @param threads how many replies are worked on at once
 */
public record Options(Path content, String contentName, Path layouts, String layoutsName, boolean drafts, int threads) {

    public static Options of(String content, String layouts) {
        return new Options(
                Path.of(content),
                shown(content),
                Path.of(layouts),
                shown(layouts),
                false,
                Runtime.getRuntime().availableProcessors());
    }

    public Options withDrafts() {
        return new Options(content, contentName, layouts, layoutsName, true, threads);
    }

    public Options withThreads(int count) {
        return new Options(content, contentName, layouts, layoutsName, drafts, count);
    }

    private static String shown(String folder) {
        String slashes = folder.replace('\\', '/');
        return slashes.length() > 1 ? slashes.replaceFirst("/+$", "") : slashes;
    }
}
