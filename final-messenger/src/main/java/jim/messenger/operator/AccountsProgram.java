package jim.messenger.operator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Programs;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.messenger.identity.Passwords;
import jim.messenger.store.Account;
import jim.messenger.store.OperatedStore;
import jim.protocol.JimFault;
import jim.protocol.Names;
import jim.spelling.Nearest;

/** The commands {@code adduser}, {@code passwd}, {@code deluser} and {@code list} of the server's jar. */
public final class AccountsProgram {
    private AccountsProgram() {}

    /**
     * The commands.
     *
     * @param command how the jar is started
     * @param server what the server can be told, and where; the folder of its store is theirs
     */
    public static Programs under(String command, Usage server) {
        return new Programs(command, "Accounts of the messenger, whether its server is running or not.")
                .part(
                        "adduser",
                        usage(server, command + " adduser", "NAME", "Makes an account with a password."),
                        AccountsProgram::add)
                .part(
                        "passwd",
                        usage(server, command + " passwd", "NAME", "Gives an account another password."),
                        AccountsProgram::change)
                .part(
                        "deluser",
                        usage(
                                server,
                                command + " deluser",
                                "NAME",
                                "Removes an account with its mailbox and memberships."),
                        AccountsProgram::remove)
                .part(
                        "list",
                        usage(server, command + " list", "", "Lists who has an account, or has been here as a guest."),
                        AccountsProgram::list);
    }

    private static Usage usage(Usage server, String command, String arguments, String purpose) {
        String name = arguments.isEmpty() ? "" : " bob";
        return new Usage(command, arguments, purpose)
                .option(null, Operation.DATA, "DIR", "the folder of the store (default " + Operation.USUAL_FOLDER + ")")
                .settingsOf(server)
                .example(command + name + " --data /srv/jim");
    }

    private static void add(Arguments arguments) throws Stop {
        String name = name(arguments);
        String problem = Names.problemWithPerson(name).orElse(null);
        if (problem != null) {
            throw Stop.usage("'" + name + "' cannot be a name: expected " + problem + ".");
        }
        Operation.run(arguments, OperatedStore::openOrMake, store -> {
            store.add(new Account(name, hash(NewPassword.read()), Instant.now()));
            System.out.println(name + " can log in now.");
        });
    }

    private static void change(Arguments arguments) throws Stop {
        String name = name(arguments);
        Operation.run(arguments, OperatedStore::open, store -> {
            Account account = known(store, name);
            store.replace(account.withPassword(hash(NewPassword.read())));
            System.out.println(
                    account.name() + " has another password now, and whoever is online under this name is let go.");
        });
    }

    private static void remove(Arguments arguments) throws Stop {
        String name = name(arguments);
        Operation.run(arguments, OperatedStore::open, store -> {
            Account account = known(store, name);
            store.remove(account.key());
            System.out.println(account.name() + " is removed.");
        });
    }

    private static void list(Arguments arguments) throws Stop {
        Operation.run(arguments, OperatedStore::open, AccountsProgram::print);
        Program.checkPrinted(System.out);
    }

    private static void print(OperatedStore store) {
        store.accounts().stream()
                .sorted(Comparator.comparing(Account::key))
                .forEach(account -> System.out.printf(
                        "%-" + Names.MAX_LENGTH + "s  %-8s  since %s%n",
                        account.name(),
                        account.isProtected() ? "password" : "guest",
                        account.since().truncatedTo(ChronoUnit.SECONDS)));
    }

    private static String name(Arguments arguments) throws Stop {
        String name = arguments.positional(0, null);
        if (name == null) {
            throw Stop.usage("whose account? Put the NAME behind the command.");
        }
        return name;
    }

    private static Account known(OperatedStore store, String name) throws Stop {
        Account account = store.account(Names.key(name));
        if (account == null) {
            List<String> names = store.accounts().stream().map(Account::name).toList();
            throw new Stop(
                    ExitCode.REFUSED, "nobody called '" + name + "' has been here" + Nearest.hint(name, names, "."));
        }
        return account;
    }

    private static String hash(String password) throws Stop {
        try (Passwords passwords = new Passwords()) {
            return passwords.hash(password).toCompletableFuture().join();
        } catch (JimFault fault) {
            throw new Stop(ExitCode.REFUSED, fault.getMessage() + ".");
        }
    }
}
