import Foundation
import KernelStage

/// The program as a process of its own, with bytes for its standard input; it needs no root.
struct Tool {
    /// What a process did.
    struct Outcome {
        /// Its exit status; 128 and the signal when one ended it.
        let status: Int32
        /// Its standard output.
        let output: Data
        /// Its standard error.
        let errors: String

        /// The lines of the output.
        var lines: [Substring] {
            String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
        }

        /// The output without the line feed at its end.
        var text: Substring { String(decoding: output, as: UTF8.self).dropLast(output.last == 10 ? 1 : 0) }
    }

    /// Runs `sallyport` with some words.
    static func run(_ words: String..., input: Data = Data()) throws -> Outcome { try run(words, input: input) }

    /// Runs `sallyport` with some words.
    static func run(_ words: [String], input: Data = Data()) throws -> Outcome {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files on all sides, so that no amount of text can stop the process.
        let paths = try ["input", "output", "errors"].map { name in
            let path = scratch.appending(path: name)
            try (name == "input" ? input : Data()).write(to: path)
            return path
        }
        let process = Process()
        process.executableURL = Stage.products.appending(path: "sallyport")
        process.arguments = words
        process.standardInput = try FileHandle(forReadingFrom: paths[0])
        process.standardOutput = try FileHandle(forWritingTo: paths[1])
        process.standardError = try FileHandle(forWritingTo: paths[2])
        try process.run()
        process.waitUntilExit()
        let isKilled = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: process.terminationStatus + (isKilled ? 128 : 0), output: try Data(contentsOf: paths[1]),
            errors: String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self))
    }

    /// A JSON object out of a line.
    static func object(_ line: Substring) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
}
