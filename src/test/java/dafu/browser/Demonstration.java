package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Build;
import dafu.Options;
import dafu.publish.Publisher;
import dafu.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The archive of {@code content/} in this repository. */
final class Demonstration {
    private Demonstration() {}

    static Path build(Path site) throws IOException {
        return build("content", site);
    }

    /** Another archive, in the same way. */
    static Path build(String content, Path site) throws IOException {
        try (Publisher publisher = Publisher.open(site)) {
            int threads = Runtime.getRuntime().availableProcessors();
            Options options = Options.of(content, "layouts", threads, Optional.empty(), Optional.empty());
            Build.Result result = Build.run(options, publisher);
            assertThat(result.diagnostics().stream().filter(Diagnostic::isError))
                    .isEmpty();
            publisher.commit();
        }
        return site;
    }
}
