internal import Glibc

/// Where callers leave work and threads fetch it, first in, first out.
// Everything mutable is touched only while `mutex` is held; a condition variable needs the C mutex.
final class WorkQueue: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Work] = []
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

    func push(_ work: Work) -> Acceptance {
        locked {
            guard !isClosed else { return .closed }
            waiting.append(work)
            if idle > 0 { pthread_cond_signal(filled) }
            return waiting.count > idle ? .takenWithoutIdleThread : .taken
        }
    }

    /// Moves up to `limit` pieces of work into `batch`, which is empty; waits for one if asked to. False
    /// when none came: the queue is empty, and closed if there was waiting.
    func fetch(into batch: inout [Work], limit: Int, waiting mayWait: Bool) -> Bool {
        locked {
            while waiting.isEmpty {
                guard mayWait, !isClosed else { return false }
                idle += 1
                pthread_cond_wait(filled, mutex)
                idle -= 1
            }
            if waiting.count <= limit {
                swap(&waiting, &batch)
            } else {
                batch.append(contentsOf: waiting.prefix(limit))
                waiting.removeFirst(limit)
            }
            return true
        }
    }

    /// Takes nothing more in; the threads end when what is queued is done.
    func close() {
        locked {
            isClosed = true
            pthread_cond_broadcast(filled)
        }
    }

    var depth: Int { locked { waiting.count } }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
