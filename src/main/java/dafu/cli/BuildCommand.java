package dafu.cli;

import dafu.Build;
import dafu.Memory;
import dafu.Options;
import dafu.Progress;
import dafu.publish.Publisher;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compiles the content folder into the site. */
@Command(name = "build")
final class BuildCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--site", paramLabel = "DIR", defaultValue = "site")
    private String site = "site";

    @Mixin
    private Hosting hosting = new Hosting();

    @Mixin
    private Output output = new Output();

    @Option(names = "--quiet")
    private boolean quiet;

    @Option(names = "--profile")
    private boolean profile;

    BuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (!profile) {
            return build();
        }
        Profile measured = new Profile();
        int status;
        try (measured) {
            status = build();
        }
        console.say(measured.table(console.language()));
        return status;
    }

    private int build() throws Exception {
        long start = System.nanoTime();
        Options options = folders.options(console);
        hosting.host();
        output.begin(console, false);
        Progress progress = new Progress();
        try (Publisher publisher = Publisher.open(Path.of(site))) {
            Build.Result result = hosted(
                    shown(progress, () -> Build.run(Memory.of(publisher, options), progress)), options, publisher);
            List<Diagnostic> errorsAlone =
                    result.diagnostics().stream().filter(Diagnostic::isError).toList();
            output.print(console, quiet ? errorsAlone : result.diagnostics());
            if (result.hasErrors()) {
                output.summarise(console, result, Optional.empty());
                console.warn(Message.of(
                        "有 %d 个错误，没有生成；%s 保持原样",
                        "%d errors: nothing was built, %s is as it was", errorsAlone.size(), site));
                return Main.FOUND;
            }
            progress.begin(Progress.Stage.PUBLISHING, 0);
            Publisher.Result published = shown(progress, () -> {
                Publisher.Result done = publisher.commit();
                if (!result.memory().save(done.root())) {
                    console.warn(Message.of(
                            "dafu: 已经公开；只是没能为下一次生成留下记录，下一次从头做起",
                            "dafu: published, but nothing could be kept for the next build, which will begin anew"));
                }
                return done;
            });
            output.summarise(console, result, Optional.of(published));
            if (!quiet) {
                summarise(result, published, Duration.ofNanos(System.nanoTime() - start));
            }
            return Main.DONE;
        }
    }

    /** With the files of the host, and no other's, and what it would refuse. */
    private Build.Result hosted(Build.Result result, Options options, Publisher publisher) {
        Host.names().forEach(publisher::drop);
        if (result.hasErrors() || hosting.host().isEmpty()) {
            return result;
        }
        hosting.write(result, options, publisher);
        Host.Weight weight = new Host.Weight();
        publisher.sizes(weight::add);
        return hosting.weighed(result, weight, site);
    }

    private <T> T shown(Progress progress, Callable<T> work) throws Exception {
        // Elsewhere nobody watches, and a program may read what is printed.
        boolean watched = console.isTerminal() || console.environment().containsKey("CI");
        if (quiet || !watched) {
            return work.call();
        }
        Bar bar = new Bar(console, progress);
        try {
            return work.call();
        } finally {
            bar.close();
        }
    }

    private void summarise(Build.Result result, Publisher.Result published, Duration time) {
        if (result.replies() == 0) {
            console.say(Message.of("content 里还没有公开的答复", "there are no published replies in the content folder yet"));
        }
        console.say(Message.of(
                "%s：%d 件答复，%d 个文件，%s MB，用时 %s 秒，内存最多 %d MB",
                "%s: %d replies, %d files, %s MB, in %s s, with %d MB of memory at most",
                site,
                result.replies(),
                published.files(),
                String.format(Locale.ROOT, "%.1f", published.bytes() / 1e6),
                String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0),
                Peak.megabytes()));
        console.say(Message.of(
                "重新生成 %d 件；新页面 %d 个，改动的页面 %d 个，写入文件 %d 个，移除 %d 个；草稿 %d 件，警告 %d 条",
                "%d replies made anew; %d new pages, %d changed, %d files written, %d removed; %d drafts, %d warnings",
                result.made(),
                published.newPages(),
                published.changedPages(),
                published.written(),
                published.removed(),
                result.drafts(),
                result.diagnostics().size()));
        console.say(Message.of("根哈希 %s", "root hash %s", published.root()));
    }
}
