package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two runs look the same behind the mask when they differ in times, durations, process ids, chosen ports and fingerprints alone. */
final class MaskTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-21 13:05:11,123 INFO      | 2025-01-02 03:04:05,999 INFO
                    2026-11-21T13:05:11.1Z up         | 2026-11-22T00:00:00.222Z up
                    Sat Nov 21 10:28:11 2026          | Mon Dec  1 00:00:00 2025
                    {"time":1795266000.123,"x":1}     | {"time":1800000000.5,"x":1}
                    took 1.5 ms                       | took 20 ms
                    {"event":"ready","pid":123}       | {"event":"ready","pid":4567}
                    client /127.0.0.1:41234 connected | client /127.0.0.1:60999 connected
                    listening on port 35001           | listening on port 48000
                    SHA-256 0F:FB:03:BF:30:25:5E:A7:CB:91:94:A4:4A:B0:92:27:0F:00:D5:4C:D6:F6:36:B8:C3:02:4A:69:85:89:E1:3F | SHA-256 12:34:56:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00
                    """)
    void runsThatDifferInSuchThingsAloneAreOne(String one, String other) {
        assertThat(Mask.of(one)).isEqualTo(Mask.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 welcome, ann              | 409 welcome, ann
                    listening on port 7777        | listening on port 7778
                    2026-11-21 13:05:11,123 INFO  | 2026-11-21 13:05:11,123 WARN
                    version 1.2                   | version 1.3
                    """)
    void whatMattersIsNotMasked(String one, String other) {
        assertThat(Mask.of(one)).isNotEqualTo(Mask.of(other));
    }

    @Test
    void whiteSpaceAtTheEndOfALineDoesNotMatter() {
        assertThat(Mask.of("a \t")).isEqualTo("a");
    }
}
