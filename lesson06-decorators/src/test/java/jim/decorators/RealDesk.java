package jim.decorators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jim.protocol.JimFault;
import jim.protocol.Status;

/** Writes down each call that really reaches it. */
final class RealDesk implements Desk {
    final List<String> calls = new ArrayList<>();

    @Override
    public String toString() {
        return "RealDesk";
    }

    @Override
    public String greet(String name, int times) {
        calls.add("greet");
        return "hello ".repeat(times) + name;
    }

    @Override
    public void note(Object thing) {
        calls.add("note");
        if (thing instanceof List<?> list) {
            list.clear();
        }
    }

    @Override
    public long sum(long first, long... more) {
        calls.add("sum");
        return first + Arrays.stream(more).sum();
    }

    @Override
    public Object fail(Throwable how) throws Throwable {
        calls.add("fail");
        throw how;
    }

    @Override
    public String login(String name, String password) {
        calls.add("login");
        if (password.isEmpty()) {
            throw new IllegalArgumentException("not a password: '" + password + "' of " + name);
        }
        return "welcome";
    }

    @Override
    public String token(String name) throws JimFault {
        calls.add("token");
        if (name.isEmpty()) {
            throw JimFault.stay(Status.NOT_FOUND, "s3cret");
        }
        return "s3cret";
    }

    @Override
    public String quiet(String text) {
        calls.add("quiet");
        return text;
    }
}
