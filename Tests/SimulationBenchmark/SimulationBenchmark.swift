import Glibc
import SimulatedWindows
import WindowsSecurity

/// Measures a simulated machine with so many files: building, memory, granting, opening, forking, saving, loading.
///
/// Every size is measured in a process of its own, because memory that was used once is used again.
@main
struct SimulationBenchmark {
    static let root = #"C:\Users\alice\repo\src"#
    static let filesPerDirectory = 100

    static func main() throws {
        guard let size = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }), size >= filesPerDirectory else {
            print(
                "files       batches s  singly s  bytes/file  grant s  opens/s   fork ns  first write us  save s   load s"
            )
            return
        }
        try measure(size)
    }

    /// Makes the files, by one call for each directory or one for each file.
    static func build(
        _ size: Int, singly: Bool, in machine: inout SimulatedMachine, by alice: ProcessIdentifier
    ) throws {
        for directory in 0..<(size / filesPerDirectory) {
            let path = root + "\\directory \(directory)"
            try machine.makeDirectory(path, by: alice)
            let names = (0..<filesPerDirectory).map { "source file \(directory * filesPerDirectory + $0).swift" }
            guard singly else {
                try machine.makeFiles(names, in: path, by: alice)
                continue
            }
            for name in names {
                let request = OpenRequest(path + "\\" + name, access: .genericWrite, disposition: .createNew)
                try machine.close(try machine.open(request, by: alice), by: alice)
            }
        }
    }

    static func measure(_ size: Int) throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        var other = machine
        let before = residentBytes()
        let batches = try seconds { try build(size, singly: false, in: &machine, by: alice) }
        let bytes = (residentBytes() - before) / size
        let singly = try seconds { try build(size, singly: true, in: &other, by: alice) }
        let wish = ExplicitAccess(
            .grant, trustee: .authenticatedUsers, mask: .fileModify, inheritance: [.objectInherit, .containerInherit])
        let grant = try seconds { try machine.edit(root, [wish], by: alice) }
        let opens = 100_000
        let open = try seconds {
            for index in 0..<opens {
                let file = index &* 7919 % size
                let path = root + "\\directory \(file / filesPerDirectory)\\source file \(file).swift"
                let handle = try machine.open(OpenRequest(path, access: .genericRead), by: alice)
                try machine.close(handle, by: alice)
            }
        }
        var forks: [SimulatedMachine] = []
        forks.reserveCapacity(1000)
        let fork = seconds { for _ in 0..<1000 { forks.append(machine) } }
        let write = try seconds { try forks[0].writeFile(root + "\\new.swift", [1], by: alice) }
        // The saved machine is the one whose files were made by directories.
        var saved: [UInt8] = []
        let save = seconds { saved = SavedMachine(machine, user: alice).bytes }
        let load = try seconds { _ = try SavedMachine(parsing: saved) }
        print(
            pad("\(size)", 11), pad(decimal(batches), 10), pad(decimal(singly), 9), pad("\(bytes)", 11),
            pad(decimal(grant), 8),
            pad("\(Int(Double(opens) / open))", 9), pad("\(Int(fork * 1e6))", 8), pad("\(Int(write * 1e6))", 15),
            pad(decimal(save), 8), decimal(load))
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
