import SandboxModel
import Testing

@Test func principalsAreNamedAsDocumented() {
    #expect(Principal.allCases.map(\.accountName) == ["CodexSandboxOffline", "CodexSandboxOnline"])
}
