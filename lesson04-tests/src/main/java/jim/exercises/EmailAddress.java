package jim.exercises;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address in its two parts.
 *
 * @param user what stands before the {@code @}
 * @param domain what stands behind it
 */
public record EmailAddress(String user, String domain) {
    private static final String WORD = "[A-Za-z0-9_+-]+";
    private static final String LABEL = "[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*";
    private static final Pattern ADDRESS =
            Pattern.compile("(" + WORD + "(?:\\." + WORD + ")*)@((?:" + LABEL + "\\.)+[A-Za-z]{2,})");

    /**
     * Takes {@code text} apart.
     *
     * @throws IllegalArgumentException when it is no address of the everyday kind
     */
    public static EmailAddress parse(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no e-mail address such as ann@example.org");
        }
        return new EmailAddress(matcher.group(1), matcher.group(2));
    }
}
