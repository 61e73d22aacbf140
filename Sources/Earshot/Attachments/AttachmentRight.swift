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
                let person = try await person(of: account)
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

    /// Whose an account is now.
    private func person(of account: String) async throws -> Person? {
        let directory = directory()
        if let person = directory.person(account: account) { return person }
        let canonical = Account.canonical(account)
        let bound = try await bindings().first { Account.canonical($0.account) == canonical }
        return bound.flatMap { directory.person(id: $0.person) }
    }
}
