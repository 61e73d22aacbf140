import Crypto
import Testing

@Suite("Secret")
struct SecretTests {
    private struct Robot {
        var name = "sales"
        var secret = Secret("hunter2hunter2")
    }

    @Test("nothing that prints shows a secret")
    func unseen() {
        let robot = Robot()
        var dumped = ""
        dump(robot, to: &dumped)
        let shown = [
            "\(robot)", String(reflecting: robot), String(describing: robot.secret), dumped,
            "\(Optional(robot.secret) as Any)", "\([robot.secret])",
        ]
        for text in shown {
            #expect(!text.contains("hunter2"))
            #expect(!text.contains("0x"))
        }
        #expect("\(robot.secret)" == "<secret>")
        #expect(Mirror(reflecting: robot.secret).children.isEmpty)
        #expect(!((robot.secret as Any) is any Encodable))
    }

    @Test("its bytes are what was put in")
    func content() {
        let secret = Secret("密钥")
        #expect(secret.revealText() == "密钥")
        #expect(secret.count == 6)
        #expect(secret.withBytes { $0[0] } == 0xe5)
        #expect(secret.equals(Array("密钥".utf8)))
        #expect(!secret.equals(Array("密".utf8)))
        #expect(secret.prefix(3) == Secret("密"))
        #expect(secret.prefix(7) == nil)
        #expect(Secret(joining: [Secret("密"), Secret(""), Secret("钥")]) == secret)
        #expect(Secret("").isEmpty)
        #expect(Secret("") == Secret([UInt8]()))
    }

    @Test("equality needs every byte")
    func equality() {
        #expect(constantTimeEqual("abc", "abc"))
        #expect(!constantTimeEqual("abc", "abd"))
        #expect(!constantTimeEqual("abc", "ab"))
        #expect(constantTimeEqual([UInt8](), []))
        #expect(Secret("abc") != Secret("bbc"))
    }

    @Test("random bytes have the length asked for and differ")
    func random() throws {
        #expect(try randomBytes(0).isEmpty)
        let first = try randomBytes(32)
        #expect(first.count == 32)
        #expect(try first != randomBytes(32))
    }
}
