public import Foundation
internal import Glibc

extension Stage {
    /// Whether a test on a stage is to be attempted.
    ///
    /// Without root it is not, and the test is reported as skipped with ``requirement``; under continuous integration (`CI=true`)
    /// it is attempted all the same and fails, so that nothing goes unnoticed. For the trait of a test:
    /// `.enabled(if: Stage.isRequired, "\(Stage.requirement)")`.
    public static var isRequired: Bool {
        geteuid() == 0 || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    /// Whether a stage can be built: namespaces need root.
    public static var isPossible: Bool { geteuid() == 0 }

    /// The directory with the build's products, beside the running program.
    public static var products: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// The path of a program: one of the products by its name, any other by its path.
    static func program(_ name: String) -> String {
        name.hasPrefix("/") ? name : products.appending(path: name).path()
    }

    /// The root of the repository that the running program was built in: the nearest directory above it with a manifest.
    public static let repository: URL = {
        var directory = products
        while directory.path() != "/",
            !FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path())
        {
            directory = directory.deletingLastPathComponent()
        }
        return directory
    }()
}
