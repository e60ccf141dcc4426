// swift-tools-version: 6.2
import PackageDescription

/// Its own package, so that ordinary builds never see it.
///
/// The model is compiled from its sources, through a link.
let package = Package(
    name: "AccessCheckBenchmark",
    targets: [
        .target(
            name: "WindowsSecurity", path: "WindowsSecurity",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
        .target(name: "CSamba", path: "CSamba", linkerSettings: [.linkedLibrary("dl")]),
        .executableTarget(
            name: "access-check-benchmark", dependencies: ["WindowsSecurity", "CSamba"], path: "AccessCheckBenchmark"),
    ]
)
