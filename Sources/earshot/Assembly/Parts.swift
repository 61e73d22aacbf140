import Earshot

/// What is made of the files that may change while the service runs, all of one reading.
struct Parts: Sendable {
    let people: [Person]
    let dialogue: Dialogue
    let comprehension: Comprehension

    init(_ installation: Installation, _ stores: Stores) throws {
        people = installation.directory.people
        dialogue = try installation.dialogue(stores)
        comprehension = try installation.comprehension()
    }
}
