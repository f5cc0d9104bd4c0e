package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.Test;

/** What every store does with accounts and memberships. */
interface AccountRules {
    Desk desk();

    @Test
    default void nobodyIsKnownAtFirst() {
        assertThat(desk().store().account("ann")).isNull();
        assertThat(desk().store().accounts()).isEmpty();
        assertThat(desk().store().rooms()).isEmpty();
    }

    @Test
    default void aGuestIsKnownFromTheMomentOfComing() throws ChatFault {
        Answered<Account> answered = desk().askToAdd("Ann", null);
        assertThat(desk().store().account("ann").name()).isEqualTo("Ann");
        assertThat(answered.await().isProtected()).isFalse();
        assertThat(desk().store().accounts()).containsExactly(answered.await());
    }

    @Test
    default void aNameStaysAsItWasFirstWritten() throws ChatFault {
        desk().add("Ann", null);
        assertThat(desk().add("aNN", "secret").name()).isEqualTo("Ann");
        assertThat(desk().store().account("ann").name()).isEqualTo("Ann");
    }

    @Test
    default void aGuestMayTakeAPassword() throws ChatFault {
        desk().add("ann", null);
        assertThat(desk().add("ann", "secret").password()).isEqualTo("secret");
        assertThat(desk().store().account("ann").password()).isEqualTo("secret");
    }

    @Test
    default void nobodyTakesANameThatHasAPassword() throws ChatFault {
        desk().add("ann", "secret");
        assertThat(desk().askToAdd("Ann", "other").awaitRefusal().kind()).isEqualTo(Kind.NAME_IN_USE);
        assertThat(desk().store().account("ann").password()).isEqualTo("secret");
    }

    @Test
    default void ofTwoWhoTakeANameAtOnceOneIsRefused() throws ChatFault {
        Answered<Account> first = desk().askToAdd("ann", "secret");
        Answered<Account> second = desk().askToAdd("ann", "other");
        assertThat(first.await().password()).isEqualTo("secret");
        assertThat(second.awaitRefusal().kind()).isEqualTo(Kind.NAME_IN_USE);
    }

    @Test
    default void aPasswordSurvivesAGuestOfThatName() throws ChatFault {
        desk().add("ann", "secret");
        assertThat(desk().add("ann", null).password()).isEqualTo("secret");
        assertThat(desk().store().account("ann").password()).isEqualTo("secret");
    }

    @Test
    default void aPasswordCanBeReplaced() throws ChatFault {
        Account ann = desk().add("ann", "secret");
        assertThat(desk().askToReplace(ann.withPassword("other")).await().password())
                .isEqualTo("other");
        assertThat(desk().store().account("ann").password()).isEqualTo("other");
    }

    @Test
    default void whoIsNotThereCannotBeReplacedNorRemoved() throws ChatFault {
        Account ann = desk().add("ann", null);
        desk().askToRemove("ann").await();
        assertThat(desk().askToReplace(ann).awaitRefusal().kind()).isEqualTo(Kind.NOBODY);
        assertThat(desk().askToRemove("ann").awaitRefusal().kind()).isEqualTo(Kind.NOBODY);
        assertThat(desk().store().account("ann")).isNull();
    }

    @Test
    default void whoIsRemovedLeavesNothingBehind() throws ChatFault {
        List<String> forgotten = new CopyOnWriteArrayList<>();
        desk().store().whenForgotten(forgotten::add);
        desk().add("ann", null);
        desk().join("#team", "ann");
        desk().send("bob", "ann", "hello");
        desk().sendMarked("ann", "bob", "hi", "1");
        assertThat(desk().askToRemove("ann").await().name()).isEqualTo("ann");
        assertThat(forgotten).containsExactly("ann");
        assertThat(desk().store().rooms()).isEmpty();
        assertThat(desk().letters("ann")).isEmpty();
        assertThat(desk().store().last("ann")).isZero();
        assertThat(desk().sendMarked("ann", "bob", "something else", "1").repeated())
                .isFalse();
        desk().send("bob", "ann", "again");
        assertThat(desk().texts("ann")).containsExactly("again");
    }

    @Test
    default void aRoomHasTheNameThatWasWrittenFirst() throws ChatFault {
        desk().join("#Team", "ann");
        desk().join("#team", "bob");
        desk().join("#team", "bob");
        assertThat(desk().store().rooms()).isEqualTo(Map.of("#Team", Set.of("ann", "bob")));
    }

    @Test
    default void aRoomWithoutMembersIsForgotten() throws ChatFault {
        desk().join("#team", "ann");
        desk().join("#team", "bob");
        desk().leave("#TEAM", "ann");
        assertThat(desk().store().rooms()).isEqualTo(Map.of("#team", Set.of("bob")));
        desk().leave("#team", "bob");
        desk().leave("#team", "bob");
        assertThat(desk().store().rooms()).isEmpty();
    }
}
