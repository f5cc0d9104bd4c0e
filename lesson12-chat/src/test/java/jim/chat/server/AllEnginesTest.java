package jim.chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All engines at once are one chat. */
@Timeout(60)
final class AllEnginesTest {
    private static final int EACH = 200;

    @Test
    void aPersonOnEachEngineIsInTheOneChat() throws Exception {
        try (RunningChat chat = new RunningChat(EngineKind.values())) {
            PlainTalker ann = chat.talker(EngineKind.THREADS);
            PlainTalker bob = chat.talker(EngineKind.SELECTOR);
            PlainTalker eve = chat.talker(EngineKind.NETTY);
            ann.say("login ann");
            ann.hears("[SYSTEM INFO] - [ann] login to chat.");
            bob.say("login bob");
            bob.hears("[SYSTEM INFO] - [bob] login to chat.");
            eve.say("login ann");
            eve.hears("[ERROR] - Username already taken!");
            eve.say("login eve");
            eve.hears("[SYSTEM INFO] - [eve] login to chat.");
            ann.hears("[SYSTEM INFO] - [bob] login to chat.", "[SYSTEM INFO] - [eve] login to chat.");
            bob.hears("[SYSTEM INFO] - [eve] login to chat.");
            eve.say("msg ann hi");
            eve.hears("[HH:MM:SS][eve][->][ann]: hi");
            ann.hears("[HH:MM:SS][eve][->][ann]: hi");
            ann.say("/userlist");
            ann.hears("['ann', 'bob', 'eve']");
        }
    }

    @Test
    void whatIsSaidAtOnceHasOneOrderForAll() throws Exception {
        try (RunningChat chat = new RunningChat(EngineKind.values())) {
            List<PlainTalker> choir = new ArrayList<>();
            for (EngineKind kind : EngineKind.values()) {
                choir.add(chat.guest(kind, kind.word()));
            }
            choir.get(0).hears(cameAfter(0));
            choir.get(1).hears(cameAfter(1));

            sing(choir);

            List<String> heard = heard(choir.get(0));
            assertThat(heard(choir.get(1))).isEqualTo(heard);
            assertThat(heard(choir.get(2))).isEqualTo(heard);
            assertThat(heard).doesNotHaveDuplicates().contains("[HH:MM:SS][netty]: " + (EACH - 1));
        }
    }

    private static String[] cameAfter(int index) {
        return EngineKind.words().stream()
                .skip(index + 1L)
                .map(name -> "[SYSTEM INFO] - [" + name + "] login to chat.")
                .toArray(String[]::new);
    }

    /** All speak at the same time. */
    private static void sing(List<PlainTalker> choir) throws Exception {
        List<CompletableFuture<Void>> singing = choir.stream()
                .map(singer -> CompletableFuture.runAsync(() -> sing(singer), work -> new Thread(work).start()))
                .toList();
        for (CompletableFuture<Void> each : singing) {
            each.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void sing(PlainTalker singer) {
        try {
            for (int i = 0; i < EACH; i++) {
                singer.say("msgall " + i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> heard(PlainTalker singer) throws IOException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < EACH * EngineKind.values().length; i++) {
            heard.add(Transcript.masked(singer.hear()));
        }
        return heard;
    }
}
