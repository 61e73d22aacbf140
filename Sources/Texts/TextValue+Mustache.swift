import Earshot
import Mustache

extension Value {
    init(_ value: TextValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .flag(let flag): self = .bool(flag)
        case .list(let values): self = .list(values.map(Value.init))
        case .object(let values): self = .object(values.mapValues(Value.init))
        }
    }
}

extension Schema {
    /// The names that a prompt's example has.
    init(_ example: TextValue) {
        switch example {
        case .text: self = .text
        case .flag: self = .flag
        case .list(let values): self = .list(values.first.map(Schema.init) ?? .object([:]))
        case .object(let values): self = .object(values.mapValues(Schema.init))
        }
    }
}
