import Glibc
import SimulatedWindows
import WindowsSecurity

/// Measures the simulated machine from a thousand to a million files: building, memory, granting, opening, forking.
@main
struct SimulationBenchmark {
    static func main() throws {
        let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        print("files       build s  bytes/file  grant s  opens/s   fork ns  first write us")
        for size in sizes.isEmpty ? [1_000, 10_000, 100_000, 1_000_000] : sizes { try measure(size) }
    }

    static func measure(_ size: Int) throws {
        let root = #"C:\Users\alice\repo\src"#
        var (machine, alice) = try SimulatedMachine.workstation()
        let before = residentBytes()
        let build = try seconds {
            let perDirectory = 100
            for directory in 0..<(size / perDirectory) {
                let path = root + "\\directory \(directory)"
                try machine.makeDirectory(path, by: alice)
                let names = (0..<perDirectory).map { "source file \(directory * perDirectory + $0).swift" }
                try machine.makeFiles(names, in: path, by: alice)
            }
        }
        let bytes = (residentBytes() - before) / size
        let wish = ExplicitAccess(
            .grant, trustee: .authenticatedUsers, mask: .fileModify, inheritance: [.objectInherit, .containerInherit])
        let grant = try seconds { try machine.edit(root, [wish], by: alice) }
        let opens = 100_000
        let open = try seconds {
            for index in 0..<opens {
                let file = index &* 7919 % size
                let path = root + "\\directory \(file / 100)\\source file \(file).swift"
                let handle = try machine.open(OpenRequest(path, access: .genericRead), by: alice)
                try machine.close(handle, by: alice)
            }
        }
        var forks: [SimulatedMachine] = []
        forks.reserveCapacity(1000)
        let fork = seconds { for _ in 0..<1000 { forks.append(machine) } }
        let write = try seconds { try forks[0].writeFile(root + "\\new.swift", [1], by: alice) }
        print(
            pad("\(size)", 10), pad(decimal(build), 8), pad("\(bytes)", 11), pad(decimal(grant), 8),
            pad("\(Int(Double(opens) / open))", 9), pad("\(Int(fork * 1e6))", 8), "\(Int(write * 1e6))")
    }

    static func decimal(_ value: Double) -> String { "\(Double(Int(value * 1000)) / 1000)" }

    static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let duration = try clock.measure(body)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// The bytes of memory in use; proc(5), `statm`.
    static func residentBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        guard fgets(&buffer, 256, file) != nil else { return 0 }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}
