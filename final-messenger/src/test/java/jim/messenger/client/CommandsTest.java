package jim.messenger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jim.cli.ExitCode;
import jim.messenger.server.RunningMessenger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can type, tried with the real server. */
@Timeout(30)
class CommandsTest {
    private RunningMessenger messenger;
    private Person ann;
    private Person bob;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = Person.named("ann", messenger.address());
        bob = Person.named("bob", messenger.address());
    }

    @AfterEach
    void stop() throws IOException {
        ann.close();
        bob.close();
        messenger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "message", "  message  "})
    void messageAsksForTheNameAndThenForTheText(String command) throws IOException {
        ann.types(command).reads("To whom?");
        ann.types("bob").reads("What do you want to say?");
        ann.types("hi  there").reads("-> bob: delivered");
        assertThat(bob.nextMessage()).isEqualTo("ann: hi  there");
    }

    @Test
    void messageTakesANameWithItsSignToo() throws IOException {
        ann.types("1", " @bob ", "hi").reads("To whom?", "What do you want to say?", "-> bob: delivered");
        assertThat(bob.nextMessage()).isEqualTo("ann: hi");
    }

    @ParameterizedTest
    @CsvSource({"'', hi, name", "bob, '  ', text"})
    void withoutANameOrATextNothingIsSent(String to, String text, String missing) throws IOException {
        ann.types("1", to, text).reads("To whom?", "What do you want to say?");
        ann.reads("Nothing was sent: there was no " + missing + ".");
        ann.types("@bob end").reads("-> bob: delivered");
        assertThat(bob.nextMessage()).isEqualTo("ann: end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "help"})
    void helpIsShownAgain(String command) throws IOException {
        ann.types(command).reads(Commands.HELP.split("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "exit", "quit"})
    void exitLeavesAndFreesTheName(String command) throws IOException {
        ann.types(command);
        assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        assertThat(ann.rest()).isEmpty();
        bob.types("@ann hi").reads("-> ann: kept until ann comes");
        Person.named("ann", messenger.address()).close();
    }

    @Test
    void aNameInFrontOfTheTextSendsItAtOnce() throws IOException {
        ann.types("@bob   hi there").reads("-> bob: delivered");
        assertThat(bob.nextMessage()).isEqualTo("ann: hi there");
        bob.types("@ann привет \ud83d\ude00").reads("-> ann: delivered");
        assertThat(ann.nextMessage()).isEqualTo("bob: привет \ud83d\ude00");
    }

    @Test
    void whoIsNotThereIsNamedWithTheNearOne() throws IOException {
        ann.types("@bbo hi").reads("not sent to bbo: nobody called 'bbo' is here, did you mean 'bob'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@bob", "#java"})
    void aNameWithoutATextAsksForOne(String typed) throws IOException {
        ann.types(typed).reads("There is no text: write " + typed + " and what you want to say.");
    }

    @Test
    void peopleInARoomReadEachOther() throws IOException {
        ann.types("join #java").reads("You are in #java. Write to it: #java hello");
        bob.types("join #Java").reads("You are in #Java. Write to it: #Java hello");
        ann.types("#java hello all").reads("-> #java: delivered to 1 person");
        assertThat(bob.nextMessage()).isEqualTo("#java ann: hello all");
        bob.types("leave #java").reads("You have left #java.");
        ann.types("#java anybody?").reads("-> #java: nobody else is there now");
        bob.types("#java me").reads("not sent to #java: you are not in #java, join it first.");
    }

    @ParameterizedTest
    @CsvSource({"join, join", "join java, join", "leave, leave", "leave java, leave"})
    void aRoomBeginsWithItsSign(String typed, String word) throws IOException {
        ann.types(typed).reads("Which room? For example: " + word + " #team");
    }

    @Test
    void whoTellsWhoIsOnlineAndWhoIsInARoom() throws IOException {
        ann.types("who").reads("Online: ann, bob");
        bob.types("join #java").reads("You are in #java. Write to it: #java hello");
        ann.types("who  #java").reads("Online: bob");
        ann.types("who #jaav").reads("cannot say who is there: no room '#jaav' is here, did you mean '#java'?");
    }

    @Test
    void anUnknownWordLeadsToTheNearOne() throws IOException {
        ann.types("mesage bob hi")
                .reads("There is no command 'mesage', did you mean 'message'? To write to somebody: @NAME TEXT."
                        + " For help: 2");
        ann.types("good morning").reads("There is no command 'good'. To write to somebody: @NAME TEXT. For help: 2");
    }

    @Test
    void anEmptyLineDoesNothing() throws IOException {
        ann.types("", "   ", "who").reads("Online: ann, bob");
    }

    @Test
    void messagesArriveWhileOneIsTyping() throws IOException {
        ann.types("1").reads("To whom?");
        bob.types("@ann are you there?").reads("-> ann: delivered");
        assertThat(ann.nextMessage()).isEqualTo("bob: are you there?");
        ann.types("bob", "yes").reads("What do you want to say?", "-> bob: delivered");
        assertThat(bob.nextMessage()).isEqualTo("ann: yes");
    }

    @Test
    void whatWouldMoveTheScreenIsSpelledOut() throws IOException {
        ann.types("@bob \u001b[2J\u202ehi\u200b\u0007").reads("-> bob: delivered");
        assertThat(bob.nextMessage()).isEqualTo("ann: \\u001b[2J\\u202ehi\\u200b\\u0007");
        ann.types("\u001b[2J").reads("There is no command '\\u001b[2J'. To write to somebody: @NAME TEXT. For help: 2");
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndTheLinkHolds() throws IOException {
        ann.types("@bob " + "x".repeat(501))
                .reads("not sent to bob: field 'message': expected at most 500 characters, got 501.");
        ann.types("@bob " + "x".repeat(10_000))
                .reads("not sent to bob: it is too long, a message has at most 8192 bytes in all.");
        ann.types("@bob hi").reads("-> bob: delivered");
    }
}
