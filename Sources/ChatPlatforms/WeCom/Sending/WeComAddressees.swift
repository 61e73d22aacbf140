public import Earshot

/// Who gets a message of a WeCom application: members, departments and tags, or everybody in its range.
public struct WeComAddressees: Sendable, Hashable {
    /// User ids; at most 1000.
    public var members: [String]
    /// Department ids; at most 100.
    public var departments: [String]
    /// Tag ids; at most 100.
    public var tags: [String]

    public init(members: [String] = [], departments: [String] = [], tags: [String] = []) {
        self.members = members
        self.departments = departments
        self.tags = tags
    }

    public static let everybody = WeComAddressees(members: ["@all"])

    /// The most members of one message. Source: document 90236.
    public static let mostMembers = 1000
    static let mostDepartments = 100
    static let mostTags = 100

    /// Why nothing can be sent to them in one message.
    public var objection: SendOutcome.UnsendableReason? {
        if members.isEmpty, departments.isEmpty, tags.isEmpty { return .noRecipient }
        let fits =
            members.count <= WeComAddressees.mostMembers
            && departments.count <= WeComAddressees.mostDepartments
            && tags.count <= WeComAddressees.mostTags
        return fits ? nil : .tooManyRecipients
    }
}
