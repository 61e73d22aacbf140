/// What is known about a conversation before the next message is understood.
public struct DialogueContext: Sendable {
    public var role: Role
    /// What the last message was understood as, with its slots; nothing when it is too long ago.
    public var previous: Request?
    /// The form that is being filled in, for example `suggestionFile`: free text then belongs to the form.
    public var openForm: Intent?
    /// The day that 今天 means.
    public var today: Day
    /// Minutes since midnight, of which 到明早8点 is told; nothing when the time of day is not known.
    public var minute: Int?
    /// The intents that can be answered at present; others are not proposed as 您是想问.
    public var available: Set<Intent>
    /// Whether somebody of the directory has a name, or its identifier; for all one knows everybody has.
    public var knowsPerson: @Sendable (String) -> Bool = { _ in true }

    public init(
        role: Role, previous: Request? = nil, openForm: Intent? = nil, today: Day,
        minute: Int? = nil, available: Set<Intent> = Set(Intent.allCases)
    ) {
        self.role = role
        self.previous = previous
        self.openForm = openForm
        self.today = today
        self.minute = minute
        self.available = available
    }
}

extension DateReader {
    init(_ context: DialogueContext) { self.init(today: context.today, minute: context.minute) }
}
