internal import CMicrohttpd
internal import Synchronization

/// From the answer, whoever gives it, back to the wire.
extension Exchange {
    /// Takes the handler's answer.
    func finish(_ response: Response) {
        settle(answer(response))
    }

    /// A route's answer; one that cannot be put on the wire becomes an internal error.
    func answer(_ response: Response) -> Answer {
        let answer = Answer(response: response, requestID: id)
        guard answer.isSound else {
            core.onError(UnsoundResponse(status: response.status), id)
            return refusal(500)
        }
        return answer
    }

    /// Takes the first answer and wakes the connection.
    func settle(_ answer: Answer) {
        coupling.withLock { coupling in
            if coupling.settle(answer) { resume(&coupling) }
        }
    }

    /// Whether a handler has the word; it is the one to be late, then, not the client.
    var isBeingHandled: Bool { coupling.withLock { $0.waitsForHandler } }

    /// Answers for a handler whose time is over, and cancels it.
    func expire() {
        stopHandling(with: refusal(504, closes: true), RequestBodyError.timedOut)
    }

    /// Answers for a handler that the stopping server no longer waits for, and cancels it.
    func abandon() {
        stopHandling(with: refusal(503, closes: true), RequestBodyError.disconnected)
    }

    private func stopHandling(with answer: Answer, _ error: RequestBodyError) {
        // The client gets as long again to take the answer.
        connection.postpone(to: MonotonicTime.now + core.configuration.requestTimeLimit)
        let (waiter, task) = coupling.withLock { coupling in
            let waiter = coupling.endBody(.failure(error))
            if coupling.settle(answer) { resume(&coupling) }
            return (waiter, coupling.task)
        }
        waiter?.resume(throwing: error)
        task?.cancel()
    }

    func refusal(_ status: Int, headers: Headers = [], closes: Bool = false) -> Answer {
        Answer.refusal(status, id: id, headers: headers, closes: closes)
    }

    /// Answers without a handler, right after the head.
    func refuse(_ status: Int, headers: Headers = [], closes: Bool = false) -> Bool {
        refuse(refusal(status, headers: headers, closes: closes))
    }

    func refuse(with response: Response) -> Bool {
        refuse(Answer(response: response, requestID: id))
    }

    /// Answers before the body was read: now if none comes, after it if it is short, or else over its head.
    func refuse(_ answer: Answer) -> Bool {
        guard let head else { return send(answer) }
        if head.framing == .none || head.expectsContinue { return send(answer) }
        if case .length(let length) = head.framing, length <= Exchange.discardLimit {
            stage = .discarding(answer)
            return true
        }
        return linger(answer)
    }

    /// Hands the answer to libmicrohttpd, which takes it before the body or after it, never within.
    func send(_ answer: Answer) -> Bool {
        var answer = answer
        if core.isStopping.load(ordering: .relaxed) { answer.closes = true }
        connection.postpone(to: MonotonicTime.now + core.configuration.requestTimeLimit)
        stage = .done
        status = answer.response.status
        bytesSent = head?.method == .head ? 0 : answer.response.body.count
        return answer.queue(on: handle)
    }

    /// Answers past libmicrohttpd, within the body or after a head that leaves no memory, and then only listens
    /// for a while: closing at once would reset the connection, and the client might never see the answer.
    func linger(_ answer: Answer) -> Bool {
        let hasBody = methodName != Method.head.rawValue
        status = answer.response.status
        bytesSent = hasBody ? answer.response.body.count : 0
        connection.sendLast(answer.serialised(withBody: hasBody))
        connection.postpone(to: MonotonicTime.now + Exchange.lingerTime)
        stage = .lingering(left: Exchange.lingerLimit)
        return true
    }

    /// Gives the answer of a request that has been read to its end, or waits for it.
    func goOnAnswering() -> Bool {
        switch nextStep() {
        case .answer(let answer): send(answer)
        case .read, .suspend: true
        }
    }

    /// What comes next; a connection that has to wait is suspended when this returns.
    func nextStep() -> Coupling.Step {
        coupling.withLock { coupling in
            let step = coupling.step
            guard case .suspend = step else { return step }
            guard !core.isClosing.load(ordering: .sequentiallyConsistent) else {
                return .answer(refusal(503, closes: true))
            }
            suspend(&coupling)
            return .suspend
        }
    }

    /// Both happen under the lock, so that a resumption never comes before its suspension.
    func suspend(_ coupling: inout Coupling) {
        coupling.isSuspended = true
        MHD_suspend_connection(handle)
    }

    func resume(_ coupling: inout Coupling) {
        coupling.isSuspended = false
        MHD_resume_connection(handle)
    }
}

/// A handler's answer with a status or header fields that cannot be sent.
struct UnsoundResponse: Error, CustomStringConvertible {
    let status: Int

    var description: String {
        "the handler's response (status \(status)) has a status or header fields that cannot be sent"
    }
}
