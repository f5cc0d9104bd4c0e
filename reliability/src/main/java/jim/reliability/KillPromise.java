package jim.reliability;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jim.protocol.JimMessage.Msg;
import jim.reliability.host.Launch;
import jim.reliability.host.ServerProcess;

/**
 * {@code kill -9} in the middle of the work, again and again, on the same data. Some recipients are always there, some only
 * every other time, so that their messages wait in mailboxes meanwhile.
 */
final class KillPromise implements Promise {
    private static final int SENDERS = 6;
    private static final int PRESENT = 4;
    private static final int SOMETIMES_AWAY = 2;
    private static final int UNDER_LOAD = 500;
    private static final int LOAD_MILLIS = 20_000;
    private static final int LATEST_MILLIS = 1_000;
    private static final String END = "end";

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String sentence() {
        return "After a kill -9 under load, no acknowledged message is lost, none is there twice, and the order holds.";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        Ledger ledger = new Ledger();
        List<Recipient> recipients = IntStream.range(0, PRESENT + SOMETIMES_AWAY)
                .mapToObj(i -> new Recipient("r" + i, ledger))
                .toList();
        List<String> names = recipients.stream().map(Recipient::name).toList();
        List<Sender> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> new Sender("s" + i, names, ledger))
                .toList();
        Random moments = attack.random(0);
        Launch launch = attack.server("--limits", "off");
        introduce(launch, recipients);
        for (int i = 0; i < attack.rounds(); i++) {
            List<Recipient> there = recipients.subList(0, i % 2 == 0 ? PRESENT : recipients.size());
            killInTheMiddle(launch, senders, there, ledger, moments.nextInt(LATEST_MILLIS));
        }
        settle(launch, senders, recipients);
        Ledger.Balance balance = ledger.balance();
        return new Findings()
                .check(
                        balance.acknowledged() > (long) attack.rounds() * UNDER_LOAD,
                        "%d kills under load",
                        attack.rounds())
                .check(balance.isEven(), "%s", balance)
                .note("%,d sent again, %,d refused", sum(senders, true), sum(senders, false))
                .verdict();
    }

    /** Messages wait only for somebody who has been there before. */
    private static void introduce(Launch launch, List<Recipient> recipients) throws Exception {
        try (ServerProcess server = launch.start()) {
            for (Recipient recipient : recipients) {
                Guest.at(server.address(), recipient.name()).close();
            }
        }
    }

    private static void killInTheMiddle(
            Launch launch, List<Sender> senders, List<Recipient> there, Ledger ledger, long moment) throws Exception {
        try (ServerProcess server = launch.start();
                Together people = new Together()) {
            there.forEach(recipient -> people.start(() -> recipient.read(server.address(), END)));
            senders.forEach(sender -> people.start(() -> sender.writeUntilTheEnd(server.address())));
            ledger.awaitMore(UNDER_LOAD, LOAD_MILLIS);
            Thread.sleep(moment); // The moment is the attack.
            server.kill();
            people.await();
        }
    }

    /** What was not answered is sent again, and all mailboxes are read to their ends. */
    private static void settle(Launch launch, List<Sender> senders, List<Recipient> recipients) throws Exception {
        try (ServerProcess server = launch.start();
                Together people = new Together()) {
            senders.forEach(sender -> people.start(() -> sender.finish(server.address())));
            people.await();
            recipients.forEach(recipient -> people.start(() -> {
                if (!recipient.read(server.address(), END)) {
                    throw new AssertionError("the server hung up on " + recipient.name());
                }
            }));
            for (Recipient recipient : recipients) {
                people.start(() -> sayEnd(server, recipient.name()));
            }
            people.await();
        }
    }

    /** A mailbox that is full takes one more when its owner has read something. */
    private static void sayEnd(ServerProcess server, String to) throws Exception {
        String me = "end-of-" + to;
        try (Guest guest = Guest.at(server.address(), me)) {
            Waiting.until(
                    "room for the end", () -> guest.ask(new Msg(to, me, END)).isGood());
        }
    }

    private static int sum(List<Sender> senders, boolean sentAgain) {
        return senders.stream()
                .mapToInt(sender -> sentAgain ? sender.sentAgain() : sender.refused())
                .sum();
    }
}
