import LinuxPlatform
import Testing

@Test func registryLiesInTheConfiguration() {
    #expect(InstallationPaths.registry.hasPrefix(InstallationPaths.configuration))
}
