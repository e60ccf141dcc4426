import LinuxPlatform
import Testing

@Suite struct LaunchRequestTests {
    static func text(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

    /// The bytes of a request with one field a line.
    static func request(_ fields: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields.split(separator: "\n") { bytes += text(String(field)) + [0] }
        return bytes
    }

    static let least = """
        sallyport-launch 1
        level unelevated
        network none
        temporary read-only
        working-directory /
        argument true
        end
        """

    static var full: LaunchRequest {
        var request = LaunchRequest(
            level: .elevated(.init(principal: .online, workspaceGroup: 65536, capabilityGroups: [65537, 65538])),
            network: .open, temporary: .writable, workingDirectory: text("/home/alice/work"),
            arguments: [text("sh"), text("-c"), text("echo  \n\"'"), [], [0xff, 0xfe]])
        request.writableRoots = [text("/home/alice/work"), text("/srv/other")]
        request.protectedPaths = [text("/home/alice/work/.git")]
        request.deniedPaths = [text("/home/alice/work/.env")]
        request.readablePaths = [text("/tmp/reference")]
        request.timeoutMilliseconds = 1500
        request.acceptedLosses = [.abstractUnixSockets]
        request.environment = [text("PATH=/usr/bin"), text("EMPTY="), text("ODD=a=b c")]
        return request
    }

    @Test func everyFieldSurvivesTheRoundTrip() throws {
        #expect(try LaunchRequest(parsing: Self.full.encoded) == Self.full)
    }

    @Test func theLeastRequestIsAccepted() throws {
        let request = try LaunchRequest(parsing: Self.request(Self.least))
        #expect(request.level == .unelevated)
        #expect(request.temporary == .readOnly)
        #expect(request.timeoutMilliseconds == nil)
    }

    @Test func everyPrefixIsRefused() {
        let bytes = Self.full.encoded
        for count in 0..<bytes.count {
            #expect(throws: WireError.self) { try LaunchRequest(parsing: [UInt8](bytes[..<count])) }
        }
    }

    /// Each row replaces one line of the least request, or adds one, and names what must be said of it.
    @Test(arguments: [
        ("sallyport-launch 1", "sallyport-launch 2", WireError.Code.version),
        ("level unelevated", "level root", .word),
        ("level unelevated", "", .missingField),
        ("level unelevated", "level elevated", .missingField),
        ("level unelevated", "level unelevated\nlevel unelevated", .repeatedField),
        ("level unelevated", "level unelevated\nprincipal offline", .contradiction),
        ("level unelevated", "level unelevated\nworkspace-gid 65536", .contradiction),
        ("level unelevated", "level elevated\nprincipal offline\nworkspace-gid 0123", .number),
        ("level unelevated", "level elevated\nprincipal offline\nworkspace-gid -1", .number),
        ("level unelevated", "level elevated\nprincipal offline\nworkspace-gid 4294967295", .number),
        ("level unelevated", "level elevated\nprincipal offline\nworkspace-gid 99999999999999999999", .number),
        ("level unelevated", "level elevated\nprincipal online\nworkspace-gid 65536", .contradiction),
        ("network none", "network firewalled", .contradiction),
        ("network none", "network", .word),
        ("temporary read-only", "temporary", .word),
        ("working-directory /", "working-directory relative", .path),
        ("working-directory /", "working-directory /a/../b", .path),
        ("working-directory /", "working-directory /a//b", .path),
        ("working-directory /", "working-directory /a/", .path),
        ("working-directory /", "working-directory /.", .path),
        ("working-directory /", "working-directory /\nwritable-root /", .path),
        ("working-directory /", "working-directory /\nprotected /", .path),
        ("argument true", "", .missingField),
        ("argument true", "argument true\nenvironment =x", .name),
        ("argument true", "argument true\nenvironment x", .name),
        ("argument true", "argument true\naccept-loss everything", .word),
        ("argument true", "argument true\ntimeout-milliseconds 2147483648", .number),
        ("argument true", "argument true\nunknown field", .unknownField),
        ("end", "end\nend", .trailing),
        ("end", "", .truncated),
    ])
    func aWrongFieldIsNamed(original: String, replacement: String, code: WireError.Code) throws {
        let bytes = Self.request(Self.least.replacing(original, with: replacement))
        do throws(WireError) {
            _ = try LaunchRequest(parsing: bytes)
            Issue.record("accepted")
        } catch {
            #expect(error.code == code)
            #expect(error.offset <= bytes.count)
        }
    }

    @Test func listsAreBounded() {
        let many = [String](repeating: "writable-root /a", count: LaunchRequest.mostRoots + 1).joined(separator: "\n")
        let bytes = Self.request(Self.least.replacing("argument true", with: "argument true\n" + many))
        #expect(throws: WireError.self) { try LaunchRequest(parsing: bytes) }
    }

    @Test func aFieldThatIsTooLongIsRefused() {
        let long = String(repeating: "x", count: LaunchRequest.longestField + 1)
        let bytes = Self.request(Self.least.replacing("argument true", with: "argument " + long))
        #expect(throws: WireError.self) { try LaunchRequest(parsing: bytes) }
    }

    /// Random edits of a good request never trap; what is still accepted prints and parses to itself.
    @Test func mutatedRequestsNeverTrap() throws {
        var random = SplitMix64(state: 0x5a11)
        let original = Self.full.encoded
        for _ in 0..<20_000 {
            var bytes = original
            for _ in 0...Int.random(in: 0..<4, using: &random) { bytes.mutate(using: &random) }
            if let request = try? LaunchRequest(parsing: bytes) {
                #expect(try LaunchRequest(parsing: request.encoded) == request)
            }
        }
    }
}
