package dafu.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/**
 * Pictures of every kind of page of the demonstration, to be looked at: narrow and wide, light and dark, as a PNG each, and
 * replies as they print. The first argument is the folder they go to; then, if given, a part of their names, and another archive.
 */
final class Screenshots {
    private Screenshots() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
        String wanted = arguments.length > 1 ? arguments[1] : "";
        Path site =
                Demonstration.build(arguments.length > 2 ? arguments[2] : "content", Files.createTempDirectory("site"));
        SortedMap<String, String> samples = Samples.of(site);
        samples.keySet().removeIf(name -> !name.contains(wanted));
        try (StaticHost host = new StaticHost(site, "/");
                Browser browser = new Browser()) {
            for (Map.Entry<String, String> sample : samples.entrySet()) {
                for (int width : new int[] {360, 1280}) {
                    for (boolean dark : new boolean[] {false, true}) {
                        browser.size(width, width == 360 ? 740 : 860, dark);
                        browser.driver().get(host.address(sample.getValue()));
                        browser.settle();
                        String name = sample.getKey() + "-" + width + (dark ? "-dark" : "") + ".png";
                        browser.screenshot(folder.resolve(name));
                    }
                }
                if (sample.getKey().startsWith("reply")) {
                    browser.print(folder.resolve(sample.getKey() + ".pdf"));
                }
            }
        }
        System.out.println(folder + ": " + samples.size() + " pages");
    }
}
