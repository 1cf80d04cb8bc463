package dafu;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What every test of a whole project needs: a place to put it. */
public abstract class ProjectTest {
    @TempDir
    private Path folder;

    private int projects;

    /** A new project with these files. */
    protected final Project project(String text) {
        return new Project(folder.resolve(String.valueOf(++projects)), text);
    }

    /** The front matter that every reply needs, and a text. */
    protected static String reply(String keys, String text) {
        return """
                ---
                title: 关于夜间公交的答复
                answering-body: 市交通运输局
                date: 2024-03-02
                %s---

                %s
                """.formatted(keys, text);
    }
}
