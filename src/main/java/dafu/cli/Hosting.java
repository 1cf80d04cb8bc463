package dafu.cli;

import dafu.Build;
import dafu.Options;
import dafu.publish.Sink;
import dafu.render.Layouts;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the site will stand. */
final class Hosting {
    @Option(names = "--host", paramLabel = "github-pages|gitlab-pages|cloudflare-pages|nginx")
    private @Nullable String name;

    Optional<Host> host() {
        return Optional.ofNullable(name)
                .map(id -> Host.of(id)
                        .orElseThrow(() -> new WrongUsage(
                                "--host: " + id, Message.of("可以写 %s", "one of %s", String.join(" ", Host.ids())))));
    }

    /** Adds the host's files to a sink. */
    void write(Build.Result result, Options options, Sink sink) {
        Optional<byte[]> policy = new Layouts(options.layouts(), options.layoutsName()).find("policy.mustache");
        host().ifPresent(host -> host.write(result.archive(), policy, sink));
    }

    /** The same result with what the host would say to a site of this weight. */
    Build.Result weighed(Build.Result result, Host.Weight weight, String site) {
        List<Diagnostic> found = Stream.concat(
                        result.diagnostics().stream(),
                        host().stream().flatMap(host -> host.findings(weight, result.archive(), site).stream()))
                .sorted()
                .toList();
        return new Build.Result(result.archive(), result.made(), result.drafts(), found, result.memory());
    }
}
