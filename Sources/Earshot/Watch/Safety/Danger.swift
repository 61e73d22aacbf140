/// A danger to people of which one voice is enough to warn: failing brakes, a fire.
public struct Danger: Sendable, Hashable {
    /// Its name in the settings and in keys of warnings, for example `brake_failure`.
    public let key: String
    /// What it is called in messages: 刹车失灵.
    public let title: String
    /// Where it stands in the vocabulary.
    public let aspect: Aspect

    public init(key: String, title: String, aspect: Aspect) {
        (self.key, self.title, self.aspect) = (key, title, aspect)
    }
}
