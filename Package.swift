// swift-tools-version: 6.2
import PackageDescription

/// The house settings of every Swift target that is not embedded.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .treatAllWarnings(as: .error),  // SE-0443
]

/// Tests keep the same features; calls into C need no mark there.
let testing: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// The command runner has no Swift runtime: it is setuid, and starts in less than a millisecond.
let embedded: [SwiftSetting] = [
    .enableExperimentalFeature("Embedded"),
    .unsafeFlags(["-wmo", "-Osize"]),
    .treatAllWarnings(as: .error),
]

#if arch(arm64)
    let musl = "aarch64-linux-musl"
#else
    let musl = "x86_64-linux-musl"
#endif

/// The command runner is built on musl, the smaller C library.
///
/// It starts in 0.2 ms instead of 0.6, because the other one asks the processor for its caches, which traps in virtual
/// machines; and it is an eighth of the size. The headers of the kernel are the machine's.
let muslHeaders: [CSetting] = [
    .unsafeFlags([
        "-nostdlibinc", "-isystem", "/usr/include/\(musl)", "-idirafter", "/usr/include", "-idirafter",
        "/usr/include/\(musl.dropLast(4))gnu",
    ])
]

/// A privileged binary is static, position independent, bound at start, stripped, and has no run path.
///
/// Debug builds have the run path, which SwiftPM adds without `--disable-local-rpath`; nothing reads it there.
let muslExecutable: [LinkerSetting] = [
    .unsafeFlags([
        "-use-ld=lld", "-Xclang-linker", "-static-pie", "-Xclang-linker", "-nostdlib", "-Xlinker",
        "/usr/lib/\(musl)/rcrt1.o", "-Xlinker", "/usr/lib/\(musl)/libc.a", "-lgcc", "-Xlinker", "-z", "-Xlinker", "now",
        "-Xlinker", "-s",
    ])
]

/// The probe is static, position independent, bound at start, stripped, and has no run path.
///
/// The run path is SwiftPM's doing: release builds need `--disable-local-rpath`, without which a static PIE does not
/// start. Debug builds are static at fixed addresses, so that they start either way.
let staticExecutable: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld", "-Xclang-linker", "-static-pie", "-Xlinker", "-z", "-Xlinker", "now", "-Xlinker", "-s"],
        .when(configuration: .release)),
    .unsafeFlags(["-Xclang-linker", "-static"], .when(configuration: .debug)),
]

/// Setup carries the Swift runtime with it.
///
/// So it trusts no library but the C library's. The libraries named are those that FoundationEssentials needs and the
/// driver does not add; the argument parser imports it.
let staticRuntime: [SwiftSetting] = [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]
let staticRuntimeLink: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-stdlib", "-lFoundationEssentials", "-l_FoundationCShims", "-l_FoundationCollections",
            "-lswiftSynchronization", "-Xlinker", "-z", "-Xlinker", "now", "-Xlinker", "-s",
        ], .when(configuration: .release))
]

