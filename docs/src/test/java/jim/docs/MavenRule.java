package jim.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every {@code mvn} command in the prose and the transcripts names modules, profiles and tests that exist. */
record MavenRule(Repository repository) implements PageRule {
    private static final Pattern MODULES = Pattern.compile("(?:-pl|--projects)[ =](\\S+)");
    private static final Pattern TESTS = Pattern.compile("-D(?:it\\.)?test=(\\S+)");
    private static final Pattern PROFILES = Pattern.compile("-P ?(\\w\\S*)");
    private static final String NO_TESTS_IN_OTHERS = "-Dsurefire.failIfNoSpecifiedTests=false";
    /** The word with which a command runs no unit test at all. */
    private static final String NONE = "none";

    private static final Set<String> PHASES = Set.of("clean", "compile", "test", "package", "verify", "install");

    @Override
    public List<String> problems(Markdown page) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Markdown.Line command : commands(page)) {
            Stream.of(
                            unknownPhase(command.text()),
                            unknownModules(command.text()),
                            unknownProfiles(command.text()),
                            unknownTests(command.text()))
                    .flatMap(List::stream)
                    .forEach(problem -> problems.add("line " + command.number() + ": " + problem));
        }
        return problems;
    }

    /** A command with an ellipsis, or with NN for a number, is a form to fill in. */
    private static List<Markdown.Line> commands(Markdown page) {
        Stream<Markdown.Line> typed = page.fences().stream()
                .filter(fence -> fence.kind().equals("console"))
                .flatMap(fence -> Transcript.of(fence).commands().stream()
                        .map(command -> new Markdown.Line(fence.line(), command)));
        return Stream.concat(page.inlineCode().stream(), typed)
                .filter(line -> line.text().startsWith("mvn "))
                .filter(line -> !line.text().matches(".*(…|\\.\\.\\.|NN).*"))
                .toList();
    }

    private static List<String> unknownPhase(String command) {
        boolean known = Stream.of(command.split(" ")).anyMatch(PHASES::contains);
        boolean goal = command.matches("mvn .*\\w:\\w.*");
        return known || goal ? List.of() : List.of("no phase of the build in: " + command);
    }

    private List<String> unknownModules(String command) {
        return named(MODULES, command)
                .filter(module -> !repository.modules().contains(module))
                .map(module -> "there is no module '" + module + "': " + command)
                .toList();
    }

    private List<String> unknownProfiles(String command) {
        return named(PROFILES, command)
                .filter(profile -> Stream.concat(
                                Stream.of("pom.xml"),
                                repository.modules().stream().map(module -> module + "/pom.xml"))
                        .noneMatch(pom -> repository.read(pom).contains("<id>" + profile + "</id>")))
                .map(profile -> "there is no profile '" + profile + "': " + command)
                .toList();
    }

    private List<String> unknownTests(String command) throws IOException {
        List<String> tests =
                named(TESTS, command).filter(test -> !test.equals(NONE)).toList();
        if (tests.isEmpty()) {
            return List.of();
        }
        List<String> sources = testSources(command);
        List<String> problems = new ArrayList<>();
        for (String test : tests) {
            if (sources.stream().noneMatch(source -> holds(source, test))) {
                problems.add("there is no test '" + test + "' in the modules that it names: " + command);
            }
        }
        if (!command.contains(NO_TESTS_IN_OTHERS)) {
            problems.add("it stops at the first module without that test, add " + NO_TESTS_IN_OTHERS + ": " + command);
        }
        return problems;
    }

    private List<String> testSources(String command) throws IOException {
        List<String> modules = named(MODULES, command).toList();
        return repository.sources().stream()
                .filter(source -> source.contains("/src/test/"))
                .filter(source -> modules.isEmpty() || modules.contains(source.substring(0, source.indexOf('/'))))
                .toList();
    }

    /** {@code test} is a class, or {@code Class#method}, either with {@code *} for any characters. */
    private boolean holds(String source, String test) {
        String[] parts = test.split("#", 2);
        String type = source.substring(source.lastIndexOf('/') + 1).replace(".java", "");
        return type.matches(parts[0].replace("*", ".*"))
                && (parts.length == 1
                        || Pattern.compile("\\b" + parts[1].replace("*", "\\w*") + "\\(")
                                .matcher(repository.read(source))
                                .find());
    }

    private static Stream<String> named(Pattern pattern, String command) {
        return pattern.matcher(command)
                .results()
                .map((MatchResult match) -> match.group(1).split(","))
                .flatMap(Stream::of);
    }
}
