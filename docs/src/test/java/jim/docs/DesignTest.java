package jim.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The rules of the design, on the classes of all modules. */
@AnalyzeClasses(packages = "jim", importOptions = ImportOption.DoNotIncludeTests.class)
final class DesignTest {
    /** The packages from the ground up: each may use those before it, and none behind it. */
    private static final List<String> LAYERS = List.of(
            "spelling",
            "protocol",
            "cli",
            "sockets",
            "presence",
            "testkit",
            "peers",
            "exercises",
            "logging",
            "decorators",
            "handlers",
            "feed",
            "telemetry",
            "engine",
            "chat",
            "messenger",
            "launcher",
            "bench",
            "reliability");

    /**
     * The packages and classes that may read JSON: besides the protocol, the dialects, which are other ways to read the
     * same objects, and the session, which reads an object once and hands it to its dialect.
     */
    private static final Set<String> KNOW_JSON =
            Set.of("jim.protocol", "jim.messenger.course", "jim.messenger.dialect", "jim.messenger.server.Session");

    /** The classes with which a person at a terminal talks, besides those whose names end in Main or Program. */
    private static final Set<String> AT_THE_TERMINAL = Set.of("PresencePair", "LoggedPair");

    @ArchTest
    static final ArchRule NO_CIRCLES_BETWEEN_LESSONS =
            slices().matching("jim.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CIRCLES_BETWEEN_PACKAGES =
            slices().matching("jim.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_CLASS_STANDS_IN_A_LAYER = classes().should().resideInAnyPackage(packages(LAYERS));

    @ArchTest
    static void aLowerLayerKnowsNoHigherOne(JavaClasses all) {
        for (int i = 0; i < LAYERS.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage("jim." + LAYERS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(LAYERS.subList(i + 1, LAYERS.size())))
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule THE_PROTOCOL_KNOWS_NO_SOCKET = noClasses()
            .that()
            .resideInAPackage("jim.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..");

    @ArchTest
    static final ArchRule ONLY_THE_PROTOCOL_KNOWS_JSON = noClasses()
            .that(describe("need not know JSON", DesignTest::needNotKnowJson))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.gson..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ENGINES_SEE_NO_CHAT = noClasses()
            .that()
            .resideInAPackage("jim.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jim.chat..");

    /** What people do is the same by whatever door they come: only the doors, and what opens them, know engines. */
    @ArchTest
    static final ArchRule THE_CHAT_SEES_NO_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("jim.chat", "jim.chat.line")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jim.engine..", "com.google.gson..", "java.net..", "java.nio.channels..", "io.netty..");

    @ArchTest
    static final ArchRule ONLY_PROGRAMS_PRINT = noClasses()
            .that(describe("are no programs", DesignTest::isNoProgram))
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule A_PACKAGE_IS_NAMED_FOR_ITS_IDEA = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..core..", "..misc..");

    @ArchTest
    static final ArchRule WHAT_IS_PUBLIC_DOES_NOT_CHANGE =
            fields().that().arePublic().should().beFinal();

    private static String[] packages(List<String> layers) {
        return layers.stream().map(layer -> "jim." + layer + "..").toArray(String[]::new);
    }

    private static boolean needNotKnowJson(JavaClass type) {
        return !KNOW_JSON.contains(type.getPackageName()) && !KNOW_JSON.contains(type.getName());
    }

    private static boolean isNoProgram(JavaClass type) {
        String name = type.getSimpleName();
        return !name.endsWith("Main") && !name.endsWith("Program") && !AT_THE_TERMINAL.contains(name);
    }
}
