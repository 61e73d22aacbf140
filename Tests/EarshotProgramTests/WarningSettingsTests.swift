import Configuration
import Earshot
import Testing

@testable import EarshotProgram

@Suite("Settings of warnings")
struct WarningSettingsTests {
    private func problems(_ warnings: String, people: String = "id,name,role\n") throws -> [String] {
        let folder = try TemporarySite()
        _ = try folder.write("people.csv", people)
        let file = try folder.write("earshot.json", "{\nwarnings: {\(warnings)}}")
        let error = #expect(throws: Problems.self) {
            _ = try PeopleFiles.directory(of: try Site.read(file))
        }
        return error?.all.map { $0.description.replacing(folder.path + "/", with: "") } ?? []
    }

    @Test("what is left out has its default, also one of the quiet hours")
    func defaults() throws {
        let folder = try TemporarySite()
        let file = try folder.write("earshot.json", "{warnings: {budget: 0.5, quietHours: {from: '23:30'}}}")
        let warnings = try Site.read(file).settings.warnings
        #expect(warnings.isEnabled && warnings.budget == 0.5 && !warnings.releaseToDealers)
        #expect(warnings.claimMinutes == 60 && warnings.headMinutes == 60)
        #expect(
            warnings.quietHours.hours
                == QuietHours(from: TimeOfDay(hour: 23, minute: 30), until: TimeOfDay(hour: 8)))
    }

    @Test(
        "times that are none and numbers out of their range are named with the line, and so are unknown keys")
    func wrong() throws {
        #expect(
            try problems("budget: 0,\nclaimMinutes: 0, headMinutes: 20000,\nquietHours: {from: '24:00'}") == [
                "earshot.json:2: warnings.budget: must be between 0.01 and 100.0, not 0.0",
                "earshot.json:3: warnings.claimMinutes: must be between 1 and 10080, not 0",
                "earshot.json:3: warnings.headMinutes: must be between 1 and 10080, not 20000",
                "earshot.json:4: warnings.quietHours.from: \"24:00\" is no time of the day, 00:00 to 23:59",
            ])
        #expect(
            try problems("claimMinuts: 5") == [
                "earshot.json:2: warnings.claimMinuts: is not a known setting (did you mean \"claimMinutes\"?)"
            ])
        #expect(
            try problems("headquarters: ['a', 'a']") == [
                "earshot.json:2: warnings.headquarters[1]: \"a\" already is warnings.headquarters[0]"
            ])
    }

    @Test("those of headquarters who are named are of headquarters")
    func headquarters() throws {
        let people = "id,name,role,dealer\nzhao,赵敏,hq,\nroot,管理员,admin,\n"
        #expect(
            try problems("headquarters: [\n'zhao',\n'root',\n'wu']", people: people) == [
                "earshot.json:4: warnings.headquarters[1]: \"root\" has the role admin in the people file, not hq "
                    + "(the id of somebody of the role hq)",
                "earshot.json:5: warnings.headquarters[2]: there is no person \"wu\" in the people file "
                    + "(the id of somebody of the role hq)",
            ])
    }
}
