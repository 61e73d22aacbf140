internal import Synchronization

/// A body that goes to its handler piece by piece. The connection is awake only while the handler waits for a
/// piece; all the other time it is suspended, and the client feels it.
extension Exchange {
    /// The next piece for the handler, or nothing at the end.
    func nextPiece() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known: Result<[UInt8]?, any Error>? = coupling.withLock { coupling in
                    if let end = coupling.end { return end }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    precondition(coupling.waiter == nil, "a request's body has one reader at a time")
                    coupling.waiter = continuation
                    if coupling.isSuspended { resume(&coupling) }
                    return nil
                }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            let waiter = coupling.withLock { coupling in
                defer { coupling.waiter = nil }
                return coupling.waiter
            }
            waiter?.resume(throwing: CancellationError())
        }
    }

    /// After the head: reads the body only when it is asked for, which is when "100 Continue" goes out.
    func goOnStreamHead() -> Bool {
        switch nextStep() {
        case .answer(let answer): return refuse(answer)
        case .suspend: return true
        case .read:
            stage = .streaming(delivered: 0)
            return true
        }
    }

    private enum PieceStep {
        case answer(Answer)
        case exceeded
        /// The handler waits, and nothing has come since it got the last piece.
        case read
        case deliver(CheckedContinuation<[UInt8]?, any Error>)
        /// The handler is busy; the connection was suspended.
        case wait
    }

    /// Gives a piece to the handler. The bytes count as unread until the handler is back: libmicrohttpd then
    /// calls again as soon as the connection is resumed, and an answer need not wait for more bytes.
    func stream(
        _ piece: UnsafeRawBufferPointer, delivered: Int
    ) -> (goesOn: Bool, unread: Int) {
        let fresh = UnsafeRawBufferPointer(rebasing: piece[min(delivered, piece.count)...])
        switch pieceStep(fresh) {
        case .answer(let answer):
            return (answerWithin(answer), 0)
        case .exceeded:
            return (exceedStreamLimit(), 0)
        case .read:
            stage = .streaming(delivered: 0)
            return (true, 0)
        case .deliver(let waiter):
            stage = .streaming(delivered: fresh.count)
            waiter.resume(returning: Array(fresh))
            return (true, fresh.count)
        case .wait:
            bytesReceived -= fresh.count
            return (true, piece.count)
        }
    }

    private func pieceStep(_ fresh: UnsafeRawBufferPointer) -> PieceStep {
        coupling.withLock { coupling in
            if let answer = coupling.answer { return .answer(answer) }
            if core.isClosing.load(ordering: .sequentiallyConsistent) {
                return .answer(refusal(503, closes: true))
            }
            guard let waiter = coupling.waiter else {
                suspend(&coupling)
                return .wait
            }
            if fresh.isEmpty { return .read }
            guard bytesReceived <= route?.bodyLimit ?? 0 else { return .exceeded }
            coupling.waiter = nil
            suspend(&coupling)
            return .deliver(waiter)
        }
    }

    /// The end of the body: the handler hears of it and the answer is next.
    func endStream() -> Bool {
        stage = .answering
        let waiter = coupling.withLock { $0.endBody(.success(nil)) }
        waiter?.resume(returning: nil)
        return goOnAnswering()
    }

    private func exceedStreamLimit() -> Bool {
        let answer = refusal(413)
        let (waiter, task) = coupling.withLock { coupling in
            _ = coupling.settle(answer)
            return (coupling.endBody(.failure(RequestBodyError.tooLarge)), coupling.task)
        }
        waiter?.resume(throwing: RequestBodyError.tooLarge)
        task?.cancel()
        return linger(answer)
    }

    /// An answer before the end of the body. When all of it is here, libmicrohttpd is about to say so.
    private func answerWithin(_ answer: Answer) -> Bool {
        if case .length(let length) = head?.framing, length - bytesReceived <= Exchange.discardLimit {
            stage = .discarding(answer)
            return true
        }
        return linger(answer)
    }
}
