package jim.reliability;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Who;
import jim.protocol.Response;
import jim.reliability.Answers.Answered;
import jim.reliability.Ledger.Way;
import jim.reliability.host.Launch;
import jim.reliability.host.ServerProcess;

/** One server, people who write to each other all the time, and a disk that is in trouble again and again. For one thread. */
final class DiskTrial implements AutoCloseable {
    private static final int PAIRS = 8;
    private static final Duration TROUBLE = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final int MOST_MILLIS = 1_000;
    private static final int UNDER_LOAD = 200;
    private static final int LOAD_MILLIS = 20_000;

    private final Launch launch;
    private final ServerProcess server;
    private final Ledger ledger = new Ledger();
    private final List<String> names =
            IntStream.range(0, PAIRS).mapToObj(i -> "w" + i).toList();
    private final List<Recipient> readers = new ArrayList<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private int troubles;

    DiskTrial(Launch launch) throws IOException {
        this.launch = launch;
        this.server = launch.start();
        for (String name : names) {
            readers.add(new Recipient("to-" + name, ledger));
            Guest.at(server.address(), "to-" + name).close();
            numbers.put(name, 0);
        }
    }

    /** Lets {@code trouble} come and go while everybody writes. */
    void run(String what, Trouble trouble, Findings findings) throws Exception {
        Answers answers = new Answers();
        AtomicBoolean enough = new AtomicBoolean();
        String end = "end of trouble " + ++troubles;
        try (Together people = new Together();
                Guest bystander = Guest.at(server.address(), "bystander")) {
            readers.forEach(reader -> people.start(() -> reader.read(server.address(), end)));
            names.forEach(name -> people.start(() -> write(name, end, answers, enough)));
            ledger.awaitMore(UNDER_LOAD, LOAD_MILLIS);
            long began = System.nanoTime();
            trouble.begin();
            Waiting.until("a refusal", () -> answers.any(one -> !one.isKept()));
            Thread.sleep(TROUBLE.toMillis()); // The trouble is to last.
            boolean stays = bystander.ask(new Who(null)).isGood();
            long ended = System.nanoTime();
            trouble.end();
            boolean recovers = Waiting.within(
                    RECOVERY,
                    () -> names.stream()
                            .allMatch(name -> answers.any(one -> one.isKept()
                                    && one.sent() > ended
                                    && one.from().equals(name))));
            long recovery = System.nanoTime() - ended;
            enough.set(true);
            people.await();
            findings.part(what);
            judge(answers, began, ended, findings);
            findings.check(stays, "connections stay").check(recovers, "well again after %d ms", recovery / 1_000_000);
        }
    }

    private static void judge(Answers answers, long began, long ended, Findings findings) {
        long failed = answers.firstRefusal(began);
        List<Answered> refused =
                answers.between(began, ended).filter(one -> !one.isKept()).toList();
        long slowest = refused.stream().mapToLong(Answered::millis).max().orElse(0);
        long wrong = answers.between(failed, ended).filter(Answered::isKept).count();
        findings.check(slowest <= MOST_MILLIS, "%,d refused within %d ms", refused.size(), slowest)
                .check(wrong == 0, "%d acknowledged after the first refusal", wrong);
    }

    /** One message after the other, each when the last was answered. */
    private void write(String name, String end, Answers answers, AtomicBoolean enough) throws IOException {
        Way way = new Way(name, "to-" + name);
        try (Guest guest = Guest.at(server.address(), name)) {
            while (!enough.get()) {
                int number = numbers.merge(name, 1, Integer::sum);
                long sent = System.nanoTime();
                Response answer = guest.ask(new Msg(way.to(), name, String.valueOf(number)));
                answers.add(new Answered(name, sent, System.nanoTime(), answer.isGood()));
                if (answer.isGood()) {
                    ledger.acknowledged(way, number);
                }
            }
            guest.ask(new Msg(way.to(), name, end));
        }
    }

    /** Kills the server, and reads all mailboxes once it is there again. */
    void judgeWhatIsKept(Findings findings) throws Exception {
        server.kill();
        try (ServerProcess again = launch.start();
                Guest last = Guest.at(again.address(), "last")) {
            for (Recipient reader : readers) {
                last.ask(new Msg(reader.name(), "last", "end of all"));
                reader.read(again.address(), "end of all");
            }
        }
        Ledger.Balance balance = ledger.balance();
        findings.check(balance.isEven(), "after a kill %s", balance);
    }

    @Override
    public void close() {
        server.close();
    }
}
