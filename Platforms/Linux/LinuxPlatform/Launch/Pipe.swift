internal import CLinux

/// A pipe, which no program that is executed keeps open; pipe2(2).
struct Pipe {
    /// What was written comes out here.
    let output: Descriptor
    /// Here it is written.
    let input: Descriptor

    init(to operation: String) throws(LaunchError) {
        var ends: [Int32] = [-1, -1]
        try Descriptor.check(unsafe host_pipe(&ends), to: operation)
        output = Descriptor(owning: ends[0])
        input = Descriptor(owning: ends[1])
    }
}