/// The command line has neither argument parser nor Foundation, and is linked statically.
///
/// Its start is part of every command's, and loading libraries takes longer than building the sandbox.
/// Relocations are packed, 6 kB instead of 740, because all of them are read at every start.
let staticCommandLine: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-executable", "-use-ld=lld", "-Xclang-linker", "-static-pie", "-Xlinker", "--gc-sections",
            "-Xlinker", "--pack-dyn-relocs=relr", "-Xlinker", "-z", "-Xlinker", "now", "-Xlinker", "-s",
        ], .when(configuration: .release))
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Sallyport",
    products: [
        .library(name: "WindowsSecurity", targets: ["WindowsSecurity"]),
        .library(name: "PosixSecurity", targets: ["PosixSecurity"]),
        .library(name: "SandboxModel", targets: ["SandboxModel"]),
        .library(name: "LinuxPlatform", targets: ["LinuxPlatform"]),
        .executable(name: "sallyport", targets: ["sallyport"]),
        .executable(name: "sallyport-setup", targets: ["sallyport-setup"]),
        .executable(name: "sallyport-command-runner", targets: ["sallyport-command-runner"]),
        .executable(name: "sallyport-probe", targets: ["sallyport-probe"]),
        .executable(name: "sallyport-scenarios", targets: ["sallyport-scenarios"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The ground floor: pure Swift, no imports.
        .target(name: "WindowsSecurity", swiftSettings: strict),
        .target(name: "PosixSecurity", swiftSettings: strict),
        .target(name: "JSON", swiftSettings: strict),
        // Answers one line of a vector family, for `sallyport model`, the simulated machine and the tests.
        .target(name: "ModelFamilies", dependencies: ["WindowsSecurity", "JSON"], swiftSettings: strict),
        // The documented sandbox as concepts.
        .target(name: "SandboxModel", dependencies: ["WindowsSecurity", "JSON"], swiftSettings: strict),
        // Linux.
        .target(name: "CLinux", path: "Platforms/Linux/CLinux"),
        .target(name: "CSetup", path: "Platforms/Linux/CSetup"),
        .target(name: "CConfinement", path: "Platforms/Linux/CConfinement", cSettings: muslHeaders),
        .target(
            name: "LinuxPlatform", dependencies: ["SandboxModel", "PosixSecurity", "WindowsSecurity", "CLinux"],
            path: "Platforms/Linux/LinuxPlatform", swiftSettings: strict),
        // A private Linux machine in namespaces, for tests and scenarios.
        .target(
            name: "KernelStage", path: "Platforms/Linux/KernelStage", resources: [.embedInCode("stage.sh")],
            swiftSettings: testing),
        // The simulated Windows machine.
        .target(
            name: "SimulatedWindows", dependencies: ["SandboxModel", "WindowsSecurity", "ModelFamilies", "JSON"],
            path: "Platforms/SimulatedWindows", swiftSettings: strict),
        // One corpus of attempts for every platform.
        .target(
            name: "Scenarios",
            dependencies: [
                "SandboxModel", "SimulatedWindows", "WindowsSecurity", "KernelStage",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [
                .embedInCode("Performers/Linux/worker.sh"), .embedInCode("Reports/HTML/page.css"),
                .embedInCode("Reports/HTML/matrix.css"), .embedInCode("Reports/HTML/matrix.js"),
                .embedInCode("Reports/Court/court.css"),
            ], swiftSettings: strict),
        // The programs.
        .executableTarget(
            name: "sallyport",
            dependencies: [
                "LinuxPlatform", "SandboxModel", "WindowsSecurity", "ModelFamilies", "SimulatedWindows", "JSON",
            ],
            swiftSettings: strict + staticRuntime, linkerSettings: staticCommandLine),
        .executableTarget(
            name: "sallyport-setup",
            dependencies: ["LinuxPlatform", "SandboxModel", "JSON", "CSetup", argumentParser],
            swiftSettings: strict + staticRuntime, linkerSettings: staticRuntimeLink),
        .executableTarget(
            name: "sallyport-scenarios", dependencies: ["Scenarios", "KernelStage", argumentParser],
            swiftSettings: strict),
        .executableTarget(
            name: "sallyport-command-runner", dependencies: ["CConfinement"],
            swiftSettings: embedded, linkerSettings: muslExecutable),
        .executableTarget(
            name: "sallyport-probe", dependencies: ["CProbe"],
            swiftSettings: embedded, linkerSettings: staticExecutable),
        .target(name: "CProbe", path: "Platforms/Linux/CProbe"),
        // Tests.
        .testTarget(
            name: "WindowsSecurityTests", dependencies: ["WindowsSecurity", "ModelFamilies", "JSON"],
            swiftSettings: testing),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: testing),
        .testTarget(name: "PosixSecurityTests", dependencies: ["PosixSecurity"], swiftSettings: testing),
        .testTarget(name: "SandboxModelTests", dependencies: ["SandboxModel"], swiftSettings: testing),
        .executableTarget(
            name: "simulation-benchmark", dependencies: ["SimulatedWindows", "WindowsSecurity"],
            path: "Tests/SimulationBenchmark", swiftSettings: testing),
        .testTarget(
            name: "SimulatedWindowsTests", dependencies: ["SimulatedWindows", "SandboxModel", "WindowsSecurity"],
            swiftSettings: testing),
        .testTarget(
            name: "LinuxPlatformTests",
            dependencies: [
                "LinuxPlatform", "PosixSecurity", "SandboxModel", "WindowsSecurity", "KernelStage", "grant-tool",
            ],
            exclude: ["Grants/operations.pl"], swiftSettings: testing),
        .testTarget(
            name: "SetupTests", dependencies: ["LinuxPlatform", "KernelStage"],
            exclude: ["Support/prelude.sh", "Support/crashes.sh", "Support/tool-crashes.sh"], swiftSettings: testing),
        .testTarget(
            name: "CommandRunnerTests",
            dependencies: ["LinuxPlatform", "KernelStage", "CConfinement", "CSeccompOracle"],
            exclude: ["Support/runner.sh"],
            swiftSettings: testing),
        .executableTarget(
            name: "mutation-run",
            dependencies: [
                "Scenarios", "SandboxModel", "KernelStage", argumentParser, .product(name: "Yams", package: "Yams"),
            ],
            path: "Tests/MutationRun", exclude: ["mutations.yaml", "run"], swiftSettings: testing),
        .target(
            name: "CSeccompOracle", path: "Tests/CSeccompOracle", linkerSettings: [.linkedLibrary("seccomp")]),
        .testTarget(name: "CommandLineTests", dependencies: ["KernelStage"], swiftSettings: testing),
        .executableTarget(
            name: "grant-tool", dependencies: ["LinuxPlatform", "SandboxModel"], path: "Tests/GrantTool",
            swiftSettings: testing + staticRuntime, linkerSettings: staticRuntimeLink),
        .testTarget(
            name: "SandboxTests", dependencies: ["KernelStage"], exclude: ["world.sh"],
            swiftSettings: testing),
        .testTarget(
            name: "ScenarioTests",
            dependencies: ["Scenarios", "KernelStage", "SandboxModel", .product(name: "Yams", package: "Yams")],
            swiftSettings: testing),
        .testTarget(name: "KernelStageTests", dependencies: ["KernelStage"], swiftSettings: testing),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz`: the parsers of untrusted bytes, built for libFuzzer.
if Context.environment["FUZZ"] == "1" {
    let instrumented = ["-sanitize=fuzzer"]
    let fuzzed = ["JSON", "WindowsSecurity", "ModelFamilies", "SandboxModel", "LinuxPlatform", "SimulatedWindows"]
    for target in package.targets where fuzzed.contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(instrumented))
    }
    func fuzzer(_ name: String, path: String, dependencies: [Target.Dependency]) -> Target {
        .executableTarget(
            name: name, dependencies: ["FuzzDriver"] + dependencies, path: path,
            swiftSettings: [.unsafeFlags(instrumented)],
            linkerSettings: [.unsafeFlags(instrumented + ["-use-ld=lld"])])
    }
    package.targets += [
        .target(name: "CFuzz", path: "Tests/Fuzz/CFuzz"),
        .target(name: "FuzzDriver", dependencies: ["CFuzz"], path: "Tests/Fuzz/Driver"),
        fuzzer(
            "fuzz-authorization", path: "Tests/Fuzz/Authorization",
            dependencies: ["WindowsSecurity", "ModelFamilies", "JSON"]),
        fuzzer("fuzz-files", path: "Tests/Fuzz/Files", dependencies: ["LinuxPlatform", "SandboxModel"]),
        fuzzer("fuzz-machine", path: "Tests/Fuzz/Machine", dependencies: ["SimulatedWindows", "SandboxModel"]),
    ]
}
