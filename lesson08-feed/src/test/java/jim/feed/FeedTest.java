package jim.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final Feed<String> feed = new Feed<>(failures::add);
    private final List<String> got = new ArrayList<>();

    @Test
    void everySubscriberGetsEachItem() {
        List<String> other = new ArrayList<>();
        feed.subscribe(got::add);
        feed.subscribe(other::add);
        feed.publish("a");
        feed.publish("b");
        assertThat(got).containsExactly("a", "b");
        assertThat(other).containsExactly("a", "b");
    }

    @Test
    void aSubscriberGetsNothingFromBeforeItsTime() {
        feed.publish("before");
        feed.subscribe(got::add);
        feed.publish("after");
        assertThat(got).containsExactly("after");
    }

    @Test
    void whoHasCancelledGetsNothingMore() {
        Subscription subscription = feed.subscribe(got::add);
        feed.publish("a");
        subscription.cancel();
        subscription.cancel();
        feed.publish("b");
        assertThat(got).containsExactly("a");
    }

    @Test
    void theSameReceiverCanSubscribeTwiceAndLeaveOnce() {
        Receiver<String> receiver = got::add;
        Subscription once = feed.subscribe(receiver);
        feed.subscribe(receiver);
        once.cancel();
        feed.publish("a");
        assertThat(got).containsExactly("a");
    }

    @Test
    void aSubscriberMayCancelFromInsideItsReceiver() {
        List<Subscription> own = new ArrayList<>();
        own.add(feed.subscribe(item -> {
            got.add(item);
            own.get(0).cancel();
        }));
        feed.publish("a");
        feed.publish("b");
        assertThat(got).containsExactly("a");
    }

    @Test
    void whoIsCancelledByAnotherReceiverDoesNotGetTheItem() {
        List<Subscription> second = new ArrayList<>();
        feed.subscribe(item -> second.get(0).cancel());
        second.add(feed.subscribe(got::add));
        feed.publish("a");
        assertThat(got).isEmpty();
    }

    @Test
    void whoSubscribesInsideAReceiverBeginsWithTheNextItem() {
        Subscription[] first = new Subscription[1];
        first[0] = feed.subscribe(item -> {
            first[0].cancel();
            feed.subscribe(got::add);
        });
        feed.publish("a");
        feed.publish("b");
        assertThat(got).containsExactly("b");
    }

    @Test
    void whatAReceiverPublishesComesAfterItsItemForAll() {
        feed.subscribe(item -> {
            if (item.equals("question")) {
                feed.publish("answer");
            }
        });
        feed.subscribe(got::add);
        feed.publish("question");
        assertThat(got).containsExactly("question", "answer");
    }

    @Test
    void aReceiverThatThrowsIsCancelledAndToldAndTheOthersGetTheItem() {
        IllegalStateException broken = new IllegalStateException("broken");
        feed.subscribe(item -> {
            throw broken;
        });
        feed.subscribe(got::add);
        feed.publish("a");
        feed.publish("b");
        assertThat(got).containsExactly("a", "b");
        assertThat(failures).containsExactly(broken);
    }

    @Test
    void aFeedLivesOnWhenEvenItsFailuresCannotBeTold() {
        Feed<String> deaf = new Feed<>(failure -> {
            throw new IllegalStateException("nobody to tell", failure);
        });
        deaf.subscribe(item -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> deaf.publish("a")).hasMessage("nobody to tell");
        deaf.subscribe(got::add);
        deaf.publish("b");
        assertThat(got).containsExactly("b");
    }
}
