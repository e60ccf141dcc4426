import KernelStage
import Testing

/// Every program gives the version of the package, and all the same one.
struct VersionTests {
    @Test(arguments: [
        ("sallyport", "sallyport"), ("sallyport-setup", "sallyport-setup"), ("sallyport-scenarios", "sallyport"),
    ]) func theVersionIsGiven(program: String, name: String) throws {
        let end = try Program(name: program).run(["--version"])
        #expect(end.status == 0 && end.errors.isEmpty, "\(end.errors)")
        #expect(end.output.contains(/^sallyport(-setup)? \d+\.\d+\.\d+\n$/), "\(end.output)")
        let version = try Program(name: "sallyport").run(["--version"]).output.dropFirst("sallyport ".count)
        #expect(end.output == "\(name) \(version)")
    }
}
