package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Build;
import dafu.Options;
import dafu.publish.Publisher;
import dafu.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;

/** The archive of {@code content/} in this repository. */
final class Demonstration {
    private Demonstration() {}

    static Path build(Path site) throws IOException {
        return build("content", site);
    }

    /** Another archive, in the same way. */
    static Path build(String content, Path site) throws IOException {
        try (Publisher publisher = Publisher.open(site)) {
            Build.Result result = Build.run(Options.of(content, "layouts"), publisher);
            assertThat(result.diagnostics().stream().filter(Diagnostic::isError))
                    .isEmpty();
            publisher.commit();
        }
        return site;
    }
}
