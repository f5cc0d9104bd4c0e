package jim.engine;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread through while nobody has closed it. Others close it, and open it again, any number of them. */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    /** How many have closed it and not opened it again. Guarded by the lock. */
    private int closings;

    private boolean openForGood;

    void close() {
        lock.lock();
        try {
            closings++;
        } finally {
            lock.unlock();
        }
    }

    /** Takes one {@link #close} back. */
    void open() {
        lock.lock();
        try {
            closings--;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on nobody can close it. */
    void openForGood() {
        lock.lock();
        try {
            openForGood = true;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is open. */
    void pass() throws InterruptedException {
        lock.lock();
        try {
            while (closings > 0 && !openForGood) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
