/*
 * Stands between a program and the system, and lies as the file FAULTS_FILE says, which is shared with whoever holds the
 * controls:
 *
 *   bytes 0 to 7   how many nanoseconds the wall clock is wrong
 *   bytes 8 to 11  the errno with which writes to a database fail; 0 for none
 *   bytes 12 to 15 the errno with which waits for its disk fail; 0 for none
 *
 * Build: cc -shared -fPIC -O2 -o faults.so faults.c -ldl        Use: LD_PRELOAD=./faults.so FAULTS_FILE=controls java ...
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct controls {
    volatile int64_t clock_nanos;
    volatile int32_t write_errno;
    volatile int32_t sync_errno;
};

static struct controls truth;
static struct controls *controls = &truth;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULTS_FILE");
    int fd = path ? open(path, O_RDWR) : -1;
    if (fd >= 0) {
        void *shared = mmap(NULL, sizeof(struct controls), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (shared != MAP_FAILED) controls = shared;
        close(fd);
    }
}

#define REAL(name) ((typeof(&name)) dlsym(RTLD_NEXT, #name))

static int is_database(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, "messages.db") != NULL;
}

/* Whether a call on fd is to fail with error, which errno then is. */
static int fails(int32_t error, int fd) {
    if (error == 0 || !is_database(fd)) return 0;
    errno = error;
    return 1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    return fails(controls->write_errno, fd) ? -1 : REAL(write)(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    return fails(controls->write_errno, fd) ? -1 : REAL(pwrite)(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    return fails(controls->write_errno, fd) ? -1 : REAL(pwrite64)(fd, bytes, count, at);
}

int fsync(int fd) {
    return fails(controls->sync_errno, fd) ? -1 : REAL(fsync)(fd);
}

int fdatasync(int fd) {
    return fails(controls->sync_errno, fd) ? -1 : REAL(fdatasync)(fd);
}

int clock_gettime(clockid_t which, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = REAL(clock_gettime);
    int result = real(which, now);
    if (result == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
        int64_t nanos = now->tv_sec * INT64_C(1000000000) + now->tv_nsec + controls->clock_nanos;
        now->tv_sec = nanos / INT64_C(1000000000);
        now->tv_nsec = nanos % INT64_C(1000000000);
    }
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec exact;
    (void) zone;
    if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now) {
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now) *now = exact.tv_sec;
    return exact.tv_sec;
}
