import Testing
import WindowsSecurity

@Suite struct DerivedSIDTests {
    @Test func namesAreDerivedWithoutRegardToCase() {
        #expect(SID.package("Agent.Sandbox") == SID.package("agent.sandbox"))
        #expect(SID.service("mpssvc").description == "S-1-5-80-3088073201-1464728630-1879813800-1107566885-823218052")
        #expect(SID.capability("InternetClient").description == "S-1-15-3-1")
        #expect(SID.capability("registryRead").isCapability)
        // Longer than one block of the hash.
        #expect(SID.package(String(repeating: "x", count: 300)) != SID.package(String(repeating: "x", count: 301)))
    }
}
