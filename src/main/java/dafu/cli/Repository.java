package dafu.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The repository that a pipeline works on, as its environment describes it.
 *
 * @param root its folder on this machine
 * @param files the address under which the forge shows its files at this commit, ending with a slash
 */
record Repository(Optional<Path> root, Optional<String> files) {
    static Repository of(Console console) {
        UnaryOperator<String> value = name -> console.environment().getOrDefault(name, "");
        String github = value.apply("GITHUB_SHA");
        String root = value.apply(github.isEmpty() ? "CI_PROJECT_DIR" : "GITHUB_WORKSPACE");
        String server = value.apply(github.isEmpty() ? "CI_PROJECT_URL" : "GITHUB_SERVER_URL");
        String files = github.isEmpty()
                ? server + "/-/blob/" + value.apply("CI_COMMIT_SHA") + "/"
                : server + "/" + value.apply("GITHUB_REPOSITORY") + "/blob/" + github + "/";
        return new Repository(
                Optional.of(root).filter(folder -> !folder.isEmpty()).map(Path::of),
                Optional.of(files).filter(address -> !server.isEmpty()));
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
        String encoded = URLEncoder.encode(path(path), StandardCharsets.UTF_8);
        String readable = encoded.replace("%2F", "/").replace("+", "%20");
        return files.map(address -> address + readable + "?plain=1#L" + line);
    }
}
