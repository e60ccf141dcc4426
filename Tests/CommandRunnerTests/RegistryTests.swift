import LinuxPlatform
import Testing

@Suite struct RegistryTests {
    static let text = """
        sallyport-registry 1
        group users CodexSandboxUsers 990
        group launch CodexSandboxLaunch 989
        principal offline CodexSandboxOffline 991
        principal online CodexSandboxOnline 992
        block 1000 65536 512
        block 1001 66048 512
        end

        """

    @Test func theFileSurvivesTheRoundTrip() throws {
        let registry = try Registry(parsing: [UInt8](Self.text.utf8))
        #expect(registry.encoded == [UInt8](Self.text.utf8))
        #expect(registry.block(of: 1001)?.first == 66048)
        #expect(registry.block(of: 1002) == nil)
        #expect(registry.account(.online).identifier == 992)
    }

    @Test func aBlockEndsBeforeTheNextOne() throws {
        let registry = try Registry(parsing: [UInt8](Self.text.utf8))
        let block = try #require(registry.block(of: 1000))
        let expected: [(UInt32, Bool)] = [(65535, false), (65536, true), (66047, true), (66048, false), (0, false)]
        for (group, isInside) in expected { #expect(block.contains(group) == isInside) }
    }

    @Test(arguments: [
        ("sallyport-registry 1", "sallyport-registry 9", WireError.Code.version),
        ("group users CodexSandboxUsers 990", "", .unknownField),
        ("group users CodexSandboxUsers 990\n", "", .missingField),
        ("group users CodexSandboxUsers 990", "group others CodexSandboxUsers 990", .word),
        ("group users CodexSandboxUsers 990", "group users Codex/Users 990", .name),
        ("group users CodexSandboxUsers 990", "group users CodexSandboxUsers", .number),
        ("group users CodexSandboxUsers 990", "group users CodexSandboxUsers 0", .contradiction),
        ("principal online CodexSandboxOnline 992", "principal online CodexSandboxOnline 991", .contradiction),
        ("principal online CodexSandboxOnline 992", "principal online CodexSandboxOnline 0", .contradiction),
        ("principal online", "principal offline", .repeatedField),
        ("block 1001 66048 512", "block 1001 66047 512", .contradiction),
        ("block 1001 66048 512", "block 1000 66048 512", .repeatedField),
        ("block 1001 66048 512", "block 0 66048 512", .number),
        ("block 1001 66048 512", "block 1001 98000 512", .number),
        ("block 1001 66048 512", "block 1001 1000 512", .number),
        ("block 1001 66048 512", "block 1001 66048 0", .number),
        ("end\n", "end\nend\n", .trailing),
        ("end\n", "", .truncated),
        ("end\n", "end", .truncated),
    ])
    func aWrongLineIsNamed(original: String, replacement: String, code: WireError.Code) {
        do throws(WireError) {
            _ = try Registry(parsing: [UInt8](Self.text.replacing(original, with: replacement).utf8))
            Issue.record("accepted")
        } catch {
            #expect(error.code == code)
        }
    }

    @Test func mutatedRegistriesNeverTrap() throws {
        var random = SplitMix64(state: 0x0fee)
        let original = [UInt8](Self.text.utf8)
        for _ in 0..<20_000 {
            var bytes = original
            for _ in 0...Int.random(in: 0..<3, using: &random) { bytes.mutate(using: &random) }
            if let registry = try? Registry(parsing: bytes) {
                #expect(try Registry(parsing: registry.encoded) == registry)
            }
        }
    }
}
