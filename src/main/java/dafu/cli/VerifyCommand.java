package dafu.cli;

import dafu.publish.Verifier;
import dafu.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what was altered, lost or added in a site since it was built. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "site")
    private String site = "site";

    @Option(names = "--root", paramLabel = "HASH")
    private @Nullable String root;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean there = Files.isDirectory(Path.of(site));
        if (Verifier.isUnfinished(Path.of(site))) {
            console.warn(Message.of(
                    "上一次生成在写入时中断，还没有完成；再运行一次 build 就会补完",
                    "a build was cut off while it changed the site; run build once more to finish it"));
            if (!there) {
                return Main.FOUND;
            }
        }
        if (!there) {
            throw new WrongUsage("DIR: " + site, Message.of("没有这个文件夹", "there is no such folder"));
        }
        Verifier.Result result = Verifier.verify(Path.of(site));
        if (result.root().isEmpty()) {
            console.warn(Message.of(
                    "%s 里没有清单 manifest-sha256.txt，无法核对",
                    "there is no manifest-sha256.txt in %s to verify it by", site));
            return Main.FOUND;
        }
        list(Message.of("被改动", "altered"), result.altered());
        list(Message.of("缺少", "lost"), result.lost());
        list(Message.of("多出", "added"), result.added());
        String found = result.root().get();
        boolean same = root == null || root.equalsIgnoreCase(found);
        if (!same) {
            console.warn(Message.of("根哈希是 %s，不是给出的 %s", "the root hash is %s, not the given %s", found, root));
        }
        if (!same || !result.isIntact()) {
            return Main.FOUND;
        }
        console.say(Message.of("%d 个文件与清单一致", "%d files are as the manifest says", result.files()));
        console.say(Message.of("根哈希 %s", "root hash %s", found));
        return Main.DONE;
    }

    private void list(Message what, List<String> paths) {
        paths.forEach(path -> console.warn(what.in(console.language()) + " " + path));
    }
}
