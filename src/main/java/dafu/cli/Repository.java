package dafu.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The repository that a pipeline works on, as its environment describes it.
 *
 * @param root its folder on this machine
 * @param files the address under which the forge shows its files at this commit, ending with a slash
 */
record Repository(Optional<Path> root, Optional<String> files) {
    static Repository of(Console console) {
        Map<String, String> environment = console.environment();
        if (environment.containsKey("GITHUB_SHA")) {
            return new Repository(
                    value(environment, "GITHUB_WORKSPACE").map(Path::of),
                    value(environment, "GITHUB_SERVER_URL")
                            .flatMap(server -> value(environment, "GITHUB_REPOSITORY")
                                    .map(name ->
                                            server + "/" + name + "/blob/" + environment.get("GITHUB_SHA") + "/")));
        }
        return new Repository(
                value(environment, "CI_PROJECT_DIR").map(Path::of),
                value(environment, "CI_PROJECT_URL")
                        .flatMap(url ->
                                value(environment, "CI_COMMIT_SHA").map(commit -> url + "/-/blob/" + commit + "/")));
    }

    /** A path that was given from the working folder, as the forge names it: from the repository's root. */
    String path(String path) {
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        return root.map(Path::toAbsolutePath)
                .filter(absolute::startsWith)
                .map(folder -> folder.relativize(absolute).toString().replace('\\', '/'))
                .orElse(path);
    }

    /** Where a forge shows the line; as plain text, since Markdown that is rendered has no lines. */
    Optional<String> link(String path, int line) {
        return files.map(address -> address + encoded(path(path)) + "?plain=1#L" + line);
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(path, impossible);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
