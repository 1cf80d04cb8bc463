package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.cli.Console;
import dafu.cli.Main;
import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An editor writes, and looks at the page beside. */
class ServeTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Project project;
    private Browser browser;
    private ServerSocket taken;
    private Thread serving;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        project = new Project(folder, """
                -- content/replies/a.md --
                ---
                title: 关于停车的答复
                answering-body: 示例市交通局
                date: 2024-03-04
                ---

                第一段。

                -- content/replies/b.md --
                ---
                title: 关于校园餐的答复
                answering-body: 示例市教育局
                date: 2024-03-05
                status: draft
                ---

                还在写。
                """);
        taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        PrintStream out = new PrintStream(said, true, UTF_8);
        FutureTask<Integer> command = new FutureTask<>(() -> Main.run(
                new Console(out, out, Language.EN),
                "serve",
                "--content",
                folder.resolve("content").toString(),
                "--site",
                folder.resolve("preview/site").toString(),
                "--port",
                "" + taken.getLocalPort()));
        serving = new Thread(command, "serve");
        serving.start();
        browser = new Browser();
        address = until(() -> {
            Matcher its = ADDRESS.matcher(said.toString(UTF_8));
            return its.find() ? its.group() : null;
        });
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        browser.close();
        taken.close();
        serving.interrupt();
        serving.join();
    }

    private <T> T until(Callable<T> there) {
        return new WebDriverWait(browser.driver(), Duration.ofSeconds(60), Duration.ofMillis(20))
                .ignoring(WebDriverException.class)
                .until((WebDriver driver) -> {
                    try {
                        return there.call();
                    } catch (WebDriverException stale) {
                        throw stale;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                });
    }

    private String script(String script) {
        return String.valueOf(browser.driver().executeScript("return " + script));
    }

    private void write(String file, String from, String to) {
        project.write(file, project.text(file).replace(from, to).getBytes(UTF_8));
    }

    @Test
    void aPageFollowsItsFileAndStaysWhereItWas() {
        assertThat(URI.create(address).getPort()).isGreaterThan(taken.getLocalPort());
        browser.driver().get(address + "replies/a/");
        write("content/replies/a.md", "第一段。", "第一段。\n\n" + "又是一段。\n\n".repeat(200));
        until(() -> script("document.body.textContent").contains("又是一段。") ? true : null);
        browser.driver().executeScript("scrollTo({ top: 2000, behavior: 'instant' })");
        write("content/replies/a.md", "第一段。", "改过的第一段。");
        until(() -> script("document.body.textContent").contains("改过的第一段。") ? true : null);
        until(() -> script("scrollY").equals("2000") ? true : null);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongShowsOverThePageUntilItIsMended() {
        browser.driver().get(address + "replies/a/");
        write("content/replies/a.md", "2024-03-04", "2024-13-04");
        until(() -> script("document.querySelector('#dafu-findings[open]').innerText")
                        .contains("error[date]")
                ? true
                : null);
        assertThat(script("document.querySelector('h1').textContent")).contains("停车");
        write("content/replies/a.md", "2024-13-04", "2024-03-06");
        until(() -> script("document.querySelector('#dafu-findings').hidden").equals("true") ? true : null);
        until(() -> script("document.body.textContent").contains("2024年3月6日") ? true : null);
        // A new folder is followed too.
        project.write("""
                -- content/replies/new/c.md --
                ---
                title: 关于电梯的答复
                answering-body: 示例市交通局
                date: 2024-03-07
                ---

                新来的。
                """);
        browser.driver().get(address + "replies/new/c/");
        until(() -> {
            browser.driver().navigate().refresh();
            return script("document.body.textContent").contains("新来的") ? true : null;
        });
        write("content/replies/new/c.md", "新来的", "改过的");
        until(() -> script("document.body.textContent").contains("改过的") ? true : null);
    }

    @Test
    void draftsShowAndNobodyElseCanAsk() throws IOException {
        browser.driver().get(address + "replies/b/");
        assertThat(script("document.body.textContent")).contains("还在写。").contains("这是草稿");
        assertThat(status("GET /replies/b/ HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"))
                .isEqualTo(403);
        assertThat(status("GET /..%2f..%2fcontent/replies/a.md HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .isEqualTo(404);
        assertThat(status("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(405);
        HttpURLConnection missing =
                (HttpURLConnection) URI.create(address + "nothing/").toURL().openConnection();
        assertThat(missing.getResponseCode()).isEqualTo(404);
    }

    private int status(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            byte[] start = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(start, UTF_8).substring(9));
        }
    }
}
