package dafu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Names temporary folders by letters: one of nineteen digits can be a bank card's number, and is masked when printed. */
public final class LetteredFolders implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        StringBuilder name = new StringBuilder("dafu-");
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .forEach(c -> name.append((char) (c <= '9' ? c - '0' + 'g' : c)));
        return Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"), name.toString()));
    }
}
