import Earshot
import EarshotTesting
import Glibc
import HTTP
import Synchronization
import Testing

@testable import PlatformClients
@testable import PlatformStandIns

@Suite("Transcripts of stand-ins")
struct StandInTranscriptTests {
    @Test("every request and answer is read back from the file as it came, with its moment, in order")
    func readBack() async throws {
        let folder = try TemporaryFolder()
        let transcript = try StandInTranscript(path: folder.file("wecom.transcript"))
        let clock = ManualClock()
        let standIn = StandIn(WeComPlatform(webhooks: ["k1"]), clock: clock, transcript: transcript)
        let base = try standIn.start()
        let client = try client(for: base)
        // Line breaks, a line like an entry's own, and bytes that are no text.
        let odd: [UInt8] = Array("\n> 1 1 5\n\r\n".utf8) + [0, 0xFF, 0x0A]
        let message = Array(#"{"msgtype":"text","text":{"content":"油耗"}}"#.utf8)
        var answers: [ClientResponse] = []
        for body in [odd, message] {
            answers.append(
                try await client.send(
                    ClientRequest(.post, "\(base)/cgi-bin/webhook/send?key=k1", body: body)))
            clock.advance(by: .seconds(5))
        }
        standIn.fail("/webhook/send", .page(status: 502))
        answers.append(
            try await client.send(ClientRequest(.post, "\(base)/cgi-bin/webhook/send?key=k1", body: message)))
        await standIn.stop()

        let entries = try StandInTranscript.read(transcript.path)
        #expect(entries.map(\.isRequest) == [true, false, true, false, true, false])
        #expect(entries.map(\.exchange) == [1, 1, 2, 2, 3, 3])
        #expect(entries.map(\.at) == [0, 0, 5, 5, 10, 10].map { Fixtures.now + .seconds($0) })
        for (entry, request) in zip(entries.filter(\.isRequest), standIn.requests) {
            let (head, body) = try split(entry)
            #expect(body == request.body)
            #expect(head.hasPrefix("POST /cgi-bin/webhook/send?key=k1 HTTP/1.1\r\n"))
            #expect(head.contains("Content-Length: \(request.body.count)\r\n"))
        }
        for (entry, answer) in zip(entries.filter { !$0.isRequest }, answers) {
            let (head, body) = try split(entry)
            #expect(body == answer.body)
            #expect(head.hasPrefix("HTTP/1.1 \(answer.status)\r\n"))
        }
        // A run does not write over another's.
        #expect(throws: StandInTranscript.Unusable.self) { try StandInTranscript(path: transcript.path) }
    }

    @Test("on a full disk the transcript ends, says so once, and the stand-in goes on answering")
    func fullDisk() async throws {
        let ends = Mutex<[CInt]>([])
        let transcript = StandInTranscript(writingTo: open("/dev/full", O_WRONLY), path: "full") { end in
            ends.withLock { $0.append(end.number) }
        }
        let standIn = StandIn(WeComPlatform(webhooks: ["k"]), clock: ManualClock(), transcript: transcript)
        let base = try standIn.start()
        let client = try client(for: base)
        for _ in 0..<2 {
            let body = Array(#"{"msgtype":"text","text":{"content":"k"}}"#.utf8)
            let answer = try await client.send(
                ClientRequest(.post, "\(base)/cgi-bin/webhook/send?key=k", body: body))
            #expect(answer.status == 200)
        }
        await standIn.stop()
        #expect(standIn.exchanges.count == 2)
        #expect(ends.withLock { $0 } == [ENOSPC])
    }

    @Test("of concurrent requests each has its answer")
    func concurrent() async throws {
        let folder = try TemporaryFolder()
        let transcript = try StandInTranscript(path: folder.file("t"))
        let keys = (0..<40).map { "k\($0)" }
        let standIn = StandIn(
            WeComPlatform(webhooks: keys), clock: ManualClock(), transcript: transcript)
        let base = try standIn.start()
        let client = try client(for: base)
        try await withThrowingTaskGroup { group in
            for key in keys {
                group.addTask {
                    let body = Array(#"{"msgtype":"text","text":{"content":"\#(key)"}}"#.utf8)
                    _ = try await client.send(
                        ClientRequest(.post, "\(base)/cgi-bin/webhook/send?key=\(key)", body: body))
                }
            }
            try await group.waitForAll()
        }
        await standIn.stop()
        let entries = try StandInTranscript.read(transcript.path)
        #expect(entries.count == 80)
        #expect(Dictionary(grouping: entries, by: \.exchange).values.allSatisfy { $0.count == 2 })
    }

    private func split(_ entry: StandInTranscript.Entry) throws -> (head: String, body: [UInt8]) {
        let end = try #require(entry.bytes.firstRange(of: Array("\r\n\r\n".utf8)))
        return (
            String(decoding: entry.bytes[..<end.upperBound], as: UTF8.self),
            Array(entry.bytes[end.upperBound...])
        )
    }
}
