internal import Glibc

/// Where callers leave work and threads fetch it, first in, first out.
// Everything mutable is touched only while `mutex` is held; a condition variable needs the C mutex.
final class WorkQueue: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [any Work] = []
    private var head = 0
    private var idle = 0
    private var isClosed = false

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(filled, nil)
    }

    deinit {
        pthread_cond_destroy(filled)
        pthread_mutex_destroy(mutex)
        filled.deallocate()
        mutex.deallocate()
    }

    /// What became of a piece of work that was offered.
    enum Acceptance {
        case taken
        /// Taken, but more work waits than threads do.
        case takenWithoutIdleThread
        case closed
    }

    func push(_ work: any Work) -> Acceptance {
        locked {
            guard !isClosed else { return .closed }
            waiting.append(work)
            pthread_cond_signal(filled)
            return waiting.count - head > idle ? .takenWithoutIdleThread : .taken
        }
    }

    /// The next piece of work; waits for one. Nothing when the queue is closed and empty.
    func pop() -> (any Work)? {
        locked {
            while head == waiting.count {
                guard !isClosed else { return nil }
                idle += 1
                pthread_cond_wait(filled, mutex)
                idle -= 1
            }
            return takeFirst()
        }
    }

    /// The next piece of work if there is one now.
    func popWithoutWaiting() -> (any Work)? {
        locked { head == waiting.count ? nil : takeFirst() }
    }

    /// Takes nothing more in; the threads end when what is queued is done.
    func close() {
        locked {
            isClosed = true
            pthread_cond_broadcast(filled)
        }
    }

    var depth: Int { locked { waiting.count - head } }

    private func takeFirst() -> any Work {
        let work = waiting[head]
        head += 1
        if head == waiting.count {
            waiting.removeAll(keepingCapacity: head < 4096)
            head = 0
        } else if head >= 1024 {
            waiting.removeFirst(head)
            head = 0
        }
        return work
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
