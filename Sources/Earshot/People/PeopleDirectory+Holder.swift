extension PeopleDirectory {
    /// Whose an account is now: what the file of people says goes before a binding.
    func holder(
        of account: String, bindings: () async throws -> [(account: String, person: String)]
    ) async throws -> Person? {
        if let person = person(account: account) { return person }
        let canonical = Account.canonical(account)
        let bound = try await bindings().first { Account.canonical($0.account) == canonical }
        return bound.flatMap { person(id: $0.person) }
    }
}
