/// Looks again, as pictures of a suggestion leave, whether the account that asked for them may still see them.
public struct AttachmentRight: Sendable {
    private let suggestions: any SuggestionDesk
    private let directory: @Sendable () -> any PeopleDirectory
    private let bindings: @Sendable () async throws -> [(account: String, person: String)]

    public init(
        suggestions: any SuggestionDesk, directory: @escaping @Sendable () -> any PeopleDirectory,
        bindings: @escaping @Sendable () async throws -> [(account: String, person: String)]
    ) {
        self.suggestions = suggestions
        self.directory = directory
        self.bindings = bindings
    }

    /// What becomes of a delivery that must not leave now; nothing where it may, and of all that shows no attachment.
    ///
    /// - Parameters:
    ///   - key: the delivery's.
    ///   - account: whom it is for, as the directory writes it.
    public func obstacle(toDelivery key: String, to account: String?) async -> SendOutcome? {
        guard AttachmentsShown.isShown(by: key) else { return nil }
        do {
            guard let number = AttachmentsShown.suggestion(of: key), let account,
                let person = try await directory().holder(of: account, bindings: bindings)
            else { return AttachmentRight.lost }
            let scope = SuggestionScope(of: person, in: directory())
            guard let suggestion = try await suggestions.suggestion(number, within: scope.reach),
                scope.opensAttachments(of: suggestion)
            else { return AttachmentRight.lost }
            return nil
        } catch {
            return .retry(after: nil, PlatformRemark(code: "earshot.disk", words: "\(error)"))
        }
    }

    private static let lost = SendOutcome.withdrawn("whoever asked may not see it any more")
}
