package jim.messenger.server;

import static jim.messenger.server.Visitor.authenticate;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jim.logging.LogFile;
import jim.messenger.delivery.Accounts;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a name is: protocol, section 3. */
final class IdentityTest {
    private static final Response WRONG = new Response(402, "wrong name or password", Map.of());

    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    private Visitor registered(String name, String password) throws IOException {
        Visitor visitor = messenger.visitor();
        assertThat(visitor.ask(authenticate(name, password)).code()).isEqualTo(201);
        return visitor;
    }

    private void registerAndLeave(String name, String password) throws IOException {
        assertThat(registered(name, password).ask("{'action':'quit'}").code()).isEqualTo(200);
    }

    private void restartFor(Accounts accounts) throws IOException {
        messenger.close();
        messenger = new RunningMessenger(LogFile.none(), MessengerOptions.USUAL.withAccounts(accounts));
    }

    @Test
    void aNewNameIsRegisteredAndLoggedIn() throws IOException {
        Visitor ann = messenger.visitor();
        assertThat(ann.ask(authenticate("Ann", "secret"))).isEqualTo(new Response(201, "welcome, Ann", Map.of()));
        assertThat(ann.ask("{'action':'who'}").texts("users")).containsExactly("Ann");
    }

    @Test
    void theNameOpensToItsPasswordAloneInAnyCase() throws IOException {
        registerAndLeave("Ann", "secret");
        Visitor ann = messenger.visitor();
        assertThat(ann.ask(authenticate("ann", "Secret"))).isEqualTo(WRONG);
        assertThat(ann.ask("{'action':'who'}").code()).isEqualTo(401);
        assertThat(ann.ask(authenticate("ANN", "secret"))).isEqualTo(new Response(200, "welcome, Ann", Map.of()));
    }

    @Test
    void aNameWithAPasswordIsNotForGuests() throws IOException {
        registerAndLeave("ann", "secret");
        Visitor guest = messenger.visitor();
        assertThat(guest.ask(Visitor.presence("ANN")))
                .isEqualTo(new Response(401, "this name has a password, use 'authenticate'", Map.of()));
        guest.login("bob");
    }

    @Test
    void aGuestsNameIsTakenForGoodByWhoeverComesWithAPasswordFirst() throws IOException {
        messenger.visitor("ann").ask("{'action':'quit'}");
        registerAndLeave("ANN", "secret");
        assertThat(messenger.visitor().ask(authenticate("ann", "secret")).text())
                .isEqualTo("welcome, ann");
    }

    @Test
    void aNameThatALiveGuestHasCannotBeRegistered() throws IOException {
        Visitor ann = messenger.visitor("ann");
        Visitor other = messenger.visitor().say(authenticate("ann", "secret"));
        ann.showsLifeAs("ann");
        assertThat(other.answer().code()).isEqualTo(409);
        ann.ask("{'action':'quit'}");
        messenger.visitor("ann");
    }

    @Test
    void whatIsSentBehindALoginIsServedAfterIt() throws IOException {
        Visitor ann = messenger
                .visitor()
                .say(authenticate("ann", "secret") + "{'action':'join','room':'#team'}{'action':'who','room':'#team'}");
        assertThat(List.of(ann.answer().code(), ann.answer().code())).containsExactly(201, 200);
        assertThat(ann.answer().texts("users")).containsExactly("ann");
    }

    @Test
    void extensionsAreGrantedWithAPasswordToo() throws IOException {
        Response answer = messenger
                .visitor()
                .ask(
                        "{'action':'authenticate','ext':['ack','unheard of'],'user':{'account_name':'ann','password':'x'}}");
        assertThat(answer.texts("ext")).containsExactly("ack");
    }

    @Test
    void anEmptyPasswordIsNone() throws IOException {
        assertThat(messenger.visitor().ask(authenticate("ann", "")))
                .isEqualTo(new Response(400, "field 'user.password': expected at least 1 character", Map.of()));
    }

    @Test
    void afterFiveAttemptsInAMinuteOneHasToWait() throws IOException {
        registerAndLeave("ann", "secret");
        Visitor guesser = messenger.visitor();
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            codes.add(guesser.ask(authenticate("ann", "guess " + i)).code());
        }
        assertThat(codes).containsExactly(402, 402, 402, 402, 402, 429);
        assertThat(guesser.ask(authenticate("ann", "secret")).code()).isEqualTo(429);
        assertThat(guesser.ask(authenticate("bob", "secret")).code()).isEqualTo(201);
    }

    @Test
    void whereOnlyRegisteredPeopleComeGuestsAreRefused() throws IOException {
        restartFor(Accounts.REGISTERED);
        Visitor ann = messenger.visitor();
        assertThat(ann.ask(Visitor.presence("ann")).code()).isEqualTo(401);
        assertThat(ann.ask(authenticate("ann", "secret")).code()).isEqualTo(201);
    }

    @Test
    void whereTheOperatorMakesTheNamesAStrangerLearnsNothing() throws IOException {
        restartFor(Accounts.CLOSED);
        Visitor ann = messenger.visitor();
        assertThat(ann.ask(Visitor.presence("ann")).code()).isEqualTo(401);
        assertThat(ann.ask(authenticate("ann", "secret"))).isEqualTo(WRONG);
    }
}
