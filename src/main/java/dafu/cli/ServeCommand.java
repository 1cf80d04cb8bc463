package dafu.cli;

import dafu.Build;
import dafu.Memory;
import dafu.Options;
import dafu.Progress;
import dafu.publish.Publisher;
import dafu.serve.Host;
import dafu.serve.Watch;
import dafu.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the archive with its drafts, serves it to this machine, and builds again whatever changes. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private boolean told;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
    private int port;

    @Option(names = "--site", paramLabel = "DIR", defaultValue = ".dafu/preview/site")
    private Path site = Path.of(".dafu/preview/site");

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 0xFFFF) {
            throw new WrongUsage(
                    "--port: " + port, Message.of("写 0 到 65535 的整数", "write a whole number from 0 to 65535"));
        }
        Options options = folders.options(console).withDrafts();
        try (Watch watch = new Watch(List.of(options.content(), options.layouts()));
                Host host = host()) {
            while (true) {
                try (Publisher publisher = Publisher.open(site)) {
                    for (Memory memory = Memory.of(publisher, options); ; memory = memory.next(watch.await())) {
                        memory = build(memory, publisher, host);
                        tell(host);
                    }
                } catch (IOException | RuntimeException failed) {
                    // A file may have gone while it was read; the next change, on its way then, is the next try.
                    console.failed(failed);
                    tell(host);
                }
                watch.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return Main.DONE;
    }

    private Host host() throws IOException {
        try {
            return new Host(site, port);
        } catch (SocketException refused) {
            throw new WrongUsage(
                    "--port: " + port,
                    Message.of("这个端口用不了，换一个 1024 以上的", "this port cannot be had; name another one above 1024"));
        }
    }

    /** Says once where the site is, when there has been a build, and lets all that was said be seen. */
    private void tell(Host host) {
        if (!told) {
            console.say(Message.of("%s 可以看了；按 Ctrl-C 结束", "open %s; Ctrl-C ends", host.address()));
            told = true;
        }
        console.out().flush();
        console.err().flush();
    }

    private Memory build(Memory memory, Publisher publisher, Host host) throws IOException {
        long start = System.nanoTime();
        Build.Result result = Build.run(memory, new Progress());
        Findings findings = Findings.of(result.diagnostics());
        Optional<Publisher.Result> published = result.hasErrors() ? Optional.empty() : Optional.of(publisher.commit());
        host.show(
                published.filter(site -> site.written() + site.removed() > 0).isPresent(),
                findings.all().isEmpty() ? "" : findings.counts().in(console.language()),
                words(findings));
        if (published.isPresent()) {
            result.memory().save(published.get().root());
        }
        findings.print(console);
        console.say(Message.of(
                "%s 秒，重新生成 %d 件；%d 个错误，%d 条警告",
                "%s s, %d replies made anew; %d errors, %d warnings",
                String.format(Locale.ROOT, "%.2f", (System.nanoTime() - start) / 1e9),
                result.made(),
                findings.errors(),
                findings.warnings()));
        return result.memory();
    }

    /** The findings as they are printed. */
    private String words(Findings findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        findings.print(new Console(lines, lines, console.language()));
        lines.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
