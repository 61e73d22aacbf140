/// Looks again, whenever the page of a report is opened, whether whoever was sent it may still see what it is of.
public struct ReportRight: Sendable {
    private let desk: any ReportDesk
    private let directory: any PeopleDirectory
    private let bindings: @Sendable () async throws -> [(account: String, person: String)]

    public init(
        desk: any ReportDesk, directory: any PeopleDirectory,
        bindings: @escaping @Sendable () async throws -> [(account: String, person: String)]
    ) {
        (self.desk, self.directory, self.bindings) = (desk, directory, bindings)
    }

    /// Whether a report may still be read by a link: the account it was sent to is still that person's, the subscription goes on,
    /// and a report of the same would be composed for the person today in the same way, of the same place and with the same
    /// names in it.
    public func allows(_ report: LinkedReport) async throws -> Bool {
        let issue = report.issue
        guard let number = issue.subscription,
            let person = try await directory.holder(of: report.account, bindings: bindings),
            person.id == issue.person,
            let topic = try await desk.reportSubscriptions(of: person.id, regions: directory.regions)
                .first(where: { $0.number == number })?.topic, topic.kind == issue.kind
        else { return false }
        if topic.kind == .answers { return FailedAnswers.areReadable(by: person) }
        guard
            case .seen(let focus) = Scope(of: person, regions: directory.regions)
                .sight(of: topic, in: directory)
        else { return false }
        var order = ReportComposer.Order(focus, topic, issue.report.days, for: person)
        if issue.report.key.hasPrefix("\(order.name)|") { return true }
        guard person.role == .dealer, let own = person.dealer else { return false }
        order.own = own
        return issue.report.key.hasPrefix("\(order.name)|")
    }
}
