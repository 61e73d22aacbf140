internal import Glibc

/// Lets one thread wait until another has done something.
// The C semaphore is made for use from several threads.
final class Semaphore: @unchecked Sendable {
    private let handle = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() {
        sem_init(handle, 0, 0)
    }

    deinit {
        sem_destroy(handle)
        handle.deallocate()
    }

    func signal() {
        sem_post(handle)
    }

    func wait() {
        // A signal handler may end the waiting early.
        while sem_wait(handle) != 0 {}
    }
}
