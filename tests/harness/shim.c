/* What a process does to the files of one folder: written down, made to fail, or ended in the middle.
 *
 * Loaded before the C library (LD_PRELOAD); tests/harness/shim.py speaks to it through the four functions at the end.
 * Nothing outside the watched folder is touched. The map of -shm goes past it, as that file never outlives a crash.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ({ static __typeof__(name) *real_; if (!real_) real_ = dlsym(RTLD_NEXT, #name); real_; })
#define MOST_FDS 4096
enum { READING = 1, WRITING = 2, SYNCING = 4, OPENING = 8, NAMING = 16, CUTTING = 32, COPYING = 64 };

struct entry { int32_t kind, fd; int64_t offset, length; int32_t first, second; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[4096];
static size_t root_length;
static char watched[MOST_FDS];
static int log_fd = -1;
static long count, fail_at, die_at;
static int fail_forever, fail_errno, fail_kinds, dies_halfway;

static int is_inside(const char *path) {
    if (!root_length || !path || strncmp(path, root, root_length)) return 0;
    return path[root_length] == '/' || path[root_length] == 0;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FDS && watched[fd]; }

static void put(const void *bytes, size_t length) {
    while (length) {
        ssize_t done = REAL(write)(log_fd, bytes, length);
        if (done <= 0) _exit(99);
        bytes = (const char *)bytes + done;
        length -= done;
    }
}

/* One entry: the kind, the descriptor, a place and a length, then two pieces of bytes. */
static void note(char kind, int fd, int64_t offset, int64_t length, const void *first, size_t size, const char *second) {
    if (log_fd < 0) return;
    size_t more = second ? strlen(second) : 0;
    struct entry entry = {kind, fd, offset, length, (int32_t)size, (int32_t)more};
    pthread_mutex_lock(&lock);
    put(&entry, sizeof entry);
    if (size) put(first, size);
    if (more) put(second, more);
    pthread_mutex_unlock(&lock);
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* Whether the step that is about to be taken fails; a step that ends the process does not come back. */
static int fails(int kind) {
    long now = __sync_add_and_fetch(&count, 1);
    if (die_at && now >= die_at) {
        if (kind != WRITING) die();
        dies_halfway = 1;
    }
    if (fail_at && (kind & fail_kinds) && (now == fail_at || (fail_forever && now > fail_at))) {
        errno = fail_errno;
        return 1;
    }
    return 0;
}

/* The notes tell who opened a file: the library that the call came from. */
static int opened(int fd, const char *path, int flags, void *caller) {
    Dl_info library;
    if (fd >= 0 && fd < MOST_FDS) {
        watched[fd] = 1;
        note('O', fd, flags, 0, path, strlen(path), dladdr(caller, &library) ? library.dli_fname : "");
    }
    return fd;
}

#define OPEN(name)                                                          \
    int name(const char *path, int flags, ...) {                            \
        va_list list; va_start(list, flags);                                \
        mode_t mode = va_arg(list, mode_t); va_end(list);                   \
        if (!is_inside(path)) return REAL(name)(path, flags, mode);         \
        if (fails(OPENING)) return -1;                                      \
        return opened(REAL(name)(path, flags, mode), path, flags, __builtin_return_address(0)); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                        \
    int name(int at, const char *path, int flags, ...) {                    \
        va_list list; va_start(list, flags);                                \
        mode_t mode = va_arg(list, mode_t); va_end(list);                   \
        if (!is_inside(path)) return REAL(name)(at, path, flags, mode);     \
        if (fails(OPENING)) return -1;                                      \
        return opened(REAL(name)(at, path, flags, mode), path, flags, __builtin_return_address(0)); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    if (is_watched(fd)) { watched[fd] = 0; note('C', fd, 0, 0, NULL, 0, NULL); }
    return REAL(close)(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    if (!is_watched(fd)) return REAL(write)(fd, bytes, length);
    if (fails(WRITING)) return -1;
    ssize_t done = REAL(write)(fd, bytes, dies_halfway ? length / 2 : length);
    if (dies_halfway) die();
    if (done > 0) note('W', fd, lseek(fd, 0, SEEK_CUR) - done, done, bytes, done, NULL);
    return done;
}

#define PWRITE(name, offset_t)                                              \
    ssize_t name(int fd, const void *bytes, size_t length, offset_t at) {   \
        if (is_watched(fd) && fails(WRITING)) return -1;                    \
        ssize_t done = REAL(name)(fd, bytes, dies_halfway ? length / 2 : length, at); \
        if (dies_halfway) die();                                            \
        if (done > 0 && is_watched(fd)) note('W', fd, at, done, bytes, done, NULL); \
        return done;                                                        \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* A copy within the system: what arrived is read back for the notes. */
static void note_copied(int fd, int64_t at, ssize_t done) {
    char *bytes = malloc(done), path[64];
    strcpy(path, "/proc/self/fd/");
    int digits = 0, rest = fd; char number[16];
    do number[digits++] = '0' + rest % 10; while (rest /= 10);
    for (int i = 0; i < digits; i++) path[14 + i] = number[digits - 1 - i];
    path[14 + digits] = 0;
    int again = REAL(open)(path, O_RDONLY);
    if (!bytes || again < 0 || REAL(pread)(again, bytes, done, at) != done) _exit(98);
    REAL(close)(again);
    note('W', fd, at, done, bytes, done, NULL);
    free(bytes);
}

#define SENDFILE(name, offset_t)                                            \
    ssize_t name(int out, int in, offset_t *at, size_t length) {            \
        if ((is_watched(out) || is_watched(in)) && fails(COPYING)) return -1; \
        ssize_t done = REAL(name)(out, in, at, length);                     \
        if (done > 0 && is_watched(out)) note_copied(out, lseek(out, 0, SEEK_CUR) - done, done); \
        return done;                                                        \
    }
SENDFILE(sendfile, off_t)
SENDFILE(sendfile64, off64_t)

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
    if ((is_watched(out) || is_watched(in)) && fails(COPYING)) return -1;
    ssize_t done = REAL(copy_file_range)(in, from, out, to, length, flags);
    if (done > 0 && is_watched(out)) note_copied(out, (to ? *to : lseek(out, 0, SEEK_CUR)) - done, done);
    return done;
}

ssize_t read(int fd, void *bytes, size_t length) {
    if (is_watched(fd) && fails(READING)) return -1;
    return REAL(read)(fd, bytes, length);
}

#define PREAD(name, offset_t)                                               \
    ssize_t name(int fd, void *bytes, size_t length, offset_t at) {         \
        if (is_watched(fd) && fails(READING)) return -1;                    \
        return REAL(name)(fd, bytes, length, at);                           \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

#define FTRUNCATE(name, offset_t)                                           \
    int name(int fd, offset_t length) {                                     \
        if (is_watched(fd) && fails(CUTTING)) return -1;                    \
        int done = REAL(name)(fd, length);                                  \
        if (!done && is_watched(fd)) note('T', fd, 0, length, NULL, 0, NULL); \
        return done;                                                        \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define TRUNCATE(name, offset_t)                                            \
    int name(const char *path, offset_t length) {                           \
        if (is_inside(path) && fails(CUTTING)) return -1;                   \
        int done = REAL(name)(path, length);                                \
        if (!done && is_inside(path)) note('P', -1, 0, length, path, strlen(path), NULL); \
        return done;                                                        \
    }
TRUNCATE(truncate, off_t)
TRUNCATE(truncate64, off64_t)

#define SYNC(name)                                                          \
    int name(int fd) {                                                      \
        if (is_watched(fd) && fails(SYNCING)) return -1;                    \
        int done = REAL(name)(fd);                                          \
        if (!done && is_watched(fd)) note('S', fd, 0, 0, NULL, 0, NULL);    \
        return done;                                                        \
    }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
    if ((is_inside(from) || is_inside(to)) && fails(NAMING)) return -1;
    int done = REAL(rename)(from, to);
    if (!done && is_inside(to)) note('R', -1, 0, 0, from, strlen(from), to);
    return done;
}

int link(const char *from, const char *to) {
    if ((is_inside(from) || is_inside(to)) && fails(NAMING)) return -1;
    int done = REAL(link)(from, to);
    if (!done && is_inside(to)) note('L', -1, 0, 0, from, strlen(from), to);
    return done;
}

int unlink(const char *path) {
    if (is_inside(path) && fails(NAMING)) return -1;
    int done = REAL(unlink)(path);
    if (!done && is_inside(path)) note('U', -1, 0, 0, path, strlen(path), NULL);
    return done;
}

/* ---- what tests/harness/shim.py calls ---- */

/* Watch a folder; with a path, write down what is done there. */
void shim_watch(const char *folder, const char *log_path) {
    log_fd = log_path ? REAL(open)(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    strncpy(root, folder, sizeof root - 1);
    root_length = strlen(root);
    count = 0;
}

/* Write down something the process says itself, between its steps. */
void shim_mark(const char *text) { note('M', -1, 0, 0, text, strlen(text), NULL); }

/* Let the step with this number fail, counted from now; and every later one too. */
void shim_fail(long at, int forever, int error, int kinds) {
    fail_at = at; fail_forever = forever; fail_errno = error; fail_kinds = kinds; count = 0;
}

/* End the process before the step with this number, counted from now; in the middle of it when it writes. */
void shim_die(long at) { die_at = at; count = 0; }

/* How many steps were taken. */
long shim_count(void) { return count; }
