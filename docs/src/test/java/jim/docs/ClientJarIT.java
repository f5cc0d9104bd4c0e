package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The client's jar holds the client with what it uses, and nothing of the server. */
final class ClientJarIT {
    /** The client's own packages, lessons 3 and 5, and the libraries that these use. */
    private static final Pattern USED = Pattern.compile("(META-INF/versions/\\d+/)?"
            + "(jim/(messenger/(client|course|tls)|protocol|cli|spelling|sockets|presence|logging)"
            + "|com/google/gson|org/apache/(commons/cli|logging/log4j)|org/jline/(keymap|nativ|reader|terminal|utils))"
            + "/.*");

    private static JarFile jar() throws IOException {
        return new JarFile(Repository.here()
                .root()
                .resolve("dist/final-messenger-client.jar")
                .toFile());
    }

    @Test
    void nothingOfTheServerIsInIt() throws IOException {
        try (JarFile jar = jar()) {
            Stream<String> types = jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class"));
            assertThat(types.filter(USED.asMatchPredicate().negate())).isEmpty();
        }
    }

    /** Of the course and of JLine it has parts; all other libraries it has whole. */
    @Test
    void nothingIsMissingInIt() throws IOException {
        try (JarFile jar = jar()) {
            JavaClasses all = new ClassFileImporter()
                    .withImportOption(location -> location.contains("/jim/") || location.contains("/org/jline/"))
                    .importJar(jar);
            Stream<String> wanted = all.stream()
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .map(use -> use.getTargetClass().getBaseComponentType().getName())
                    .filter(name -> name.startsWith("jim.") || name.startsWith("org.jline."));
            assertThat(wanted.distinct()).isNotEmpty().allMatch(all::contain);
        }
    }
}
