package jim.telemetry;

import java.util.List;

/**
 * One message of a source.
 *
 * @param number counts the messages of a connection, from 0 to 65535 and then from 0 again
 * @param source the id of the source, up to 8 ASCII characters
 */
record Report(int number, String source, SourceStatus status, List<Field> fields) {
    /** The longest text that a listener sees of one report, in bytes. */
    static final int MOST_SHOWN = 16 + ReportCodec.MOST_FIELDS * "12345678 | 4294967295\r\n".length();

    Report {
        fields = List.copyOf(fields);
    }

    /** What a listener sees: the source stands before the first field alone. */
    String shown() {
        return "[" + source + "] "
                + String.join(
                        "\r\n",
                        fields.stream()
                                .map(field -> field.name() + " | " + field.value())
                                .toList())
                + "\n";
    }
}
