import HTTP
import Testing

@Suite("addresses")
struct IPAddressTests {
    @Test(
        "an address that is not public is known as such in every way of writing it",
        arguments: [
            "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1",
            "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::a00:1", "100::1",
            "2001::1", "2001:db8::1", "2002:a00:1::", "3fff::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1",
            "ff02::1",
        ])
    func special(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic == false)
    }

    @Test(
        "public addresses are public, up to the edges of the private ones",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255",
            "2400:3200::1", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:1.1.1.1",
        ])
    func global(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }

    @Test(
        "what is no address makes none",
        arguments: ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "::g", "fe80::1%eth0", "[::1]", "a"])
    func malformed(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("a network holds its block and nothing else")
    func networks() throws {
        let ten = try #require(IPNetwork("10.0.0.0/8"))
        #expect(ten.contains(try #require(IPAddress("10.255.0.1"))))
        #expect(ten.contains(try #require(IPAddress("::ffff:10.0.0.1"))))
        #expect(!ten.contains(try #require(IPAddress("11.0.0.0"))))
        let local = try #require(IPNetwork("fc00::/7"))
        #expect(local.contains(try #require(IPAddress("fdff::1"))))
        #expect(!local.contains(try #require(IPAddress("fe00::1"))))
        let all = try #require(IPNetwork("0.0.0.0/0"))
        #expect(all.contains(try #require(IPAddress("8.8.8.8"))))
        #expect(!all.contains(try #require(IPAddress("2400::1"))))
        for text in ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "x/8", "10.0.0.0/8/8"] {
            #expect(IPNetwork(text) == nil)
        }
    }

    @Test(
        "a subscriber's block is the /64 of an IPv6 address and an IPv4 address itself",
        arguments: [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"), ("::1", "::"), ("192.0.2.1", "192.0.2.1"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
        ])
    func block(text: String, block: String) {
        #expect(IPAddress(text)?.block.description == block)
    }

    @Test("an address is written in its canonical form")
    func description() {
        #expect(IPAddress("::ffff:192.0.2.1")?.description == "192.0.2.1")
        #expect(IPAddress("2001:DB8:0:0::1")?.description == "2001:db8::1")
    }
}
