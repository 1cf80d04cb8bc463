package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dafu.Project;
import dafu.ProjectTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site below a path, served by a real nginx with the file that the build made for it. */
class NginxTest extends ProjectTest {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    private final HttpClient client = HttpClient.newHttpClient();
    private Project project;
    private Process nginx;
    private int port;

    @BeforeEach
    void anArchiveBelowAPath() throws IOException {
        assumeTrue(Files.isExecutable(NGINX), "no " + NGINX + ": what nginx does with the site is not tested");
        project = project("""
                -- content/archive.yml --
                base-url: https://example.org/dafu/
                -- content/replies/2024/a.md --
                """ + reply("aliases: [/old/058/, /content/art_1.html]\n", "公开"));
        project.built("--host", "nginx");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String snippet = project.text("site/nginx.conf")
                .replace("/srv/dafu/current", project.path("site").toString());
        project.write("nginx/site.conf", snippet.getBytes(UTF_8));
        String here = project.path("nginx").toString();
        String main = """
                daemon off;
                user root;
                worker_processes 1;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events {}
                http {
                    include /etc/nginx/mime.types;
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    server {
                        listen 127.0.0.1:%2$d;
                        include %1$s/site.conf;
                    }
                }
                """.formatted(here, port);
        project.write("nginx/nginx.conf", main.getBytes(UTF_8));
        nginx = new ProcessBuilder(NGINX.toString(), "-p", here, "-c", here + "/nginx.conf", "-e", here + "/error.log")
                .inheritIO()
                .start();
        while (!answers()) {
            assertThat(nginx.isAlive()).as("nginx runs").isTrue();
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void everyFileOfTheSiteIsServedAsItIs() throws Exception {
        for (Map.Entry<String, String> file : project.files("site").entrySet()) {
            if (!file.getKey().matches("nginx.conf|old/058/index.html|content/art_1.html")) {
                HttpResponse<byte[]> response = get("/dafu/" + file.getKey());
                assertThat(response.statusCode()).as(file.getKey()).isEqualTo(200);
                assertThat(new String(response.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void aPageHasThePolicyAndIsAskedForAgain() throws Exception {
        HttpResponse<byte[]> page = get("/dafu/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo(project.page("")
                                .select("meta[http-equiv=Content-Security-Policy]")
                                .attr("content") + "; frame-ancestors 'self'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get("/dafu/", "If-None-Match", header(page, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void whatTheSearchAsksForWithItsBuildIsKept() throws Exception {
        HttpResponse<byte[]> index = get("/dafu/search/index.json?v=0123456789abcdef", "Accept-Encoding", "gzip");
        assertThat(header(index, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(get("/dafu/search/index.json"), "Cache-Control")).isEqualTo("no-cache");
        HttpResponse<byte[]> style = get("/dafu/assets/style.css", "Accept-Encoding", "gzip");
        assertThat(header(style, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(style, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatIsNotThereGetsTheSitesOwnPageAndIsNotKept() throws Exception {
        HttpResponse<byte[]> missing = get("/dafu/replies/1999/none/?v=1");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(new String(missing.body(), UTF_8)).isEqualTo(project.text("site/404.html"));
        assertThat(header(missing, "Content-Security-Policy")).isNotEmpty();
        assertThat(header(missing, "Cache-Control")).isEmpty();
        assertThat(get("/dafu/nginx.conf").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> outside = get("/elsewhere");
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(header(outside, "Content-Security-Policy"))
                .as("other paths are left alone")
                .isEmpty();
    }

    @Test
    void oldAddressesLeadToTheReply() throws Exception {
        for (String[] lead : new String[][] {
            {"/dafu", "/dafu/"},
            {"/dafu/old/058/", "/dafu/replies/2024/a/"},
            {"/dafu/content/art_1.html", "/dafu/replies/2024/a/"},
            {"/dafu/replies/2024/a", "/dafu/replies/2024/a/"}
        }) {
            HttpResponse<byte[]> response = get(lead[0]);
            assertThat(response.statusCode()).as(lead[0]).isEqualTo(301);
            assertThat(URI.create(header(response, "Location")).getPath()).isEqualTo(lead[1]);
        }
    }
}
