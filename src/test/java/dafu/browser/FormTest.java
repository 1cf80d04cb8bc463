package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.net.URLDecoder;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** The form in a browser: what it makes is what the program reads. */
@InBrowser
class FormTest extends ProjectTest {
    private static final String TEXT = "贵委提出的提案收悉，现答复如下：\n\n今年新开夜间公交线路三条。联系人电话13000000000。\n\n示例市交通运输局\n\n2024年6月28日";

    @Test
    void whatIsTypedBecomesAFileThatPassesTheCheck() throws Exception {
        Project project = project("""
                -- content/archive.yml --
                form: https://github.com/example/archive/new/main
                sessions:
                  - {id: cppcc-14-3, name: 示例市政协十四届三次会议}
                """);
        project.built();
        try (StaticHost host = new StaticHost(project.path("site"), "/dafu/");
                Browser browser = new Browser()) {
            ChromeDriver driver = browser.driver();
            browser.size(360, 800, false);
            driver.get(host.address("form/"));
            assertThat(driver.findElement(By.id("form-title")).isDisplayed()).isTrue();
            assertThat(browser.violations()).isEmpty();
            assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
            driver.findElement(By.cssSelector(".form-buttons button")).click();
            assertThat(driver.findElement(By.cssSelector("[data-made]")).isDisplayed())
                    .as("what is required is missing")
                    .isFalse();

            type(driver, "form-title", "对市政协十四届三次会议第020号提案的答复");
            type(driver, "form-kind", "proposal");
            type(driver, "form-session", "示例市政协十四届三次会议");
            type(driver, "form-number", "020");
            type(driver, "form-proposers", "甲委员、乙: \"丙\"");
            type(driver, "form-answering-body", "示例市交通运输局");
            driver.executeScript(
                    "const d = document.getElementById('form-date'); d.value = '2024-06-28'; d.dispatchEvent(new Event('input', {bubbles: true}))");
            type(driver, "form-contact.office", "办公室");
            driver.executeScript("document.querySelector('.reply-form details').open = true");
            type(driver, "form-attachments.file", "a.csv");
            driver.findElement(By.cssSelector("[data-key=附件] [data-add]")).click();
            type(driver, "form-attachments.file+", "b.csv");
            type(driver, "form-attachments.title+", "附件 2");
            driver.executeScript("document.getElementById('form-text').value = arguments[0]", TEXT);
            driver.findElement(By.id("form-draft")).sendKeys(Keys.SPACE);
            assertThat(driver.findElement(By.id("form-name")).getDomProperty("value"))
                    .isEqualTo("replies/2024/cppcc-14-3-020");
            driver.findElement(By.id("form-name")).sendKeys(Keys.ENTER);

            String file = driver.findElement(By.id("form-file")).getDomProperty("value");
            assertThat(file).startsWith("""
                            ---
                            标题: 对市政协十四届三次会议第020号提案的答复
                            类型: "proposal"
                            届次: 示例市政协十四届三次会议
                            编号: "020"
                            提案人: [甲委员, "乙: \\"丙\\""]
                            主办单位: 示例市交通运输局
                            答复日期: 2024-06-28
                            联系方式: {科室: 办公室}
                            附件:
                              - {文件: "a.csv"}
                              - {文件: "b.csv", 名称: "附件 2"}
                            状态: 公开
                            ---
                            """).contains("电话130****0000。").doesNotContain("13000000000");
            assertThat(driver.findElement(By.cssSelector("[data-made] [role=status]"))
                            .getText())
                    .isEqualTo("遮盖了 1 处个人信息。");
            String open = driver.findElement(By.cssSelector("[data-open]")).getDomProperty("href");
            assertThat(URLDecoder.decode(open, UTF_8))
                    .isEqualTo(
                            "https://github.com/example/archive/new/main?filename=content/replies/2024/cppcc-14-3-020.md&value="
                                    + file);
            assertThat(driver.findElement(By.cssSelector("[data-download]")).getDomProperty("href"))
                    .startsWith("blob:");
            assertThat(browser.violations()).isEmpty();
            assertThat(browser.complaints()).isEmpty();

            project.write("content/replies/2024/cppcc-14-3-020.md", file.getBytes(UTF_8))
                    .write("-- content/replies/2024/a.csv --\n甲,1\n-- content/replies/2024/b.csv --\n乙,2\n");
            project.check().isClean();
            project.built();
            assertThat(project.page("replies/2024/cppcc-14-3-020/")
                            .select("[data-field=proposers]")
                            .eachText())
                    .containsExactly("甲委员", "乙: \"丙\"");
        }
    }

    private static void type(ChromeDriver driver, String id, String words) {
        driver.findElement(By.id(id)).sendKeys(words);
    }
}
