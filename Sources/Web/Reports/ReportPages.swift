public import Earshot
public import HTTP
internal import Synchronization

/// The pages of reports behind the links that were sent, and their tables: `/reports/{token}`, and the same with `?csv`.
///
/// Whoever has a link can open it: it may have been passed on. So it leads somewhere for some days only, and only while the
/// person it was sent to may see the place; whatever the reason that it does not, the answer is the same.
public final class ReportPages: Sendable {
    private let open: @Sendable (_ token: String, _ isTable: Bool) async throws -> ReportText?
    private let sheet: @Sendable (ReportText) -> [UInt8]
    private let gone: @Sendable () throws -> String
    private let onError: @Sendable (any Error, _ requestID: String) -> Void
    private let clock: any Clock
    private let rate = Mutex(OpeningRate())

    /// - Parameters:
    ///   - open: the report of a token, written down as opened; nothing where it leads nowhere for whatever reason.
    ///   - sheet: a report's table as CSV.
    ///   - gone: what is said where a link leads nowhere.
    public init(
        clock: any Clock,
        open: @escaping @Sendable (_ token: String, _ isTable: Bool) async throws -> ReportText?,
        sheet: @escaping @Sendable (ReportText) -> [UInt8], gone: @escaping @Sendable () throws -> String,
        onError: @escaping @Sendable (any Error, _ requestID: String) -> Void = { _, _ in }
    ) {
        (self.clock, self.open, self.sheet, self.gone, self.onError) = (clock, open, sheet, gone, onError)
    }

    public var routes: [Route] { [.get("/reports/{token}") { await self.answer($0) }] }

    private func answer(_ request: HTTP.Request) async -> Response {
        let now = clock.now
        guard rate.withLock({ $0.allow(request.client, at: now) }) else {
            return .empty(
                status: 429, headers: headers(SecurityHeaders.data.adding("Retry-After", "60")))
        }
        do {
            let isTable = request.rawQuery == "csv"
            guard let token = request.parameters["token"], ReportPages.isToken(token),
                let text = try await open(token, isTable)
            else {
                return .text(try gone(), status: 404, headers: headers(SecurityHeaders.data))
            }
            if isTable {
                return .bytes(
                    sheet(text), type: "text/csv; charset=utf-8",
                    headers: headers(
                        SecurityHeaders.data.adding(
                            "Content-Disposition", "attachment; filename=\"report.csv\"")))
            }
            let page = ReportPage(text)
            return .text(
                try page.html(offersTable: true), type: "text/html; charset=utf-8",
                headers: headers(SecurityHeaders.report(page.policy)))
        } catch {
            onError(error, request.id)
            return .empty(status: 500, headers: headers(SecurityHeaders.data))
        }
    }

    private func headers(_ headers: Headers) -> Headers {
        headers.adding("X-Robots-Tag", "noindex, nofollow, noarchive")
    }

    /// The bytes of a token: nobody guesses 160 bits.
    public static let tokenLength = 20

    private static func isToken(_ text: String) -> Bool {
        text.utf8.count == tokenLength * 2
            && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
    }
}

extension Headers {
    fileprivate func adding(_ name: String, _ value: String) -> Headers {
        var headers = self
        headers[name] = value
        return headers
    }
}
