import ChatPlatforms
import Crypto
import Earshot
import HTTP

/// A group robot's own address, which the messages to it are signed for where the robot wants signatures.
struct SignedWebhook: Sendable {
    private let address: Secret
    private let secret: Secret?
    private let clock: any Earshot.Clock
    private let connection: PlatformConnection

    init(
        _ address: Secret, secret: Secret?, client: Client, clock: any Earshot.Clock, timeLimit: Duration
    ) {
        self.address = address
        self.secret = secret
        self.clock = clock
        connection = PlatformConnection(toWholeAddresses: client, timeLimit: timeLimit)
    }

    /// Sends the call that is made of address, secret and time, and reads its answer.
    func post(
        _ call: (Secret, Secret?, Timestamp) throws(CryptoError) -> PlatformCall,
        reading read: (PlatformResponse) -> SendOutcome
    ) async -> SendOutcome {
        do throws(CryptoError) {
            return await connection.perform(try call(address, secret, clock.now), reading: read)
        } catch {
            return .unsendable(.unsigned)
        }
    }
}
